package io.qingtu.route.forensics;

import io.qingtu.route.forensics.Suspect.Kind;
import io.qingtu.route.forensics.Suspect.Reason;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * P08 遗撒反查: who was at a place that was dirtied, ranked with the reasons. A cover that is not known
 * to be closed counts as not closed here, because this is a list of whom to ask and not a
 * judgement; the reason says which of the two it was.
 */
public final class SpillSearch {
  private static final Comparator<Suspect> RANK =
      Comparator.comparingDouble((Suspect s) -> -s.score())
          .thenComparingDouble(s -> s.passage().metres())
          .thenComparing(Suspect::plate);

  private final Parameters p;

  public SpillSearch(Parameters parameters) {
    this.p = parameters;
  }

  /**
   * Ranks the vehicles whose way came near the place, the likeliest first; of a vehicle that passed
   * more than once the likeliest passage counts.
   *
   * @param tracks by plate, around the time of the question, in the order of fix time
   * @param background what the files know of a plate at its passage
   */
  public List<Suspect> rank(
      SpillQuestion question,
      Map<String, List<Position>> tracks,
      BiFunction<String, Passage, Background> background) {
    return likeliest(suspects(question, passages(question, tracks), background));
  }

  /**
   * The passages in the time of the question, by plate; a plate without any is left out.
   *
   * @param tracks by plate, in the order of fix time; parts of them will do that lie near
   */
  public Map<String, List<Passage>> passages(
      SpillQuestion question, Map<String, List<Position>> tracks) {
    Map<String, List<Passage>> found = new LinkedHashMap<>();
    tracks.forEach(
        (plate, track) -> {
          List<Position> valid = track.stream().filter(Position::fixValid).toList();
          List<Passage> passed =
              Passage.of(question, valid, p).stream().filter(x -> inTime(question, x)).toList();
          if (!passed.isEmpty()) {
            found.put(plate, passed);
          }
        });
    return found;
  }

  /** Every passage as a suspicion of its own, the likeliest first. */
  public List<Suspect> suspects(
      SpillQuestion question,
      Map<String, List<Passage>> passages,
      BiFunction<String, Passage, Background> background) {
    List<Suspect> suspects = new ArrayList<>();
    passages.forEach(
        (plate, own) ->
            own.forEach(
                x -> suspects.add(suspect(question, plate, x, background.apply(plate, x)))));
    suspects.sort(RANK);
    return suspects;
  }

  /** The likeliest of each vehicle, the likeliest first. */
  public List<Suspect> likeliest(List<Suspect> suspects) {
    Map<String, Suspect> best = new LinkedHashMap<>();
    suspects.stream().sorted(RANK).forEach(s -> best.putIfAbsent(s.plate(), s));
    return List.copyOf(best.values());
  }

  private boolean inTime(SpillQuestion q, Passage passage) {
    return !passage.at().isBefore(q.clean().minusMillis(p.millis(Parameter.SPILL_LEAD_S)))
        && !passage.at().isAfter(q.dirty());
  }

  private Suspect suspect(SpillQuestion q, String plate, Passage passage, Background known) {
    List<Reason> reasons =
        List.of(
            reason(
                Kind.LOADED,
                Parameter.SPILL_LOADED,
                known.load() == Load.LOADED,
                known.load().name()),
            reason(
                Kind.COVER_NOT_CLOSED,
                Parameter.SPILL_COVER,
                passage.cover() != Cover.CLOSED,
                passage.cover().name()),
            reason(Kind.WEIGHT_LOST, Parameter.SPILL_LOSS, lost(passage), weights(passage)),
            reason(
                Kind.BETWEEN,
                Parameter.SPILL_BETWEEN,
                !passage.at().isBefore(q.clean()),
                passage.at().toString()),
            reason(
                Kind.DIRTY_WHEELS,
                Parameter.SPILL_WHEELS,
                known.dirtyWheels().orElse(false),
                known.dirtyWheels().map(d -> d ? "DIRTY" : "CLEAN").orElse("UNKNOWN")),
            reason(
                Kind.CONFIRMED_BEFORE,
                Parameter.SPILL_BEFORE,
                known.confirmedUncovered() > 0,
                Integer.toString(known.confirmedUncovered())));
    double score = reasons.stream().filter(Reason::held).mapToDouble(Reason::weight).sum();
    return new Suspect(plate, passage, Math.min(1, score), reasons);
  }

  private Reason reason(Kind kind, Parameter weight, boolean held, String value) {
    return new Reason(kind, p.get(weight), held, value);
  }

  /** As M11b has it: a share of the load, and more than the scale errs. */
  private boolean lost(Passage x) {
    double less = x.weightBefore() - x.weightAfter();
    return less >= p.get(Parameter.LOSS_T)
        && less >= p.get(Parameter.LOSS_SHARE) * x.weightBefore();
  }

  private static String weights(Passage x) {
    if (Double.isNaN(x.weightBefore()) || Double.isNaN(x.weightAfter())) {
      return "UNKNOWN";
    }
    return String.format(Locale.ROOT, "%.1f t → %.1f t", x.weightBefore(), x.weightAfter());
  }
}
