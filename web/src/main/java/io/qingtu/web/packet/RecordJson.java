package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.Envelope;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.SafetyAlarm;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.management.TerminalParameter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Records as JSON objects: the names of the components are the names of the fields, so that a
 * message needs no code here. Bytes show as hexadecimal digits, a device's time as the instant that
 * it means, message ids as {@code 0x0200}, what is absent as null; a location and a parameter look
 * the same wherever they stand.
 */
final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What is not expected at all: shown only where it is there. */
  private static final Set<String> UNEXPECTED = Set.of("trailing", "vendorBytes");

  private final LocationJson locations;

  RecordJson(LocationJson locations) {
    this.locations = locations;
  }

  ObjectNode object(Object message) {
    ObjectNode object = NODES.objectNode();
    if (message instanceof LocationReport report) {
      locations.write(report, object);
      safetyAlarms(report, object);
      return object;
    }
    if (message instanceof TerminalParameter parameter) {
      return ParameterJson.of(parameter);
    }
    for (RecordComponent component : message.getClass().getRecordComponents()) {
      put(object, component.getName(), read(component, message));
    }
    if (message instanceof Envelope envelope) {
      envelope.inside().ifPresent(inside -> object.set("inside", node(inside)));
    }
    return object;
  }

  /** The alarms of active safety among the items, which are more than a value each. */
  private void safetyAlarms(LocationReport report, ObjectNode object) {
    ArrayNode alarms = NODES.arrayNode();
    for (AdditionalItem item : report.items()) {
      if (item instanceof SafetyAlarm alarm) {
        ObjectNode json = alarms.addObject().put("id", String.format("0x%02x", alarm.id()));
        alarm.titles().forEach(json.putArray("titles")::add);
        for (RecordComponent component : alarm.getClass().getRecordComponents()) {
          put(json, component.getName(), read(component, alarm));
        }
      }
    }
    if (!alarms.isEmpty()) {
      object.set("safetyAlarms", alarms);
    }
  }

  /** The issue that the body of a message is written after, where the body tells it. */
  static Optional<ProtocolVersion> layout(Object message) {
    for (RecordComponent component : message.getClass().getRecordComponents()) {
      if (component.getType() == ProtocolVersion.class) {
        return Optional.of((ProtocolVersion) read(component, message));
      }
    }
    return Optional.empty();
  }

  private void put(ObjectNode object, String name, Object value) {
    if (value instanceof ProtocolVersion) {
      // stands in front of the body
      return;
    }
    if (value instanceof Bytes bytes && bytes.isEmpty() && UNEXPECTED.contains(name)) {
      return;
    }
    object.set(name, isMessageId(name, value) ? id((Integer) value) : node(value));
    if (value instanceof DeviceTime time && time.instant().isEmpty()) {
      object.put(name + "Digits", String.format("%012x", time.bcd()));
    }
  }

  private static boolean isMessageId(String name, Object value) {
    return value instanceof Integer && (name.equals("messageId") || name.endsWith("MessageId"));
  }

  private static JsonNode id(int messageId) {
    return NODES.textNode(PacketJson.id(messageId));
  }

  private JsonNode node(Object value) {
    if (value instanceof Bytes bytes) {
      return NODES.textNode(bytes.hex());
    } else if (value instanceof DeviceTime time) {
      return time.instant().<JsonNode>map(t -> NODES.textNode(t.toString())).orElse(nothing());
    } else if (value instanceof Enum<?> constant) {
      return NODES.textNode(constant.name());
    } else if (value instanceof Collection<?> several) {
      return array(several);
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, entry) -> object.set(String.valueOf(key), node(entry)));
      return object;
    } else if (value instanceof Record) {
      return object(value);
    }
    return simple(value);
  }

  private JsonNode simple(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(this::node).orElse(nothing());
    } else if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? NODES.numberNode(optional.getAsInt()) : nothing();
    } else if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? NODES.numberNode(optional.getAsLong()) : nothing();
    } else if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? NODES.numberNode(optional.getAsDouble()) : nothing();
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      return NODES.numberNode(((Number) value).longValue());
    } else if (value instanceof Double number) {
      return NODES.numberNode(number);
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    }
    throw new IllegalArgumentException("no JSON for " + value.getClass());
  }

  private ArrayNode array(Collection<?> several) {
    ArrayNode array = NODES.arrayNode();
    several.forEach(one -> array.add(node(one)));
    return array;
  }

  private static JsonNode nothing() {
    return NODES.nullNode();
  }

  private static Object read(RecordComponent component, Object message) {
    try {
      return component.getAccessor().invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
