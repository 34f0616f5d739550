package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the test that a packet comes from asserts of it, or built it from, in the words of that
 * test's code: only literal numbers, moments and words can be compared. Lengths, counts and bytes
 * of the whole are left out, because a message does not show them.
 */
final class AssertedWords {
  private static final Pattern MOMENT =
      Pattern.compile("(?:Parse|ToDateTime)\\(\\\\?\"(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)");
  private static final Pattern CAST =
      Pattern.compile("^\\((?:u?int|ushort|byte|ulong|long|short)\\)");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+)[uUlL]*");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,15})u?");
  private static final Pattern WORD = Pattern.compile("[\\w\\-:,\\u4e00-\\u9fff]+");
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "(?i).*(length$|remainder|quotient|hex|tostring\\(|jsonconvert|count$|count\\(\\)|attachinfoid).*");

  private AssertedWords() {}

  /** By the name that the source gives them, numbers in decimal, text in lower case. */
  static Map<String, String> of(JsonNode entry) {
    Map<String, String> words = new TreeMap<>();
    for (String part : List.of("asserts", "builtFrom")) {
      for (Map.Entry<String, JsonNode> field : entry.at("/expected/" + part).properties()) {
        if (!NOT_SHOWN.matcher(field.getKey()).matches()) {
          String word = literal(field.getValue().asText().strip());
          if (!word.isEmpty()) {
            words.put(part + " " + field.getKey(), word);
          }
        }
      }
    }
    return words;
  }

  private static String literal(String code) {
    Matcher moment = MOMENT.matcher(code);
    if (moment.find()) {
      return moment.group(1);
    }
    String value = CAST.matcher(code).replaceFirst("");
    Matcher number = NUMBER.matcher(value);
    if (number.matches()) {
      return number.group(1);
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(value);
    if (hexadecimal.matches()) {
      return Long.toString(Long.parseLong(hexadecimal.group(1), 16));
    }
    boolean word =
        WORD.matcher(value).matches() && !value.contains("Enum") && !value.startsWith("0b");
    return word && !value.equals("true") && !value.equals("false")
        ? value.toLowerCase(Locale.ROOT)
        : "";
  }
}
