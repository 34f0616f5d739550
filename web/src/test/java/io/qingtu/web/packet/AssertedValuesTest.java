package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.packet.PacketBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the sources of a collection of packets assert of them, beside the fields that {@link
 * PacketCorpusTest} compares: each literal value must be among those that we show. The names are
 * every source's own, so that a value is not tied to a field.
 */
class AssertedValuesTest {
  @Test
  void whatTheSourcesAssertIsShown() throws IOException {
    List<JsonNode> corpus = PacketCorpus.read();
    Map<Integer, String> missing = new TreeMap<>();
    int compared = 0;
    for (int line = 1; line <= corpus.size(); line++) {
      JsonNode entry = corpus.get(line - 1);
      Map<String, String> words = AssertedWords.of(entry);
      if (!words.isEmpty() && isOnePacket(entry)) {
        compared++;
        Map<String, String> unseen = unseen(words, entry);
        if (!unseen.isEmpty()) {
          missing.put(line, unseen.toString());
        }
      }
    }
    System.out.printf("%d of %d entries show not all values%n", missing.size(), compared);
    assertTrue(compared > 0);
    Set<Integer> explained = new TreeSet<>();
    CorpusExceptions.VALUES.values().forEach(explained::addAll);
    assertEquals(explained, missing.keySet(), missing::toString);
  }

  private static boolean isOnePacket(JsonNode entry) {
    return Set.of("frame", "body").contains(entry.path("kind").asText())
        && entry.path("msgId").asText().matches("0x[0-9a-fA-F]{4}");
  }

  /** Those that no issue's reading shows; of several readings the best. */
  private static Map<String, String> unseen(Map<String, String> words, JsonNode entry) {
    return packets(entry)
        .map(
            packet -> {
              Set<String> shown = ShownValues.of(packet);
              Map<String, String> unseen = new TreeMap<>(words);
              unseen
                  .values()
                  .removeIf(
                      word -> shown.contains(word) || shown.contains(word.replaceFirst("^0+", "")));
              return unseen;
            })
        .min((a, b) -> a.size() - b.size())
        .orElseThrow();
  }

  private static Stream<ObjectNode> packets(JsonNode entry) {
    String hex = PacketCorpus.hex(entry);
    if (entry.get("kind").asText().equals("frame")) {
      return Stream.of(decode(hex));
    }
    int id = Integer.decode(entry.get("msgId").asText());
    byte[] body = HexFormat.of().parseHex(hex);
    return Arrays.stream(PacketBuilder.Version.values())
        .map(version -> new PacketBuilder(version, "13800000001").packet(id, body))
        .map(packet -> decode(HexFormat.of().formatHex(packet)));
  }

  private static ObjectNode decode(String hex) {
    return new PacketDecoder(false, Optional.empty()).decode(hex).get(0);
  }
}
