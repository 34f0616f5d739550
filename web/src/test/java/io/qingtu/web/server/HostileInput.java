package io.qingtu.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that nobody means well with.
 *
 * @param kind of attack, for the message of a failing test
 * @param json as it stands in a body: a text in quotation marks, or any other value
 */
record HostileInput(String kind, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The table {@code hostile-inputs.tsv}, and what is too long for it. */
  static List<HostileInput> all() throws IOException {
    List<HostileInput> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HostileInput.class.getResourceAsStream("hostile-inputs.tsv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(l -> l.split("\t", 2))
          .map(p -> new HostileInput(p[0], p[1]))
          .forEach(all::add);
    }
    for (int length : new int[] {41, 201, 2001, 3500, 5000, 70_000}) {
      all.add(new HostileInput("long", '"' + "长".repeat(length / 3) + '"'));
      all.add(new HostileInput("long", '"' + "9".repeat(length) + '"'));
    }
    all.add(new HostileInput("deep", "[".repeat(10_000) + "]".repeat(10_000)));
    all.add(new HostileInput("deep", "{\"a\":".repeat(600) + "1" + "}".repeat(600)));
    all.add(new HostileInput("wide", "[" + "0,".repeat(20_000) + "0]"));
    return all;
  }

  /** As it stands in a query or a path, before it is escaped. */
  String text() {
    if (!json.startsWith("\"")) {
      return json;
    }
    try {
      return JSON.readValue(json, JsonNode.class).textValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the table has " + json, e);
    }
  }

  /**
   * The text as a part of an address; half a surrogate pair is written as if it were a character.
   */
  String escaped() {
    StringBuilder out = new StringBuilder();
    text().codePoints().forEach(c -> bytes(c, out));
    return out.toString();
  }

  private static void bytes(int c, StringBuilder out) {
    byte[] utf8 =
        c >= 0xd800 && c < 0xe000
            ? new byte[] {
              (byte) (0xe0 | c >> 12), (byte) (0x80 | c >> 6 & 63), (byte) (0x80 | c & 63)
            }
            : Character.toString(c).getBytes(StandardCharsets.UTF_8);
    for (byte b : utf8) {
      boolean plain = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
      out.append(plain ? Character.toString(b) : "%%%02X".formatted(b));
    }
  }

  @Override
  public String toString() {
    return kind + " " + (json.length() > 100 ? json.substring(0, 100) + "…" : json);
  }
}
