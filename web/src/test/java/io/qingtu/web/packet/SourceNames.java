package io.qingtu.web.packet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the sources of packets call the fields, from {@code source-names.tsv}: for a message or all
 * ({@code *}) or one line of the collection the source's name, or its end, and our field's path
 * without indices, or its end.
 */
final class SourceNames {
  /** Said of a name that is about the source's code and not about the packet. */
  static final String NO_FIELD = "-";

  /** Said of a name for the whole packet, or its body: we must write the same bytes. */
  static final String PACKET = "$packet";

  private final Map<String, String> names = table("source-names.tsv", 3);

  private SourceNames() {}

  static SourceNames read() {
    return new SourceNames();
  }

  /** Numbers that names in the sources' code stand for. */
  static Map<String, String> constants() {
    return table("source-constants.tsv", 2);
  }

  /** Our fields for a source's, the better one first; empty if nobody has said it yet. */
  Optional<List<String>> find(int line, String messageId, ExpectedValue value) {
    List<String> forms = new ArrayList<>();
    if (!value.within().isEmpty()) {
      forms.add("{" + value.within() + "}." + value.field());
    }
    String indexed = value.name();
    String plain = value.field();
    while (true) {
      forms.add(indexed);
      forms.add(plain);
      if (indexed.indexOf('.') < 0 && plain.indexOf('.') < 0) {
        break;
      }
      indexed = indexed.substring(indexed.indexOf('.') + 1);
      plain = plain.substring(plain.indexOf('.') + 1);
    }
    for (String message : List.of(Integer.toString(line), messageId, "*")) {
      for (String form : forms) {
        String field = names.get(message + " " + form);
        if (field != null) {
          return Optional.of(List.of(field.split("\\|")));
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> table(String file, int columns) {
    Map<String, String> table = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SourceNames.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] row = line.strip().split("\t");
          if (row.length != columns) {
            throw new IllegalArgumentException(file + ": " + line);
          }
          String key = columns == 3 ? row[0] + " " + row[1] : row[0];
          if (table.put(key, row[columns - 1]) != null) {
            throw new IllegalArgumentException(file + ": twice " + key);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
