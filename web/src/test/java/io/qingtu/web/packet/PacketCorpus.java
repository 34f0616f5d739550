package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A collection of packets that others wrote or captured, where one lies beside the project. */
final class PacketCorpus {
  private PacketCorpus() {}

  /** Its entries by line; without it the test is skipped and says so. */
  static List<JsonNode> read() throws IOException {
    Path file = home().resolve("../shared/protocol/packets.jsonl");
    assumeTrue(Files.exists(file), "no collection of packets beside the project: " + file);
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      entries.add(mapper.readTree(line));
    }
    return entries;
  }

  /** The bytes as they go over the wire. */
  static String hex(JsonNode entry) {
    return entry.path("wireHex").asText(entry.get("hex").asText());
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
