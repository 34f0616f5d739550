package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.FieldLog;
import java.util.ArrayDeque;
import java.util.Deque;

/** Fields as JSON objects with name, value and unit, as a reader tells of them. */
final class FieldsJson implements FieldLog {
  private final ArrayNode fields = JsonNodeFactory.instance.arrayNode();
  private final Deque<String> groups = new ArrayDeque<>();

  ArrayNode fields() {
    return fields;
  }

  @Override
  public void field(String name, String unit, int offset, int length, Object value) {
    if (length == 0) {
      return;
    }
    ObjectNode field = fields.addObject().put("name", String.join("", groups) + name);
    if (value instanceof Number number) {
      field.put("value", number.longValue());
    } else {
      field.put("value", value instanceof Bytes bytes ? bytes.hex() : value.toString());
    }
    field.put("unit", unit.isEmpty() ? null : unit);
  }

  @Override
  public void enter(String name, int index) {
    groups.addLast(name + "[" + index + "].");
  }

  @Override
  public void leave() {
    groups.removeLast();
  }
}
