package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A revision of an alert as JSON, without loss: what is read is equal to what was written. */
final class AlertJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertJson() {}

  static String write(Alert a) {
    ObjectNode out = JSON.createObjectNode();
    out.put("rule", a.rule()).put("plate", a.plate());
    out.put("start", a.start().toString()).put("decided", a.decided().toString());
    out.put("end", a.end() == null ? null : a.end().toString());
    out.put("lon", Database.orNull(a.longitude())).put("lat", Database.orNull(a.latitude()));
    out.put("grade", a.grade().name()).put("severity", a.severity());
    out.put("status", a.status().name()).put("reason", a.reason());
    out.put("place", a.placeId()).put("permit", a.permitId()).put("trip", a.tripId());
    ArrayNode segments = out.putArray("segments");
    a.segmentIds().forEach(segments::add);
    out.put("measured", Database.orNull(a.measured()));
    out.put("allowed", Database.orNull(a.allowed()));
    out.put("unit", a.unit()).put("ruleVersion", a.ruleVersion());
    out.set("decision", decision(a.decision()));
    return out.toString();
  }

  static ArrayNode decision(List<Condition> conditions) {
    ArrayNode out = JSON.createArrayNode();
    for (Condition c : conditions) {
      out.addObject().put("name", c.name()).put("value", c.value()).put("held", c.held());
    }
    return out;
  }

  /**
   * @throws IllegalStateException where the text is not what {@link #write} made
   */
  static Alert read(String text) {
    JsonNode in;
    try {
      in = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored alert is no JSON: " + text, e);
    }
    List<String> segments = new ArrayList<>();
    in.get("segments").forEach(s -> segments.add(s.textValue()));
    List<Condition> decision = new ArrayList<>();
    in.get("decision")
        .forEach(
            c ->
                decision.add(
                    new Condition(
                        c.get("name").textValue(),
                        c.get("value").textValue(),
                        c.get("held").booleanValue())));
    return new Alert(
        in.get("rule").textValue(),
        in.get("plate").textValue(),
        Instant.parse(in.get("start").textValue()),
        Instant.parse(in.get("decided").textValue()),
        in.get("end").isNull() ? null : Instant.parse(in.get("end").textValue()),
        number(in, "lon"),
        number(in, "lat"),
        Grade.valueOf(in.get("grade").textValue()),
        in.get("severity").intValue(),
        AlertStatus.valueOf(in.get("status").textValue()),
        in.get("reason").textValue(),
        in.get("place").textValue(),
        in.get("permit").textValue(),
        in.get("trip").textValue(),
        segments,
        number(in, "measured"),
        number(in, "allowed"),
        in.get("unit").textValue(),
        in.get("ruleVersion").textValue(),
        decision);
  }

  private static double number(JsonNode in, String name) {
    return in.get(name).isNull() ? Double.NaN : in.get(name).doubleValue();
  }
}
