package io.qingtu.route.casework;

import java.time.Instant;
import java.util.List;

/**
 * The tables of limits, one after the other. A limit is measured by the table that was in force
 * when it began, whatever has come into force since.
 *
 * @param tables in the order in which they came into force; the first was there before all
 */
public record LimitBook(List<Table> tables) {
  /** A table from when on. */
  public record Table(Instant from, CaseLimits limits) {}

  /** Where nobody has set others. */
  public static final LimitBook USUAL =
      new LimitBook(List.of(new Table(Instant.MIN, CaseLimits.USUAL)));

  public LimitBook {
    tables = List.copyOf(tables);
  }

  /** What was in force at a moment. */
  public CaseLimits at(Instant moment) {
    return tables.stream()
        .filter(table -> !table.from.isAfter(moment))
        .reduce((before, after) -> after)
        .map(Table::limits)
        .orElse(CaseLimits.USUAL);
  }
}
