package io.qingtu.route.scoring;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.DailyHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each kind of violation costs (记分标准). A change holds for violations from its day on: what was
 * charged before stays as it was.
 */
public record PointTable(List<Entry> entries) {
  /** What must be proven before a violation costs anything. */
  public enum Proof {
    /** A person has confirmed the alarm. */
    REVIEW,
    /** The case was taken to the place, and the responsible vehicle is known (现场查实). */
    FIELD
  }

  /**
   * One line.
   *
   * @param severity smallest severity that it is for, 1 to 4
   * @param excess smallest excess of what is measured over what is allowed: 0.2 for a fifth; 0 for
   *     any, also where nothing is measured
   * @param from first day of the violations that it is for
   */
  public record Entry(
      String rule, int severity, double excess, Proof proof, LocalDate from, Points points) {
    private boolean isFor(Alert alert, Proof proven) {
      return rule.equals(alert.rule())
          && alert.severity() >= severity
          && (excess == 0 || alert.measured() >= alert.allowed() * (1 + excess))
          && proof.compareTo(proven) <= 0
          && !LocalDate.ofInstant(alert.start(), DailyHours.CITY_ZONE).isBefore(from);
    }
  }

  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  /** Of those that are for a violation, the newest; of equal ones the strictest. */
  private static final Comparator<Entry> NEAREST =
      Comparator.comparing(Entry::from)
          .thenComparing(Entry::severity)
          .thenComparing(Entry::excess)
          .thenComparing(Entry::proof);

  /**
   * Where nothing else is set. Notes (severity 1) cost nothing; an inferred dump (M02) and a load
   * that vanished (M07) cost nothing until it was found on the spot, and then what a dump costs.
   */
  public static final PointTable USUAL =
      new PointTable(
          List.of(
              entry("M01", 2, 0, Proof.REVIEW, 20, 12, 12),
              entry("M02", 2, 0, Proof.FIELD, 20, 12, 12),
              entry("M07", 2, 0, Proof.FIELD, 20, 12, 12),
              entry("M06c", 2, 0, Proof.REVIEW, 15, 10, 10),
              entry("M06a", 2, 0, Proof.REVIEW, 10, 6, 3),
              entry("M06b", 2, 0, Proof.REVIEW, 10, 6, 3),
              entry("M03", 3, 0, Proof.REVIEW, 5, 3, 3),
              entry("M03", 4, 0, Proof.REVIEW, 8, 5, 5),
              entry("M04", 2, 0, Proof.REVIEW, 3, 2, 2),
              entry("M04", 3, 0, Proof.REVIEW, 6, 4, 4),
              entry("M05", 2, 0, Proof.REVIEW, 3, 2, 2),
              entry("M09", 2, 0, Proof.REVIEW, 4, 3, 3),
              entry("M08", 2, 0.2, Proof.REVIEW, 2, 2, 4),
              entry("M08", 2, 0.5, Proof.REVIEW, 5, 4, 8),
              entry("D02", 2, 0, Proof.REVIEW, 10, 6, 6),
              entry("D05", 2, 0, Proof.REVIEW, 10, 6, 6),
              entry("D06", 2, 0, Proof.REVIEW, 10, 6, 6),
              entry("D07", 2, 0, Proof.REVIEW, 10, 6, 6),
              entry("D09", 2, 0, Proof.REVIEW, 6, 4, 0)));

  public PointTable {
    entries = List.copyOf(entries);
  }

  private static Entry entry(
      String rule, int severity, double excess, Proof proof, int company, int vehicle, int driver) {
    return new Entry(rule, severity, excess, proof, ALWAYS, new Points(company, vehicle, driver));
  }

  /** The same table with more entries; where both are for a violation, the newer one holds. */
  public PointTable with(List<Entry> more) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new PointTable(all);
  }

  /** What a violation costs, by what is proven of it. */
  public Points of(Alert alert, Proof proven) {
    return entries.stream()
        .filter(e -> e.isFor(alert, proven))
        .max(NEAREST)
        .map(Entry::points)
        .orElse(Points.NONE);
  }
}
