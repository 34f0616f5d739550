package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;

/** The same alert with another standing. */
final class Revision {
  private Revision() {}

  static Alert of(Alert a, AlertStatus status, String reason) {
    return new Alert(
        a.rule(),
        a.plate(),
        a.start(),
        a.decided(),
        a.end(),
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
        a.ruleVersion(),
        a.decision());
  }
}
