package io.qingtu.web.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.CommandRow;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * How values look in the API: records as objects, moments in ISO 8601 with the city's offset, what
 * is not known as null, alerts with the names of their rules.
 */
public final class Json {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(DailyHours.CITY_ZONE);

  private static final ObjectMapper PLAIN = mapper(values());

  /** Reads and writes everything that the API speaks. */
  public static final ObjectMapper MAPPER =
      mapper(
          values()
              .addSerializer(AlertRow.class, new AlertSerializer())
              .addSerializer(CommandRow.class, new CommandSerializer()));

  private Json() {}

  /** The text of a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /** A GeoJSON feature collection of features that are JSON already. */
  public static String featureCollection(List<String> features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static ObjectMapper mapper(SimpleModule values) {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(values)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  private static SimpleModule values() {
    return new SimpleModule()
        .addSerializer(Instant.class, new TimeSerializer())
        .addSerializer(Cover.class, new SensorSerializer<>(Cover.class))
        .addSerializer(Lift.class, new SensorSerializer<>(Lift.class))
        .addSerializer(Load.class, new SensorSerializer<>(Load.class))
        .addSerializer(Switch.class, new SensorSerializer<>(Switch.class))
        .addSerializer(Double.class, new NumberSerializer(Double.class))
        .addSerializer(double.class, new NumberSerializer(double.class));
  }

  private static final class TimeSerializer extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;

    TimeSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant t, JsonGenerator out, SerializerProvider p) throws IOException {
      out.writeString(TIME.format(t));
    }
  }

  private static final class NumberSerializer extends StdSerializer<Double> {
    private static final long serialVersionUID = 1;

    NumberSerializer(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double v, JsonGenerator out, SerializerProvider p) throws IOException {
      if (v.isNaN() || v.isInfinite()) {
        out.writeNull();
      } else {
        out.writeNumber(v);
      }
    }
  }

  /** A sensor state that is not known is null. */
  private static final class SensorSerializer<E extends Enum<E>> extends StdSerializer<E> {
    private static final long serialVersionUID = 1;

    SensorSerializer(Class<E> type) {
      super(type);
    }

    @Override
    public void serialize(E state, JsonGenerator out, SerializerProvider p) throws IOException {
      if (state.name().equals("UNKNOWN")) {
        out.writeNull();
      } else {
        out.writeString(state.name());
      }
    }
  }

  private static final class AlertSerializer extends StdSerializer<AlertRow> {
    private static final long serialVersionUID = 1;

    AlertSerializer() {
      super(AlertRow.class);
    }

    @Override
    public void serialize(AlertRow alert, JsonGenerator out, SerializerProvider p)
        throws IOException {
      ObjectNode node = PLAIN.valueToTree(alert);
      node.remove(List.of("alarm", "companyId"));
      node.put("id", Long.toString(alert.id()));
      if (alert.kind().isEmpty()) {
        node.putNull("kind");
      }
      RuleNames.Name name = RuleNames.of(alert.rule());
      node.put("ruleName", name.zh()).put("ruleNameEn", name.en());
      out.writeTree(node);
    }
  }
}
