package io.qingtu.route.permit;

import io.qingtu.route.plan.Permit;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be changed of a permit. Trips are judged again by the newest plan, so what a permit in
 * force permits stays: another plate, site, ground, route, hour or beginning is another permit. Its
 * end may move as long as it has not come, and its volume.
 */
public final class Amendment {
  private Amendment() {}

  /** Why the change is not to be made at a moment; empty where it may be. */
  public static Optional<String> refusal(Permit before, Permit after, Instant now) {
    if (now.isBefore(before.validity().from())) {
      return Optional.empty();
    }
    if (!permitsTheSame(before, after)) {
      return Optional.of(
          "what a permit in force permits is not changed: end it and issue another one");
    }
    Instant end = before.validity().to();
    if (!after.validity().to().equals(end)) {
      if (!end.isAfter(now)) {
        return Optional.of("the permit has run out: issue another one");
      }
      if (after.validity().to().isBefore(now)) {
        return Optional.of("a permit does not end in the past");
      }
    }
    return Optional.empty();
  }

  /**
   * When a changed permit was typed in: as before where it is in force, for it permits nothing more
   * of the past; else now.
   */
  public static Instant enteredAt(Permit before, Instant now) {
    return now.isBefore(before.validity().from()) ? now : before.enteredAt();
  }

  private static boolean permitsTheSame(Permit a, Permit b) {
    return a.plate().equals(b.plate())
        && a.siteId().equals(b.siteId())
        && a.disposalIds().equals(b.disposalIds())
        && a.routeIds().equals(b.routeIds())
        && a.validity().from().equals(b.validity().from())
        && (a.hours() == null ? b.hours() == null : a.hours().equals(b.hours()));
  }
}
