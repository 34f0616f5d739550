package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A warning that a permit runs out soon, before M06b has to be raised: the first a week before, the
 * second and the last nearer to its end. It is none where the vehicle may go on from the same site
 * on another permit.
 *
 * @param left until it is no longer valid, more than nothing
 * @param warning 1 for the first, 3 for the last
 */
public record PermitExpiry(Permit permit, Duration left, int warning) {
  private static final List<Parameter> WARNINGS =
      List.of(
          Parameter.EXPIRY_FIRST_DAYS, Parameter.EXPIRY_SECOND_DAYS, Parameter.EXPIRY_LAST_DAYS);

  /** The warnings in force, the permit that ends first in front. */
  public static List<PermitExpiry> soon(
      Collection<Permit> permits, Instant now, Parameters parameters) {
    List<PermitExpiry> soon = new ArrayList<>();
    for (Permit permit : permits) {
      if (permit.validity().contains(now) && !permit.validity().to().equals(Instant.MAX)) {
        Duration left = Duration.between(now, permit.validity().to());
        int warning = warning(left, parameters);
        if (warning > 0 && !isRenewed(permit, permits)) {
          soon.add(new PermitExpiry(permit, left, warning));
        }
      }
    }
    soon.sort(Comparator.comparing(PermitExpiry::left).thenComparing(e -> e.permit().id()));
    return soon;
  }

  private static int warning(Duration left, Parameters parameters) {
    int warning = 0;
    for (Parameter days : WARNINGS) {
      warning += left.toMillis() <= parameters.get(days) * Duration.ofDays(1).toMillis() ? 1 : 0;
    }
    return warning;
  }

  private static boolean isRenewed(Permit permit, Collection<Permit> permits) {
    return permits.stream()
        .anyMatch(
            other ->
                other.plate().equals(permit.plate())
                    && other.siteId().equals(permit.siteId())
                    && other.validity().contains(permit.validity().to()));
  }
}
