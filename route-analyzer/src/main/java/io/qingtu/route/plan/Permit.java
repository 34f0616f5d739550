package io.qingtu.route.plan;

import java.time.Instant;
import java.util.List;

/**
 * A haulage permit (准运证): this vehicle may carry from this site to these grounds on these routes in
 * these hours.
 *
 * @param hours permitted hours; null where the permit names none
 * @param enteredAt when it was typed in; null where unknown
 */
public record Permit(
    String id,
    String plate,
    String siteId,
    List<String> disposalIds,
    List<String> routeIds,
    Validity validity,
    DailyHours hours,
    Instant enteredAt) {
  public Permit {
    disposalIds = List.copyOf(disposalIds);
    routeIds = List.copyOf(routeIds);
  }
}
