package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.packet.PacketAnnotation.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the sources of a collection of packets assert of them or built them from: each value must
 * stand in the field that the source names ({@link SourceNames} says what we call it), in the
 * packet as {@code decode --annotate} explains it.
 */
class AssertedValuesTest {
  private static final double AGREEING_SHARE = 0.995;

  /** Contents that stand alone, without the byte of the type in front of them. */
  private static final Map<Integer, String> HEADS = Map.of(140, "f7", 141, "f8");

  private final SourceNames names = SourceNames.read();
  private final Map<String, String> constants = SourceNames.constants();
  private TerminalProfile gps51;
  private TerminalProfile library;

  /** What of an entry's expectations is not met, and how many there are. */
  private record Comparison(int compared, Set<String> missing, List<String> details) {}

  @BeforeEach
  void readProfiles(@TempDir Path folder) throws IOException {
    gps51 = profile(folder, "/profiles/gps51.yaml");
    library = profile(folder, "/io/qingtu/web/packet/library.yaml");
  }

  private static TerminalProfile profile(Path folder, String resource) throws IOException {
    Path file = folder.resolve(Path.of(resource).getFileName());
    try (InputStream in = AssertedValuesTest.class.getResourceAsStream(resource)) {
      Files.write(file, Objects.requireNonNull(in, resource).readAllBytes());
    }
    return TerminalProfile.read(file);
  }

  @Test
  void whatIsExpectedOfThePacketsIsReadFromThem() throws IOException {
    List<JsonNode> corpus = PacketCorpus.read();
    Map<Integer, String> unexplained = new TreeMap<>();
    Set<Integer> excused = new TreeSet<>();
    Agreement agreement = new Agreement();
    for (int line = 1; line <= corpus.size(); line++) {
      JsonNode entry = corpus.get(line - 1);
      if (!entry.has("fields") && !entry.has("expected")) {
        continue;
      }
      Comparison comparison = compare(line, entry);
      Set<String> missing = comparison.missing();
      int found = comparison.compared() - missing.size();
      if (comparison.compared() == 0) {
        agreement.silent();
      } else if (missing.isEmpty()) {
        agreement.agreeing(found);
      } else {
        Excuse excuse = excuse(line);
        excused.add(line);
        agreement.excused(excuse.kind(), found);
        if (!missing.stream().allMatch(excuse.names())) {
          unexplained.put(line, comparison.details().toString());
        }
      }
    }
    System.out.println(agreement);
    assertEquals(Map.of(), unexplained);
    Set<Integer> known = new TreeSet<>(CorpusExceptions.VALUES.keySet());
    known.addAll(CorpusExceptions.FIELDS.keySet());
    assertEquals(known, excused);
    assertTrue(agreement.share() >= AGREEING_SHARE, agreement::toString);
  }

  private static Excuse excuse(int line) {
    if (CorpusExceptions.FIELDS.containsKey(line)) {
      return Excuse.of(Excuse.Kind.DIFFERS, ".*", CorpusExceptions.FIELDS.get(line));
    }
    return CorpusExceptions.VALUES.getOrDefault(
        line, new Excuse(Excuse.Kind.DIFFERS, name -> false, "nobody has said why"));
  }

  private Comparison compare(int line, JsonNode entry) {
    Comparison values = values(line, entry);
    int compared = values.compared();
    Set<String> missing = new TreeSet<>(values.missing());
    List<String> details = new ArrayList<>(values.details());
    if (entry.has("fields")) {
      compared++;
      ObjectNode packet = decoder().decode(PacketCorpus.hex(entry)).get(0);
      for (String difference : FieldComparison.of(entry.get("fields"), packet)) {
        missing.add("fields");
        details.add(difference);
      }
    }
    JsonNode reply = entry.at("/expected/platformReply");
    if (!reply.isMissingNode()) {
      compared++;
      if (!WireForms.answers(reply.asText(), PacketCorpus.hex(entry))) {
        missing.add("platformReply");
        details.add("no answer: " + reply.asText());
      }
    }
    JsonNode frames = entry.at("/expected/framesExpected");
    if (!frames.isMissingNode()) {
      compared++;
      List<String> found = WireForms.marked(PacketCorpus.hex(entry));
      List<String> wanted = new ArrayList<>();
      frames.forEach(frame -> wanted.add(frame.asText()));
      found.retainAll(wanted);
      if (!found.equals(wanted)) {
        missing.add("framesExpected");
        details.add(wanted + " but " + found);
      }
    }
    return new Comparison(compared, missing, details);
  }

  /** Of a body, which does not say its issue, the reading in which the most is right. */
  private Comparison values(int line, JsonNode entry) {
    List<ExpectedValue> expected = ExpectedValue.of(entry);
    if (expected.isEmpty()) {
      return new Comparison(0, Set.of(), List.of());
    }
    return packets(line, entry)
        .map(packet -> values(line, entry, packet, expected))
        .min((a, b) -> a.missing().size() - b.missing().size())
        .orElseThrow();
  }

  private Comparison values(int line, JsonNode entry, String packet, List<ExpectedValue> expected) {
    PacketAnnotation annotation =
        new PacketAnnotator(false, profile(entry)).annotate(packet).get(0);
    NamedRows rows = new NamedRows(annotation);
    int compared = 0;
    Set<String> missing = new TreeSet<>();
    List<String> details = new ArrayList<>();
    for (ExpectedValue value : expected) {
      Optional<Literal> literal = value.literal(constants);
      Optional<List<String>> fields = names.find(line, entry.path("msgId").asText(), value);
      boolean silent = fields.isPresent() && fields.get().contains(SourceNames.NO_FIELD);
      if (literal.isPresent() && !silent) {
        compared++;
        Optional<String> difference =
            fields.isEmpty()
                ? Optional.of("nobody knows this name")
                : difference(literal.get(), value, fields.get(), packet, rows);
        if (difference.isPresent()) {
          missing.add(value.name());
          details.add(value.name() + " = " + value.code() + ": " + difference.get());
        }
      }
    }
    return new Comparison(compared, missing, details);
  }

  private static Optional<String> difference(
      Literal literal, ExpectedValue value, List<String> fields, String packet, NamedRows rows) {
    if (fields.contains(SourceNames.PACKET)) {
      String written = WireForms.written(packet);
      boolean same = written.equalsIgnoreCase(literal.text()) || written.contains(literal.text());
      return same ? Optional.empty() : Optional.of("written as " + written);
    }
    Optional<Row> row = rows.find(value, fields);
    if (row.isEmpty()) {
      return Optional.of("no " + fields);
    }
    return literal.isIn(row.get()) ? Optional.empty() : Optional.of("found " + row.get());
  }

  private Optional<TerminalProfile> profile(JsonNode entry) {
    String source = entry.path("source").asText();
    if (source.contains("GPS51")) {
      return Optional.of(gps51);
    }
    return source.contains("JT808.Protocol.Test") ? Optional.of(library) : Optional.empty();
  }

  private static Stream<String> packets(int line, JsonNode entry) {
    String hex = PacketCorpus.hex(entry);
    if (!entry.get("kind").asText().equals("body")) {
      return Stream.of(hex);
    }
    int id = Integer.decode(entry.get("msgId").asText());
    byte[] body = Bytes.ofHex(HEADS.getOrDefault(line, "") + hex).toArray();
    return Arrays.stream(PacketBuilder.Version.values())
        .map(version -> new PacketBuilder(version, "13800000001").packet(id, body))
        .map(packet -> HexFormat.of().formatHex(packet));
  }

  private static PacketDecoder decoder() {
    return new PacketDecoder(false, Optional.empty());
  }
}
