package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import java.time.Instant;
import java.util.List;

/** Alerts of vehicles, as the city's analysis gets them. */
final class Deviations {
  private Deviations() {}

  static Alert alert(
      String rule, String plate, Instant start, double lon, String permit, String... segments) {
    return new Alert(
        rule,
        plate,
        start,
        start,
        start,
        lon,
        36.7,
        Grade.B,
        2,
        AlertStatus.ENDED,
        "",
        "",
        permit,
        "",
        List.of(segments),
        1,
        1,
        "",
        "1",
        List.of());
  }
}
