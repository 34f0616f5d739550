package io.qingtu.web.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.qingtu.server.store.CommandRow;
import java.io.IOException;
import java.time.Instant;

/** A command as the API shows it; who asked for it is null where the system itself did. */
final class CommandSerializer extends StdSerializer<CommandRow> {
  private static final long serialVersionUID = 1;

  CommandSerializer() {
    super(CommandRow.class);
  }

  @Override
  public void serialize(CommandRow c, JsonGenerator out, SerializerProvider p) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", Long.toString(c.id()));
    out.writeStringField("plate", c.plate());
    out.writeStringField("kind", c.kind());
    out.writeObjectField("arguments", Json.MAPPER.readTree(c.arguments()));
    out.writeStringField("reason", c.reason());
    out.writeStringField("requestedBy", c.requestedBy().isEmpty() ? null : c.requestedBy());
    time(out, p, "createdAt", c.createdAt());
    time(out, p, "expiresAt", c.expiresAt());
    out.writeStringField("state", c.state().name());
    out.writeNumberField("tries", c.tries());
    time(out, p, "sentAt", c.sentAt());
    time(out, p, "answeredAt", c.answeredAt());
    out.writeObjectField("result", c.result().orElse(null));
    out.writeStringField("detail", c.detail());
    out.writeEndObject();
  }

  private static void time(JsonGenerator out, SerializerProvider p, String name, Instant time)
      throws IOException {
    out.writeFieldName(name);
    p.defaultSerializeValue(time, out);
  }
}
