package io.qingtu.route.casework;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each stage of each type of case may take (案件时限).
 *
 * @param rows every row of the table
 */
public record CaseLimits(Map<Row, Limit> rows) {
  /** A row of the table. */
  public record Row(CaseType type, Term term) implements Comparable<Row> {
    /** Every row, by type and term. */
    public static final List<Row> ALL =
        Arrays.stream(CaseType.values())
            .flatMap(type -> Arrays.stream(Term.values()).map(term -> new Row(type, term)))
            .toList();

    /** As {@code DUMPING/HANDLING}. */
    public String name() {
      return type + "/" + term;
    }

    /**
     * The row of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Row of(String name) {
      return ALL.stream()
          .filter(row -> row.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is no row of the limits"));
    }

    @Override
    public int compareTo(Row other) {
      int byType = type.compareTo(other.type);
      return byType == 0 ? term.compareTo(other.term) : byType;
    }
  }

  /** Where nobody has set others. */
  public static final CaseLimits USUAL = new CaseLimits(Map.of());

  /**
   * Rows that are not given are as usual.
   *
   * @throws IllegalArgumentException naming the first row whose limit is not longer than nothing,
   *     or longer than anybody waits
   */
  public CaseLimits {
    Map<Row, Limit> all = new TreeMap<>();
    Row.ALL.forEach(row -> all.put(row, row.term().usual(row.type())));
    all.putAll(rows);
    all.forEach(CaseLimits::check);
    rows = Collections.unmodifiableMap(all);
  }

  private static void check(Row row, Limit limit) {
    Limit least = least(limit.unit());
    Limit most = most(limit.unit());
    if (!(limit.amount() >= least.amount() && limit.amount() <= most.amount())) {
      throw new IllegalArgumentException(
          "%s: %s %s is not from %s to %s"
              .formatted(row.name(), limit.amount(), limit.unit(), least.amount(), most.amount()));
    }
  }

  /** Three minutes of the clock, six of working time; of a working day a tenth. */
  public static Limit least(Limit.Unit unit) {
    return new Limit(unit == Limit.Unit.CLOCK_HOUR ? 0.05 : 0.1, unit);
  }

  /** Three months: of days, of working days with eight hours, of working days. */
  public static Limit most(Limit.Unit unit) {
    return switch (unit) {
      case CLOCK_HOUR -> new Limit(90 * 24, unit);
      case WORKING_HOUR -> new Limit(66 * 8, unit);
      case WORKING_DAY -> new Limit(66, unit);
    };
  }

  public Limit of(CaseType type, Term term) {
    return rows.get(new Row(type, term));
  }

  /**
   * The table with other limits in some of its rows.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public CaseLimits changed(Map<Row, Limit> others) {
    Map<Row, Limit> all = new TreeMap<>(rows);
    all.putAll(others);
    return new CaseLimits(all);
  }
}
