package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.message.management.ParameterType;
import io.qingtu.protocol.message.management.ParameterType.Kind;
import io.qingtu.protocol.message.management.TerminalParameter;
import java.util.Optional;

/**
 * Parameters of terminals as JSON objects: what the table says of the id, the value as the number
 * or the text that it is, and the bytes; the fields where it is several values. Of a vendor's id
 * the bytes alone are known.
 */
final class ParameterJson {
  private ParameterJson() {}

  static ObjectNode of(TerminalParameter parameter) {
    Optional<ParameterType> type = parameter.type();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", String.format("0x%04x", parameter.id()))
            .put("name", type.map(ParameterType::valueName).orElse(null))
            .put("title", type.map(ParameterType::title).orElse(null));
    if (parameter.number().isPresent()) {
      json.put("value", parameter.number().getAsLong());
    } else {
      json.put("value", parameter.text().orElse(null));
    }
    json.put("unit", type.map(ParameterType::unit).filter(unit -> !unit.isEmpty()).orElse(null))
        .put("hex", parameter.value().hex());
    if (type.map(ParameterType::kind).orElse(Kind.STRING) == Kind.BYTES) {
      FieldsJson fields = new FieldsJson();
      parameter.tell(fields);
      json.set("fields", fields.fields());
    }
    return json;
  }
}
