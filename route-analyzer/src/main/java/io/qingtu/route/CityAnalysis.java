package io.qingtu.route;

import io.qingtu.route.rule.RuleSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What only the whole city shows: coverage of roads by all vehicles, detours by many, an outage of
 * the platform. A function of the vehicles' findings, whatever their order.
 */
public final class CityAnalysis {
  private CityAnalysis() {}

  /**
   * Joins the vehicles' findings.
   *
   * @param periodStart first fix time of the period
   * @param asOf event time up to which is judged; windows that have not ended by then are not
   * @return all alerts (the vehicles' own, some of them suppressed, and the city's), trips, passes
   *     and quality
   */
  public static Ledger judge(
      RuleSet rules, Collection<VehicleFindings> findings, Instant periodStart, Instant asOf) {
    return new Ledger(List.of(), List.of(), List.of(), List.of());
  }
}
