package io.qingtu.web;

import io.qingtu.fixtures.ProjectHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of words out of the pages' dictionaries: lines of one key and one string each. */
final class UiWords {
  private static final Pattern WORD =
      Pattern.compile("\\s+'?([\\w-]+)'?: (?:'([^']*)'|\"([^\"]*)\"),");

  private UiWords() {}

  /**
   * A table, in its order.
   *
   * @param file in {@code web/ui/src/i18n}
   * @param table its name there
   * @throws IllegalArgumentException if the file has no such table, or a key in it twice
   */
  static Map<String, String> table(String file, String table) throws IOException {
    Path path = ProjectHome.find().orElseThrow().resolve("web/ui/src/i18n").resolve(file);
    Map<String, String> words = null;
    String indent = "";
    for (String line : Files.readAllLines(path)) {
      if (words == null) {
        if (line.strip().equals(table + ": {")) {
          words = new LinkedHashMap<>();
          indent = line.substring(0, line.indexOf(table));
        }
      } else if (line.startsWith(indent + "}")) {
        return words;
      } else {
        add(words, line);
      }
    }
    throw new IllegalArgumentException(file + " has no whole table " + table);
  }

  private static void add(Map<String, String> words, String line) {
    Matcher word = WORD.matcher(line);
    if (!word.matches()) {
      throw new IllegalArgumentException("no word: " + line);
    }
    String text = word.group(2) == null ? word.group(3) : word.group(2);
    if (words.put(word.group(1), text) != null) {
      throw new IllegalArgumentException("twice: " + line);
    }
  }
}
