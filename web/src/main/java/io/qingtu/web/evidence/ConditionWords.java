package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.web.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of the rules in Chinese, from the same file as the pages read. */
final class ConditionWords {
  private record Word(Pattern pattern, String chinese) {}

  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");
  private static final List<Word> NAMES = new ArrayList<>();
  private static final List<Word> VALUES = new ArrayList<>();

  static {
    try (InputStream in = ConditionWords.class.getResourceAsStream("/words/conditions.json")) {
      JsonNode words = Json.MAPPER.readTree(in);
      words.get("names").forEach(w -> NAMES.add(word(w)));
      words.get("values").forEach(w -> VALUES.add(word(w)));
    } catch (IOException e) {
      throw new UncheckedIOException("the words of the conditions", e);
    }
  }

  private ConditionWords() {}

  private static Word word(JsonNode line) {
    return new Word(Pattern.compile(line.get(0).textValue()), line.get(1).textValue());
  }

  /** The name of a condition; one that is not known stays as it is. */
  static String name(String name) {
    for (Word word : NAMES) {
      Matcher m = word.pattern.matcher(name);
      if (m.find()) {
        return m.replaceFirst(word.chinese);
      }
    }
    return name;
  }

  /** What was found, with moments as the city's clock shows them. */
  static String value(String value) {
    String text = INSTANT.matcher(value).replaceAll(m -> EventWords.time(Instant.parse(m.group())));
    for (Word word : VALUES) {
      text = word.pattern.matcher(text).replaceAll(word.chinese);
    }
    return text;
  }
}
