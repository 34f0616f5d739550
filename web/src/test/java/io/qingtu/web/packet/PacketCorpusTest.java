package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Packets that others wrote or captured, where a collection of them lies beside the project. Each
 * line has {@code hex} (or {@code wireHex}) and, where it is a good frame, {@code fields} as an
 * independent decoder read them.
 */
class PacketCorpusTest {
  private static final double AGREEING_SHARE = 0.995;

  private List<JsonNode> corpus;

  @BeforeEach
  void readCorpus() throws IOException {
    corpus = PacketCorpus.read();
  }

  @Test
  void agreesWithAnIndependentDecoder() {
    Map<Integer, String> disagreements = new TreeMap<>();
    int compared = 0;
    for (int line = 1; line <= corpus.size(); line++) {
      JsonNode entry = corpus.get(line - 1);
      if (entry.has("fields")) {
        compared++;
        ObjectNode packet =
            new PacketDecoder(false, Optional.empty()).decode(PacketCorpus.hex(entry)).get(0);
        List<String> differences = FieldComparison.of(entry.get("fields"), packet);
        if (!differences.isEmpty()) {
          disagreements.put(
              line, PacketCorpus.hex(entry) + "\n    " + String.join("\n    ", differences));
        }
      }
    }
    System.out.printf("%d of %d packets disagree%n", disagreements.size(), compared);
    assertTrue(disagreements.size() <= compared * (1 - AGREEING_SHARE), disagreements::toString);
    assertEquals(CorpusExceptions.FIELDS.keySet(), disagreements.keySet(), disagreements::toString);
  }

  @Test
  void everyFrameWhoseChecksumIsGoodIsAMessageThatIsKnown() {
    Set<String> noFrame = Set.of("framing", "escape", "checksum", "length");
    Map<Integer, String> unread = new TreeMap<>();
    int good = 0;
    for (int line = 1; line <= corpus.size(); line++) {
      JsonNode entry = corpus.get(line - 1);
      ObjectNode packet =
          new PacketDecoder(false, Optional.empty()).decode(PacketCorpus.hex(entry)).get(0);
      if (entry.path("kind").asText().equals("frame")
          && !noFrame.contains(packet.path("error").asText())) {
        good++;
        boolean known = !packet.path("message").asText().equals("UnknownMessage");
        if (!packet.get("ok").asBoolean() || !known) {
          unread.put(line, packet.toString());
        }
      }
    }
    System.out.printf("%d of %d good frames are no known message%n", unread.size(), good);
    assertTrue(good > 0);
    assertEquals(CorpusExceptions.FRAMES.keySet(), unread.keySet(), unread::toString);
  }

  @Test
  void everyBodyIsReadUnderOneOfTheIssues() {
    Map<Integer, String> unread = new TreeMap<>();
    int bodies = 0;
    for (int line = 1; line <= corpus.size(); line++) {
      JsonNode entry = corpus.get(line - 1);
      if (entry.path("kind").asText().equals("body")) {
        bodies++;
        if (Stream.of(ProtocolVersion.values()).noneMatch(version -> isRead(entry, version))) {
          unread.put(line, entry.get("msgId") + " " + PacketCorpus.hex(entry));
        }
      }
    }
    System.out.printf("%d of %d bodies are not read%n", unread.size(), bodies);
    assertTrue(bodies > 0);
    assertEquals(CorpusExceptions.BODIES.keySet(), unread.keySet(), unread::toString);
  }

  private static boolean isRead(JsonNode entry, ProtocolVersion version) {
    int id = Integer.decode(entry.get("msgId").asText());
    try {
      Bytes body = Bytes.ofHex(PacketCorpus.hex(entry));
      return id >= 0x8000
          ? PlatformMessageType.decode(id, new BodyReader(body), version).isPresent()
          : !(TerminalMessageType.decode(id, new BodyReader(body), version)
              instanceof UnknownMessage);
    } catch (MalformedException e) {
      return false;
    }
  }

  @Test
  void whateverLiesThereBecomesJson() {
    Set<String> errors =
        Set.of("framing", "escape", "checksum", "length", "malformed", "encrypted");
    for (boolean strict : new boolean[] {false, true}) {
      PacketDecoder decoder = new PacketDecoder(strict, Optional.empty());
      for (JsonNode entry : corpus) {
        List<ObjectNode> packets = decoder.decode(PacketCorpus.hex(entry));
        assertFalse(packets.isEmpty());
        for (ObjectNode packet : packets) {
          assertTrue(
              packet.get("ok").asBoolean() || errors.contains(packet.get("error").asText()),
              packet::toString);
        }
      }
    }
  }
}
