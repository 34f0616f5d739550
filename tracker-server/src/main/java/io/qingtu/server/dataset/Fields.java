package io.qingtu.server.dataset;

import java.util.List;
import java.util.function.Function;

/**
 * A row or a feature as named texts, whatever file it came in. Every reader names file, row and
 * column where a text cannot be right.
 */
interface Fields {
  /** The text of a column, trimmed; empty where the column is missing. */
  String text(String column);

  /** What is wrong with this row, with its place. */
  DataSetException wrong(String reason);

  /** The text of a column that must not be empty. */
  default String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw wrong(column + " is empty");
    }
    return text;
  }

  /** A finite number; NaN where empty. */
  default double number(String column) {
    return text(column).isEmpty() ? Double.NaN : requiredNumber(column);
  }

  /** A finite number that must be there. */
  default double requiredNumber(String column) {
    String text = required(column);
    double v = parse(column, Double::parseDouble);
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      throw wrong(column + " \"" + text + "\" is not a finite number");
    }
    return v;
  }

  default int integer(String column, int absent) {
    return text(column).isEmpty() ? absent : (int) Math.round(requiredNumber(column));
  }

  /** true or false; {@code absent} where empty. */
  default boolean flag(String column, boolean absent) {
    String text = text(column);
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw wrong(column + " \"" + text + "\" is not true or false");
    }
    return text.equalsIgnoreCase("true");
  }

  default <E extends Enum<E>> E oneOf(String column, Class<E> type, E absent) {
    String text = text(column);
    if (text.isEmpty() && absent != null) {
      return absent;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw wrong(
        "unknown " + column + " \"" + text + "\"; known: " + List.of(type.getEnumConstants()));
  }

  /** Whatever {@code parser} makes of the column; its complaint becomes ours, with the place. */
  default <T> T parse(String column, Function<String, T> parser) {
    String text = text(column);
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw wrong(column + " \"" + text + "\" is not a number");
    } catch (IllegalArgumentException e) {
      throw wrong(column + ": " + e.getMessage());
    }
  }
}
