package io.qingtu.server.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.alert.Alert;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An alert as a line of alerts.jsonl. */
final class AlertLine {
  private AlertLine() {}

  static ObjectNode of(Alert a) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("rule", a.rule());
    node.put("plate", a.plate());
    node.put("start", Times.format(a.start()));
    node.put("decided", Times.format(a.decided()));
    node.put("end", a.end() == null ? null : Times.format(a.end()));
    node.put("lon", decimal(a.longitude(), 6));
    node.put("lat", decimal(a.latitude(), 6));
    node.put("grade", a.grade().name());
    node.put("severity", a.severity());
    node.put("status", a.status().name());
    node.put("reason", a.reason());
    node.put("place_id", a.placeId());
    node.put("permit_id", a.permitId());
    node.put("trip_id", a.tripId());
    ArrayNode segments = node.putArray("segment_ids");
    a.segmentIds().forEach(segments::add);
    node.put("measured", decimal(a.measured(), 3));
    node.put("allowed", decimal(a.allowed(), 3));
    node.put("unit", a.unit());
    node.put("rule_version", a.ruleVersion());
    ArrayNode decision = node.putArray("decision");
    a.decision()
        .forEach(
            c ->
                decision
                    .addObject()
                    .put("name", c.name())
                    .put("value", c.value())
                    .put("held", c.held()));
    return node;
  }

  /** Null where there is no number. */
  static BigDecimal decimal(double v, int digits) {
    return Double.isNaN(v) ? null : BigDecimal.valueOf(v).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
