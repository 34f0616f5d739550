package io.qingtu.web.packet;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field's value and unit as people write them: 543 of 0.1 km/h are 54.3 km/h.
 *
 * @param value empty where the bytes are their own value
 */
record FieldText(String value, String unit) {
  private static final Pattern STEP = Pattern.compile("(0\\.0*1|1e-\\d+) (.+)");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static FieldText of(String name, String unit, int length, Object value) {
    if (value instanceof Bytes bytes) {
      return new FieldText(name.equals("phone") ? bytes.hex() : "", unit);
    } else if (value instanceof DeviceTime time) {
      return new FieldText(text(time), time.instant().isPresent() ? unit : "");
    } else if (value instanceof Number number) {
      return number(name, unit, length, number.longValue());
    }
    return new FieldText(String.valueOf(value), unit);
  }

  private static FieldText number(String name, String unit, int length, long number) {
    boolean messageId = length == 2 && (name.equals("messageId") || name.endsWith("MessageId"));
    if (messageId || name.equals("id") && length == 1) {
      return new FieldText(String.format("0x%0" + 2 * length + "x", number), unit);
    }
    Matcher step = STEP.matcher(unit);
    if (step.matches()) {
      BigDecimal exact = BigDecimal.valueOf(number).multiply(new BigDecimal(step.group(1)));
      return new FieldText(exact.toPlainString(), step.group(2));
    }
    return new FieldText(
        length == Long.BYTES ? Long.toUnsignedString(number) : Long.toString(number), unit);
  }

  private static String text(DeviceTime time) {
    return time.instant()
        .map(instant -> TIME.format(LocalDateTime.ofInstant(instant, DeviceTime.ZONE)))
        .orElse("no time");
  }
}
