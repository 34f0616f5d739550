package io.qingtu.route.plan;

import java.time.Instant;
import java.util.List;

/**
 * A haulage permit (准运证): this vehicle may carry from this site to these grounds on these routes in
 * these hours.
 *
 * @param hours permitted hours; null where the permit names none
 * @param enteredAt when it was typed in; null where unknown
 * @param approvedM3 volume that may be carried under it, m³; NaN where it names none
 */
public record Permit(
    String id,
    String plate,
    String siteId,
    List<String> disposalIds,
    List<String> routeIds,
    Validity validity,
    DailyHours hours,
    Instant enteredAt,
    double approvedM3) {
  public Permit {
    disposalIds = List.copyOf(disposalIds);
    routeIds = List.copyOf(routeIds);
  }

  /** A permit that names no volume. */
  public Permit(
      String id,
      String plate,
      String siteId,
      List<String> disposalIds,
      List<String> routeIds,
      Validity validity,
      DailyHours hours,
      Instant enteredAt) {
    this(id, plate, siteId, disposalIds, routeIds, validity, hours, enteredAt, Double.NaN);
  }
}
