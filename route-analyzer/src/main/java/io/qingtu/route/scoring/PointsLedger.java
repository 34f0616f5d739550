package io.qingtu.route.scoring;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The points of a cycle. It is a function of what was decided: the same decisions give the same
 * lines, and a later decision only adds lines, since what was decided is never deleted.
 *
 * @param lines by the time of their entry
 */
public record PointsLedger(HalfYear cycle, List<PointLine> lines) {
  /**
   * Sum of one who answers.
   *
   * @param points that count
   * @param frozen that wait for the decision on an appeal
   */
  public record Standing(String who, int points, int frozen) {}

  private static final Comparator<PointLine> IN_ORDER =
      Comparator.comparing(PointLine::at)
          .thenComparing(l -> l.violation().alert().key())
          .thenComparing(PointLine::kind);

  public PointsLedger {
    lines = lines.stream().sorted(IN_ORDER).toList();
  }

  /**
   * The ledger as it was known at a moment.
   *
   * @param judged violations of any time; those of other cycles are left aside
   * @param calendar by which the days for an appeal are counted
   */
  public static PointsLedger of(
      HalfYear cycle,
      Collection<Judged> judged,
      PointTable table,
      WorkCalendar calendar,
      Instant asOf) {
    return new PointsLedger(
        cycle,
        judged.stream()
            .filter(j -> HalfYear.of(j.alert().start()).equals(cycle))
            .flatMap(j -> new Account(j.asOf(asOf), table, calendar).lines().stream())
            .toList());
  }

  /** Companies by name. */
  public Map<String, Standing> companies() {
    return standings(Judged::company, Points::company);
  }

  /** Vehicles by plate. */
  public Map<String, Standing> vehicles() {
    return standings(j -> j.alert().plate(), Points::vehicle);
  }

  /** Drivers by their id; what nobody drove is of none. */
  public Map<String, Standing> drivers() {
    return standings(Judged::driver, Points::driver);
  }

  private Map<String, Standing> standings(
      Function<Judged, String> who, ToIntFunction<Points> points) {
    Map<String, Standing> all = new TreeMap<>();
    for (PointLine line : lines) {
      String name = who.apply(line.violation());
      if (!name.isEmpty()) {
        int n = points.applyAsInt(line.points());
        Standing one = new Standing(name, line.frozen() ? 0 : n, line.frozen() ? n : 0);
        all.merge(name, one, PointsLedger::sum);
      }
    }
    return all;
  }

  private static Standing sum(Standing a, Standing b) {
    return new Standing(a.who, a.points + b.points, a.frozen + b.frozen);
  }

  /** Lines that were entered on some days of the city's calendar, the last one included. */
  public List<PointLine> entered(LocalDate first, LocalDate last) {
    return lines.stream()
        .filter(
            l -> {
              LocalDate day = LocalDate.ofInstant(l.at(), DailyHours.CITY_ZONE);
              return !day.isBefore(first) && !day.isAfter(last);
            })
        .toList();
  }
}
