package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import java.time.Instant;
import java.util.List;

/** The same alert with another standing. */
final class Revision {
  private Revision() {}

  static Alert of(Alert a, AlertStatus status, String reason) {
    return of(a, status, reason, a.ruleVersion());
  }

  /**
   * The same alert, taken back. The reason of an alert about a road or a point is part of its key,
   * and stays: why it was taken back stands in its decision trace.
   */
  static Alert takenBack(Alert a, String why) {
    return a.plate().isEmpty()
        ? a.because(List.of(new Condition("taken back", why, true)))
            .as(AlertStatus.RETRACTED, a.reason())
        : of(a, AlertStatus.RETRACTED, why);
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
