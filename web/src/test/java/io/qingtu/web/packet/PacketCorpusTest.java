package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.table.TerminalMessageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Packets that others wrote or captured, where a collection of them lies beside the project. Each
 * line has {@code hex} (or {@code wireHex}) and, where it is a good frame, {@code fields} as an
 * independent decoder read them.
 */
class PacketCorpusTest {
  private static final double AGREEING_SHARE = 0.98;

  private List<JsonNode> corpus;

  @BeforeEach
  void readCorpus() throws IOException {
    Path file = home().resolve("../shared/protocol/packets.jsonl");
    assumeTrue(Files.exists(file), "no collection of packets beside the project: " + file);
    ObjectMapper mapper = new ObjectMapper();
    corpus = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      corpus.add(mapper.readTree(line));
    }
  }

  @Test
  void agreesWithAnIndependentDecoder() {
    PacketDecoder decoder = new PacketDecoder(false, Optional.empty());
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    for (JsonNode entry : corpus) {
      if (entry.has("fields")) {
        compared++;
        ObjectNode packet = decoder.decode(hex(entry)).get(0);
        List<String> differences = new ArrayList<>();
        compare("", entry.get("fields"), packet, differences);
        if (!differences.isEmpty()) {
          disagreements.add(hex(entry) + "\n    " + String.join("\n    ", differences));
        }
      }
    }
    System.out.printf("%d of %d packets disagree%n", disagreements.size(), compared);
    disagreements.forEach(System.out::println);
    assertTrue(compared > 0);
    assertTrue(disagreements.size() <= compared * (1 - AGREEING_SHARE));
  }

  @Test
  void everyGoodFrameOfAKnownMessageDecodes() {
    PacketDecoder decoder = new PacketDecoder(false, Optional.empty());
    Set<String> known =
        Arrays.stream(TerminalMessageType.values())
            .map(type -> PacketJson.id(type.id()))
            .collect(Collectors.toSet());
    for (JsonNode entry : corpus) {
      if (entry.at("/fields/body").isObject() && known.contains(entry.path("msgId").asText())) {
        ObjectNode packet = decoder.decode(hex(entry)).get(0);
        boolean encrypted = packet.path("error").asText().equals("encrypted");
        assertTrue(packet.get("ok").asBoolean() || encrypted, packet::toString);
      }
    }
  }

  @Test
  void whateverLiesThereBecomesJson() {
    Set<String> errors =
        Set.of("framing", "escape", "checksum", "length", "malformed", "encrypted");
    for (boolean strict : new boolean[] {false, true}) {
      PacketDecoder decoder = new PacketDecoder(strict, Optional.empty());
      for (JsonNode entry : corpus) {
        List<ObjectNode> packets = decoder.decode(hex(entry));
        assertFalse(packets.isEmpty());
        for (ObjectNode packet : packets) {
          assertTrue(
              packet.get("ok").asBoolean() || errors.contains(packet.get("error").asText()),
              packet::toString);
        }
      }
    }
  }

  private static String hex(JsonNode entry) {
    return entry.path("wireHex").asText(entry.get("hex").asText());
  }

  /** Everything that is expected must be there and the same; there may be more. */
  private static void compare(String path, JsonNode expected, JsonNode found, List<String> out) {
    if (expected.isObject() && found.isObject()) {
      for (Map.Entry<String, JsonNode> field : expected.properties()) {
        String key = field.getKey();
        compare(path + "/" + key, field.getValue(), found.path(key), out);
      }
    } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), found.get(i), out);
      }
    } else if (expected.isNumber() && found.isNumber()
        ? expected.doubleValue() != found.doubleValue()
        : !expected.equals(found)) {
      out.add(
          path
              + ": expected "
              + expected
              + ", found "
              + (found.isMissingNode() ? "nothing" : found));
    }
  }

  private static Path home() {
    String home = System.getProperty("qingtu.home");
    Path folder = Path.of(home == null ? "" : home).toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("tracker"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
