package io.qingtu.web.bench;

import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.fleet.Diary.Journey;
import io.qingtu.fixtures.fleet.Diary.Sweep;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.plan.DailyHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a synthetic fleet did in its week, told from its diary, its copies included: by nothing that
 * analyzes or reports. Of the rules those are told whose violations do not hang on the hour,
 * because a copy drives later than its papers and its plan ask for: M05 and S06 are not among them.
 */
final class FleetWeek {
  /** Counts may differ by what is half done when the week ends: a share, and so many besides. */
  private static final double COUNTS = 0.003;

  private static final double ALARMS = 0.02;
  private static final double FEW = 3;

  /** Lengths may differ by what is driven between two fixes; a rate of lengths hardly does. */
  private static final double METRES = 0.03;

  private static final double POINTS = 0.005;

  /** When an undone window is judged, after its end. */
  private static final Duration SETTLED = Duration.ofMinutes(30);

  private static final double LOAD_T = 16;
  private static final long ATTENDED_S = 1800;
  private static final int WHOLE_WEEK = 7;
  private static final int CASE_PAGES = 3;

  /** Of the rules those whose alarms are about a road or a point, however many vehicles pass it. */
  private static final Set<String> OF_PLACES = Set.of("S01", "S03", "S12");

  /**
   * One figure.
   *
   * @param allowed difference that is still right
   */
  record Figure(String name, double truth, double allowed) {
    /** Whether a report has it, as far as that may differ. */
    boolean is(double reported) {
      return Math.abs(reported - truth) <= allowed;
    }

    /** The comparison in words. */
    String beside(double reported) {
      return String.format(
          Locale.ROOT,
          "%s: the report has %.4f, the fleet did %.4f, and %.4f may be between them",
          name,
          reported,
          truth,
          allowed);
    }
  }

  private final SyntheticFleet fleet;
  private final List<Figure> figures = new ArrayList<>();

  private FleetWeek(SyntheticFleet fleet) {
    this.fleet = fleet;
  }

  /**
   * The figures that the diary tells. Where some vehicles of the plan stand for none, or the fleet
   * does not drive all week, nothing is told of what is left undone.
   */
  static List<Figure> of(SyntheticFleet fleet) {
    FleetWeek week = new FleetWeek(fleet);
    week.haulage();
    week.work();
    week.alarms();
    week.figures.add(new Figure("casePages", CASE_PAGES, 0));
    week.figures.add(new Figure("routeMaps", 1, 0));
    return List.copyOf(week.figures);
  }

  private void count(String name, double truth) {
    figures.add(new Figure(name, truth, FEW + COUNTS * truth));
  }

  private void haulage() {
    double trips = trips(j -> true);
    count("trips", trips);
    figures.add(new Figure("tonnes", LOAD_T * trips, LOAD_T * (FEW + COUNTS * trips)));
    count("permittedTrips", trips(Journey::permitted));
    count("tripsWithWaybill", trips(Journey::waybill));
    count("waybillsClosed", sum(Journey::accepted, Journey::arrived, j -> 1));
    double routed = sum(Journey::permitted, Journey::out, Journey::metres);
    double aside = sum(Journey::permitted, Journey::out, Journey::asideMetres);
    figures.add(new Figure("adherence", 1 - aside / routed, POINTS));
  }

  private double trips(Predicate<Journey> which) {
    return sum(which, Journey::out, j -> 1);
  }

  private double sum(
      Predicate<Journey> which, Function<Journey, Instant> at, ToDoubleFunction<Journey> of) {
    return fleet.diary().journeys().stream()
        .filter(which)
        .filter(j -> fleet.isDriven(at.apply(j)))
        .mapToDouble(j -> of.applyAsDouble(j) * copies(j.plate(), at.apply(j)))
        .sum();
  }

  /** How many copies of a vehicle have done by the week's end what it did at a moment. */
  private long copies(String plate, Instant at) {
    return IntStream.range(0, fleet.copies(plate))
        .filter(copy -> fleet.week().contains(SyntheticFleet.later(at, copy)))
        .count();
  }

  private void work() {
    List<Sweep> done =
        fleet.diary().sweeps().stream()
            .filter(s -> s.began() != null && fleet.isDriven(s.began()))
            .toList();
    double km = 0;
    for (Sweep s : done) {
      double metres = s.road().length() * (s.back() ? 2 : 1) - s.fastMetres();
      km += metres / 1000 * part(s);
    }
    figures.add(new Figure("effectiveKm", km, METRES * km));
    double idle =
        fleet.diary().idles().stream()
            .filter(i -> fleet.isDriven(i.ended()))
            .mapToDouble(
                i ->
                    Duration.between(i.began(), i.ended()).toSeconds()
                        / 60.0
                        * copies(i.plate(), i.ended()))
            .sum();
    figures.add(new Figure("notOperatingMinutes", idle, FEW + METRES * idle));
    double attended = attended(done);
    figures.add(new Figure("attendedDays", attended, FEW + ALARMS * attended));
    if (isWhole()) {
      count("pointsServed", served());
    }
  }

  /** How often a road was swept, by all copies, as far as they have come by the end. */
  private double part(Sweep s) {
    double all = 0;
    for (int copy = 0; copy < fleet.copies(s.plate()); copy++) {
      Instant from = SyntheticFleet.later(s.began(), copy);
      double whole = Duration.between(s.began(), s.ended()).toSeconds();
      double swept = Duration.between(from, end(s, copy)).toSeconds();
      all += Math.max(0, swept) / whole;
    }
    return all;
  }

  /** When a copy's sweeping is over: done, or not driven any more, or of the next week. */
  private Instant end(Sweep s, int copy) {
    Instant driven = s.ended().isBefore(fleet.end()) ? s.ended() : fleet.end();
    Instant later = SyntheticFleet.later(driven, copy);
    return later.isBefore(fleet.week().end()) ? later : fleet.week().end();
  }

  private long attended(List<Sweep> done) {
    Map<String, Long> seconds = new HashMap<>();
    for (Sweep s : done) {
      for (int copy = 0; copy < fleet.copies(s.plate()); copy++) {
        Instant from = SyntheticFleet.later(s.began(), copy);
        Instant to = end(s, copy);
        Instant midnight =
            from.atZone(DailyHours.CITY_ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(DailyHours.CITY_ZONE)
                .toInstant();
        Instant evening = to.isBefore(midnight) ? to : midnight;
        String vehicle = s.plate() + copy + "/";
        add(seconds, vehicle, from, evening);
        add(seconds, vehicle, evening, to);
      }
    }
    return seconds.values().stream().filter(s -> s >= ATTENDED_S).count();
  }

  private void add(Map<String, Long> seconds, String vehicle, Instant from, Instant to) {
    if (fleet.week().contains(from)) {
      String day = vehicle + from.atZone(DailyHours.CITY_ZONE).toLocalDate();
      seconds.merge(day, Duration.between(from, to).toSeconds(), Long::sum);
    }
  }

  private long served() {
    return fleet.diary().turns().stream()
        .filter(t -> t.served() != null && fleet.isDriven(t.served()))
        .count();
  }

  private boolean isWhole() {
    return fleet.city().data().vehicles().stream().allMatch(v -> fleet.copies(v.plate()) > 0);
  }

  private void alarms() {
    Map<String, List<ExpectedAlert>> byRule =
        fleet.violations().stream().collect(Collectors.groupingBy(ExpectedAlert::rule));
    for (String rule : ReportFigures.RULES) {
      List<ExpectedAlert> own = byRule.getOrDefault(rule, List.of());
      if (!OF_PLACES.contains(rule)) {
        alarms(rule, own.stream().mapToLong(this::copies).sum());
      } else if (isWhole() && fleet.days() == WHOLE_WEEK) {
        alarms(rule, rule.equals("S12") ? missed(own) : roads(own));
      }
    }
  }

  private void alarms(String rule, double truth) {
    figures.add(new Figure(rule, truth, FEW + ALARMS * truth));
  }

  private long copies(ExpectedAlert e) {
    return fleet.isDriven(e.start()) ? copies(e.plate(), e.start()) : 0;
  }

  private long missed(List<ExpectedAlert> own) {
    return own.stream().filter(e -> fleet.week().contains(e.start())).count();
  }

  /** Vehicles that share a road leave one side of it undone together: one alarm. */
  private long roads(List<ExpectedAlert> own) {
    Map<String, String> roads =
        fleet.city().data().segments().stream()
            .collect(Collectors.toMap(Rows.Segment::id, Rows.Segment::road));
    Map<String, Integer> sides = new HashMap<>();
    Set<String> segments = new HashSet<>();
    for (ExpectedAlert e : own) {
      Instant judged = e.start().plus(e.tolerance()).plus(SETTLED);
      String window = "/" + e.start();
      if (fleet.week().contains(e.start()) && !judged.isAfter(fleet.week().end())) {
        boolean again = !segments.add(e.segmentId() + window);
        sides.merge(roads.get(e.segmentId()) + window, again ? 2 : 1, Math::max);
      }
    }
    return sides.values().stream().mapToInt(Integer::intValue).sum();
  }
}
