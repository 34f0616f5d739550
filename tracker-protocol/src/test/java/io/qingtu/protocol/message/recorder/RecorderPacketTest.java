package io.qingtu.protocol.message.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.record.RecorderQuery;
import io.qingtu.protocol.message.record.RecorderReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecorderPacketTest {
  private static final int RANDOM_PACKETS = 20_000;

  private static Optional<RecorderPacket> read(RecorderVectors.Example example, Bytes bytes) {
    return example.query() ? RecorderPacket.findQuery(bytes) : RecorderPacket.find(bytes);
  }

  private static List<RecorderVectors.Example> vectors() {
    return RecorderVectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsAndWritesWhatTheStandardsTablesSay(RecorderVectors.Example example) {
    assertEquals(Optional.of(example.meaning()), read(example, example.bytes()));
    assertEquals(example.bytes(), example.meaning().encode());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aPacketCutAnywhereOrWithMoreBehindItIsNone(RecorderVectors.Example example) {
    Bytes whole = example.bytes();
    for (int length = 0; length < whole.length(); length++) {
      assertEquals(Optional.empty(), read(example, whole.slice(0, length)));
    }
    assertEquals(Optional.empty(), read(example, Bytes.ofHex(whole.hex() + "00")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aBitThatTurnedIsNoticed(RecorderVectors.Example example) {
    for (int i = 0; i < example.bytes().length(); i++) {
      byte[] turned = example.bytes().toArray();
      turned[i] ^= 0x10;
      assertEquals(Optional.empty(), read(example, Bytes.copyOf(turned)), "byte " + i);
    }
  }

  @Test
  void dataOfAnyBytesAreReadTheSameAfterTheyWereWritten() {
    Random random = new Random(19056);
    List<RecorderVectors.Example> examples = vectors();
    int read = 0;
    for (int i = 0; i < RANDOM_PACKETS; i++) {
      byte[] bytes = examples.get(random.nextInt(examples.size())).bytes().toArray();
      for (int turned = random.nextInt(8); turned >= 0 && bytes.length > 7; turned--) {
        bytes[6 + random.nextInt(bytes.length - 7)] = (byte) random.nextInt(256);
      }
      int checksum = 0;
      for (int at = 0; at < bytes.length - 1; at++) {
        checksum ^= bytes[at];
      }
      bytes[bytes.length - 1] = (byte) checksum;
      Bytes packet = Bytes.copyOf(bytes);
      Optional<RecorderPacket> first = RecorderPacket.find(packet);
      read += first.isPresent() ? 1 : 0;
      Optional<RecorderPacket> again = first.flatMap(known -> RecorderPacket.find(known.encode()));
      assertEquals(first, again, packet::toString);
    }
    assertTrue(read > RANDOM_PACKETS / 2, read + " were read");
  }

  @Test
  void everyCommandHasAVector() {
    Set<Integer> seen =
        RecorderVectors.all().stream()
            .filter(example -> !example.meaning().data().isEmpty())
            .map(RecorderVectors.Example::command)
            .collect(Collectors.toSet());
    List<RecorderCommand> missing =
        Arrays.stream(RecorderCommand.values())
            .filter(command -> !seen.contains(command.code()))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void dataOfAnUnknownCommandAreNotRead() {
    // 0x20 with two bytes, and without any
    assertEquals(
        Optional.empty(), RecorderPacket.find(Bytes.ofHex("557a20000200" + "0102" + "0e")));
    assertEquals(1, RecorderPacket.find(Bytes.ofHex("557a20000000" + "0f")).stream().count());
  }

  @Test
  void asksForTheVehicleByTheCommandAlone() {
    Bytes question = RecorderPacket.question(RecorderCommand.VEHICLE).encode();
    assertEquals("aa7505000000da", question.hex());
  }

  @Test
  void halfARecordIsNone() {
    // an event of seven bytes and three more
    String head = "557a13000a00" + "26030916050601" + "260309";
    int checksum = 0;
    for (byte b : Bytes.ofHex(head).toArray()) {
      checksum ^= b;
    }
    Bytes packet = Bytes.ofHex(head + String.format("%02x", checksum & 0xff));
    assertEquals(Optional.empty(), RecorderPacket.find(packet));
  }

  @Test
  void theMessagesShowWhatTheyCarryAndKeepWhatTheyCannotRead() {
    RecorderReport report =
        RecorderReport.decode(
            new BodyReader(Bytes.ofHex("0001" + "00" + "557a00000200190135")),
            ProtocolVersion.V2013);
    assertEquals(
        Optional.of(
            new RecorderPacket(
                RecorderPacket.ANSWER, 0, 0, List.of(new StandardEdition(Bytes.ofHex("19"), 1)))),
        report.inside());
    RecorderQuery query = new RecorderQuery(8, Bytes.ofHex("aa7508"));
    assertEquals(Optional.empty(), query.inside());
    assertEquals("aa7508", query.block().hex());
  }
}
