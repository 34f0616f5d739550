package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every value that a decoded packet shows, in the forms in which others may write it: numbers also
 * in the units of the wire, moments as the terminal's clock has them, bytes also as the numbers and
 * the text in them.
 */
final class ShownValues {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyMMddHHmmss");
  private static final int[] SCALES = {1, 10, 100, 1000, 1_000_000};

  private final Set<String> values = new HashSet<>();

  private ShownValues() {}

  static Set<String> of(JsonNode packet) {
    ShownValues shown = new ShownValues();
    shown.add(packet);
    return shown.values;
  }

  private void add(JsonNode node) {
    if (node.isNumber()) {
      for (int scale : SCALES) {
        BigDecimal scaled = node.decimalValue().multiply(BigDecimal.valueOf(scale));
        values.add(scaled.stripTrailingZeros().toPlainString());
      }
    } else if (node.isTextual()) {
      add(node.textValue().toLowerCase(Locale.ROOT));
    } else {
      node.forEach(this::add);
    }
  }

  private void add(String text) {
    values.add(text);
    values.add(text.replaceFirst("^0+", ""));
    if (text.matches("\\d{2}[01]\\d[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d")) {
      values.add(text.replaceFirst("(..)(..)(..)(..)(..)(..)", "20$1-$2-$3 $4:$5:$6"));
    }
    if (text.matches("0x[0-9a-f]{1,8}")) {
      values.add(Long.toString(Long.decode(text)));
    } else if (text.matches("([0-9a-f]{2})+")) {
      addBytes(Bytes.ofHex(text));
    } else if (text.matches("\\d{4}-\\d\\d-\\d\\dt\\d\\d:\\d\\d:\\d\\dz")) {
      Instant moment = Instant.parse(text.toUpperCase(Locale.ROOT));
      LocalDateTime local = LocalDateTime.ofInstant(moment, DeviceTime.ZONE);
      values.add(CLOCK.format(local));
      values.add(DIGITS.format(local));
    }
  }

  private void addBytes(Bytes bytes) {
    values.add(new BodyReader(bytes).text().toLowerCase(Locale.ROOT));
    for (int at = 0; at < bytes.length(); at++) {
      values.add(Integer.toString(bytes.at(at)));
      if (at + 2 <= bytes.length()) {
        values.add(Integer.toString(bytes.u16(at)));
      }
      if (at + 4 <= bytes.length()) {
        values.add(Long.toString(bytes.u32(at)));
      }
    }
  }
}
