package io.qingtu.route.forensics;

import io.qingtu.route.forensics.Conduct.Indicator;
import io.qingtu.route.forensics.Conduct.Kind;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * P10 行为画像: whose loaded trips went otherwise than those of the others. An indicator stands out
 * where it has some cases and its share is a multiple of the share of all others together; the
 * catalogue names the indicators and leaves the measure open. A list of whom to look at, of trips
 * that are over; one that is under way or parked says nothing yet.
 */
public final class BehaviourSearch {
  private static final Comparator<Conduct> RANK =
      Comparator.comparingDouble((Conduct c) -> -c.score())
          .thenComparingInt(c -> -cases(c))
          .thenComparing(Conduct::name);

  private final Parameters p;

  public BehaviourSearch(Parameters parameters) {
    this.p = parameters;
  }

  /**
   * Ranks the trucks or the companies of a period.
   *
   * @param trips of all of them, in any order
   * @param notCompleted ids of the trips of which M07 says it
   * @param names everybody, those without any trip too
   * @param nameOf whom a plate counts for: itself, or its company
   */
  public Behaviour rank(
      Collection<Trip> trips,
      Set<String> notCompleted,
      Set<String> names,
      Function<String, String> nameOf) {
    Map<String, Tally> tallies = new TreeMap<>();
    names.forEach(name -> tallies.put(name, new Tally()));
    Tally all = new Tally();
    for (Trip t : trips) {
      if (t.endTime() != null && t.endKind() != EndKind.PARKED_LOADED) {
        count(t, notCompleted, all);
        count(t, notCompleted, tally(tallies, nameOf.apply(t.plate())));
      }
    }
    CycleTimes times = new CycleTimes(trips, p);
    for (CycleTimes.Cycle c : times.comparable()) {
      all.add(Kind.SHORT_CYCLE, times.isShort(c));
      tally(tallies, nameOf.apply(c.trip().plate())).add(Kind.SHORT_CYCLE, times.isShort(c));
    }
    List<Conduct> compared = new ArrayList<>();
    List<Conduct> tooFew = new ArrayList<>();
    tallies.forEach(
        (name, own) ->
            (isEnough(own) ? compared : tooFew).add(conduct(name, own, all, isEnough(own))));
    compared.sort(RANK);
    return new Behaviour(compared, tooFew);
  }

  private static Tally tally(Map<String, Tally> tallies, String name) {
    return tallies.computeIfAbsent(name, k -> new Tally());
  }

  private void count(Trip t, Set<String> notCompleted, Tally tally) {
    tally.add(t);
    tally.add(Kind.NOT_COMPLETED, notCompleted.contains(t.id()));
    tally.add(Kind.UNSEEN, t.observedShare() < p.get(Parameter.BEHAVIOUR_OBSERVED));
    tally.add(Kind.NO_DISPOSAL, t.endKind() != EndKind.OK && t.endKind() != EndKind.WRONG_SITE);
  }

  private boolean isEnough(Tally own) {
    return own.trips >= p.get(Parameter.BEHAVIOUR_TRIPS);
  }

  private Conduct conduct(String name, Tally own, Tally all, boolean judged) {
    List<Indicator> indicators =
        List.of(
            indicator(Kind.NOT_COMPLETED, Parameter.BEHAVIOUR_M07, own, all, judged),
            indicator(Kind.UNSEEN, Parameter.BEHAVIOUR_UNSEEN, own, all, judged),
            indicator(Kind.SHORT_CYCLE, Parameter.BEHAVIOUR_CYCLE, own, all, judged),
            indicator(Kind.NO_DISPOSAL, Parameter.BEHAVIOUR_NOWHERE, own, all, judged));
    double score = indicators.stream().filter(Indicator::held).mapToDouble(Indicator::weight).sum();
    return new Conduct(name, own.trips, own.observed(), Math.min(1, score), indicators);
  }

  private Indicator indicator(Kind kind, Parameter weight, Tally own, Tally all, boolean judged) {
    int cases = own.cases(kind);
    int of = own.of(kind);
    int others = all.of(kind) - of;
    double usual = others == 0 ? Double.NaN : (double) (all.cases(kind) - cases) / others;
    boolean held =
        judged
            && cases >= p.get(Parameter.BEHAVIOUR_LEAST)
            && (double) cases / of >= p.get(Parameter.BEHAVIOUR_TIMES) * usual;
    return new Indicator(kind, p.get(weight), cases, of, usual, held);
  }

  private static int cases(Conduct c) {
    return c.indicators().stream().filter(Indicator::held).mapToInt(Indicator::cases).sum();
  }

  /** What was counted of somebody. */
  private static final class Tally {
    private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
    private int trips;
    private double seconds;
    private double seen;

    void add(Trip t) {
      double lasted = Duration.between(t.outTime(), t.endTime()).toSeconds();
      trips++;
      seconds += lasted;
      seen += lasted * t.observedShare();
    }

    void add(Kind kind, boolean isCase) {
      int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
      count[0] += isCase ? 1 : 0;
      count[1]++;
    }

    int cases(Kind kind) {
      return counts.containsKey(kind) ? counts.get(kind)[0] : 0;
    }

    int of(Kind kind) {
      return counts.containsKey(kind) ? counts.get(kind)[1] : 0;
    }

    double observed() {
      return seconds == 0 ? Double.NaN : seen / seconds;
    }
  }
}
