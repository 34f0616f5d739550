package io.qingtu.web.packet;

import io.qingtu.web.packet.PacketAnnotation.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value that a source's code writes down, and whether a field has it: numbers as they stand on
 * the wire or in the field's unit, times in GMT+8, text without what fills its field up.
 *
 * @param text the number in decimal; a date and time as digits YYYYMMDDhhmmss; bytes in
 *     hexadecimal; text in lower case
 */
record Literal(Kind kind, String text) {
  enum Kind {
    NUMBER,
    MOMENT,
    TIME_OF_DAY,
    BYTES,
    TEXT
  }

  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{3}))?)?(\\+08:00)?");
  private static final Pattern PARSED =
      Pattern.compile("(?:DateTime\\.Parse|ToDateTime)\\(\\\\?\"([^\"\\\\]+)\\\\?\"\\)");
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{3}))?");
  private static final Pattern CAST =
      Pattern.compile("^\\((?:u?int|ushort|byte|ulong|long|short)\\)");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)[uUlL]*");
  private static final Pattern BASED = Pattern.compile("0([xb])([0-9a-fA-F]{1,15})u?");
  private static final Pattern MESSAGE_ID = Pattern.compile(".*MsgId\\._0x([0-9a-fA-F]{4}).*");
  private static final Pattern ARRAY =
      Pattern.compile("new (byte|List<ushort>) ?(?:\\[(\\d*)\\])? ?(?:\\{([^}]*)\\})?.*");
  private static final Pattern LENGTH = Pattern.compile("([^\"]*)\"\\.Length");
  private static final Pattern WORD =
      Pattern.compile("[\\w\\-:,.;/+=@#!()\"\\\\ \\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]*");
  private static final Pattern CODE =
      Pattern.compile(
          ".*(\\w\\(\\)|\\)\\.|\\.Length|\\w\\.\\w+\\.\\w+\\(|Enum|=>|JT808_\\w+\\.).*");

  /**
   * @param constants what a name in the sources' code stands for
   * @return empty for what can only be known by running the source
   */
  static Optional<Literal> of(String code, Map<String, String> constants) {
    Matcher parsed = PARSED.matcher(code);
    String value = CAST.matcher(parsed.find() ? parsed.group(1) : code.strip()).replaceFirst("");
    Matcher id = MESSAGE_ID.matcher(value);
    if (id.matches()) {
      return number(Long.parseLong(id.group(1), 16));
    }
    Matcher array = ARRAY.matcher(value);
    if (array.matches()) {
      return Optional.of(new Literal(Kind.BYTES, bytes(array)));
    }
    Matcher length = LENGTH.matcher(value);
    return length.matches()
        ? number(length.group(1).length())
        : time(value).or(() -> sum(value, constants)).or(() -> word(value));
  }

  static Literal bytes(String hex) {
    return new Literal(Kind.BYTES, hex);
  }

  private static Optional<Literal> time(String value) {
    Matcher moment = MOMENT.matcher(value);
    if (moment.matches()) {
      String digits = value.substring(0, 10).replace("-", "");
      String time = moment.group(2) == null ? "" : moment.group(2).replace(":", "");
      return Optional.of(new Literal(Kind.MOMENT, digits + time + thousandths(moment.group(3))));
    }
    Matcher day = TIME_OF_DAY.matcher(value);
    return day.matches()
        ? Optional.of(
            new Literal(
                Kind.TIME_OF_DAY,
                day.group(1) + day.group(2) + day.group(3) + thousandths(day.group(4))))
        : Optional.empty();
  }

  private static String thousandths(String digits) {
    return digits == null ? "" : "0" + digits;
  }

  /** A number, the name of one, or several joined by {@code |}. */
  private static Optional<Literal> sum(String value, Map<String, String> constants) {
    Matcher decimal = NUMBER.matcher(value);
    if (decimal.matches()) {
      return Optional.of(new Literal(Kind.NUMBER, decimal.group(1)));
    }
    long sum = 0;
    for (String part : value.replaceAll("\\.ToByteValue\\(\\)$|^\\(|\\)$", "").split("\\|")) {
      String name = part.strip();
      String known = constants.getOrDefault(name.substring(name.lastIndexOf('.') + 1), name);
      Matcher based = BASED.matcher(known);
      if (based.matches()) {
        sum |= Long.parseLong(based.group(2), based.group(1).equals("x") ? 16 : 2);
      } else if (known.matches("\\d+")) {
        sum |= Long.parseLong(known);
      } else {
        return Optional.empty();
      }
    }
    return number(sum);
  }

  private static Optional<Literal> number(long number) {
    return Optional.of(new Literal(Kind.NUMBER, Long.toString(number)));
  }

  private static Optional<Literal> word(String value) {
    boolean word = WORD.matcher(value).matches() && !CODE.matcher(value).matches();
    return word && !value.equals("true") && !value.equals("false")
        ? Optional.of(new Literal(Kind.TEXT, value.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static String bytes(Matcher array) {
    if (array.group(3) == null) {
      return "00".repeat(Integer.parseInt(array.group(2)));
    }
    String format = array.group(1).equals("byte") ? "%02x" : "%04x";
    return Stream.of(array.group(3).split(","))
        .map(element -> String.format(format, Integer.decode(element.strip())))
        .collect(Collectors.joining());
  }

  boolean isIn(Row row) {
    return switch (kind) {
      case BYTES -> row.hex().equals(text);
      case TEXT -> isText(row);
      case TIME_OF_DAY -> text.startsWith(row.hex()) || row.hex().startsWith(text);
      case MOMENT -> isMoment(row);
      case NUMBER -> isNumber(row) || isText(row);
    };
  }

  private boolean isMoment(Row row) {
    String shown = row.value().replaceAll("\\D", "");
    boolean midnight = text.length() == 8 && shown.equals(text + "000000");
    boolean timeAlone = text.length() > 14 && row.hex().equals(text.substring(8));
    boolean short_ = row.hex().equals(text.substring(2)) || row.hex().equals(text);
    boolean day = text.endsWith("000000") && row.hex().equals(text.substring(0, 8));
    return shown.equals(text) || midnight || timeAlone || short_ || day;
  }

  private boolean isNumber(Row row) {
    BigDecimal number = new BigDecimal(text);
    BigInteger wire = new BigInteger(row.hex(), 16);
    BigInteger signed =
        wire.testBit(4 * row.hex().length() - 1)
            ? wire.subtract(BigInteger.ONE.shiftLeft(4 * row.hex().length()))
            : wire;
    boolean shown =
        row.value().matches("-?\\d+(\\.\\d+)?")
            && new BigDecimal(row.value()).compareTo(number) == 0;
    return shown
        || number.compareTo(new BigDecimal(wire)) == 0
        || number.compareTo(new BigDecimal(signed)) == 0;
  }

  private boolean isText(Row row) {
    String plain = stripped(text);
    return stripped(row.value()).equalsIgnoreCase(plain)
        || stripped(row.hex()).equals(plain)
        || stripped(characters(row.hex())).equalsIgnoreCase(plain);
  }

  /** Without the zeros in front: digits fill their fields up with them. */
  private static String stripped(String text) {
    return text.strip().replaceFirst("^0+(?=.)", "");
  }

  private static String characters(String hex) {
    return IntStream.range(0, hex.length() / 2)
        .map(i -> Integer.parseInt(hex, 2 * i, 2 * i + 2, 16))
        .filter(c -> c > 0)
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
