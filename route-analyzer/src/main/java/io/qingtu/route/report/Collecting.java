package io.qingtu.route.report;

import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointDuty.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Section 4.7: refuse collection (垃圾收运).
 *
 * @param contractors by name
 * @param missed points that were missed, the most often first
 */
public record Collecting(Figures city, List<Row> contractors, List<MissedPoint> missed) {
  /** Of a period without collection. */
  public static final Collecting NONE = of(List.of());

  /**
   * Rates of a group of points. A duty is one point in one window.
   *
   * @param due duties that were not exempt
   * @param inTime 收运及时率: served inside the window ÷ due; one that nobody saw is not served
   * @param missed 漏收率: missed ÷ due
   * @param unobserved share of the due of which nothing can be said
   * @param exempt exempt ÷ all
   */
  public record Figures(long due, Ratio inTime, Ratio missed, Ratio unobserved, Ratio exempt) {
    static Figures of(List<PointDuty> duties) {
      List<PointDuty> due = duties.stream().filter(d -> d.state() != State.EXEMPT).toList();
      return new Figures(
          due.size(),
          Ratio.of(due, PointDuty::inTime),
          Ratio.of(due, d -> d.state() == State.MISSED),
          Ratio.of(due, d -> d.state() == State.UNOBSERVED),
          Ratio.of(duties, d -> d.state() == State.EXEMPT));
    }
  }

  /** A contractor's line. */
  public record Row(String contractor, Figures figures) {}

  /** A point that was missed, and in how many of its windows. */
  public record MissedPoint(String pointId, String contractor, long windows) {}

  static Collecting of(List<PointDuty> duties) {
    Map<String, List<PointDuty>> byContractor =
        duties.stream()
            .collect(
                Collectors.groupingBy(
                    d -> d.point().contractor(), TreeMap::new, Collectors.toList()));
    return new Collecting(
        Figures.of(duties),
        byContractor.entrySet().stream()
            .map(e -> new Row(e.getKey(), Figures.of(e.getValue())))
            .toList(),
        missedPoints(duties));
  }

  private static List<MissedPoint> missedPoints(List<PointDuty> duties) {
    Map<String, List<PointDuty>> byPoint =
        duties.stream()
            .filter(d -> d.state() == State.MISSED)
            .collect(Collectors.groupingBy(d -> d.point().id(), TreeMap::new, Collectors.toList()));
    return byPoint.values().stream()
        .map(
            own ->
                new MissedPoint(
                    own.get(0).point().id(), own.get(0).point().contractor(), own.size()))
        .sorted(
            Comparator.comparingLong((MissedPoint p) -> -p.windows())
                .thenComparing(MissedPoint::pointId))
        .toList();
  }

  /** A contractor's figures; empty where it collects nothing. */
  Optional<Figures> of(String contractor) {
    return contractors.stream()
        .filter(r -> r.contractor.equals(contractor))
        .map(Row::figures)
        .findFirst();
  }
}
