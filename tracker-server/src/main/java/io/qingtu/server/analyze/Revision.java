package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import java.time.Instant;

/** The same alert with another standing. */
final class Revision {
  private Revision() {}

  static Alert of(Alert a, AlertStatus status, String reason) {
    return of(a, status, reason, a.ruleVersion());
  }

  /** The same alert by another version of rules and parameters. */
  static Alert ofVersion(Alert a, String version) {
    return of(a, a.status(), a.reason(), version);
  }

  /** The same alert, over at a moment. */
  static Alert endedAt(Alert a, Instant end) {
    return of(a, end, AlertStatus.ENDED, a.reason(), a.ruleVersion());
  }

  private static Alert of(Alert a, AlertStatus status, String reason, String version) {
    return of(a, a.end(), status, reason, version);
  }

  private static Alert of(Alert a, Instant end, AlertStatus status, String reason, String version) {
    return new Alert(
        a.rule(),
        a.plate(),
        a.start(),
        a.decided(),
        end,
        a.longitude(),
        a.latitude(),
        a.grade(),
        a.severity(),
        status,
        reason,
        a.placeId(),
        a.permitId(),
        a.tripId(),
        a.segmentIds(),
        a.measured(),
        a.allowed(),
        a.unit(),
        version,
        a.decision());
  }
}
