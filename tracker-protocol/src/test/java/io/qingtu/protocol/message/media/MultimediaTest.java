package io.qingtu.protocol.message.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Multimedia as terminals send it: heads of 2011 and 2013, repeated heads, replies of both. */
class MultimediaTest {
  private static final String COMMON = "00000007" + "00" + "00" + "01" + "02";
  private static final String LOCATION = MediaVectors.LOCATION.replace(" ", "");
  private static final String PICTURE = "ffd8ffe000104a46";

  private static MultimediaData data(ProtocolVersion version, String hex) {
    return (MultimediaData)
        TerminalMessageType.decode(0x0801, new BodyReader(Bytes.ofHex(hex)), version);
  }

  private static PlatformMessage reply(ProtocolVersion version, String hex) {
    return PlatformMessageType.decode(0x8800, new BodyReader(Bytes.ofHex(hex)), version)
        .orElseThrow();
  }

  @Test
  void aLocationBehindTheChannelTellsDataFromAPacketOf2011() {
    // alarms and status of the location would be a fair number of packets
    MultimediaData whole = data(ProtocolVersion.V2013, COMMON + LOCATION + PICTURE);
    assertEquals(Optional.empty(), whole.packet());
    assertEquals(MediaVectors.PLACE, whole.location().orElseThrow());
    assertEquals(PICTURE, whole.data().hex());
    MultimediaData packet =
        data(ProtocolVersion.V2013, COMMON + "0000000200000002" + PICTURE.repeat(40));
    assertEquals(Optional.of(new MultimediaData.Packet(2, 2)), packet.packet());
    assertEquals(Optional.empty(), packet.location());
    assertEquals(320, packet.data().length());
  }

  @Test
  void aLocationWithoutATimeIsALocationIfItIsOnThisEarth() {
    String zeroTime = "000000000000";
    String here = LOCATION.substring(0, 44) + zeroTime;
    assertEquals(Optional.empty(), data(ProtocolVersion.V2013, COMMON + here).packet());
    String nowhere = "0000000200000002" + "ffffffff" + "ffffffff" + "000000000000" + zeroTime;
    assertEquals(
        Optional.of(new MultimediaData.Packet(2, 2)),
        data(ProtocolVersion.V2013, COMMON + nowhere).packet());
  }

  @Test
  void onlyTheFirstPacketOf2011CanStartWithALocation() {
    String second = COMMON + "0000000200000002" + LOCATION + PICTURE;
    assertEquals(Optional.empty(), data(ProtocolVersion.V2013, second).location());
    String first = COMMON + "0000000200000001" + LOCATION + PICTURE;
    assertEquals(MediaVectors.PLACE, data(ProtocolVersion.V2013, first).location().orElseThrow());
    String without = COMMON + "0000000200000001" + PICTURE.repeat(9);
    assertEquals(Optional.empty(), data(ProtocolVersion.V2013, without).location());
    assertEquals(PICTURE.repeat(9), data(ProtocolVersion.V2013, without).data().hex());
  }

  @Test
  void noPacketOf2011IsNumberedZeroOrBeyondTheirTotal() {
    for (String numbers :
        List.of("0000000200000000", "0000000200000003", "0001000000000001", "0000000000000000")) {
      assertThrows(
          MalformedException.class, () -> data(ProtocolVersion.V2013, COMMON + numbers + PICTURE));
    }
    assertThrows(
        MalformedException.class,
        () -> data(ProtocolVersion.V2019, COMMON + "0000000200000001" + PICTURE));
  }

  @Test
  void aRepeatedHeadIsCutOff() {
    Bytes first = Bytes.ofHex(COMMON + LOCATION + PICTURE);
    Bytes plain = Bytes.ofHex("0102030405060708090a");
    assertEquals(plain, MultimediaParts.content(first, plain));
    assertEquals(
        plain, MultimediaParts.content(first, Bytes.ofHex(COMMON + LOCATION + plain.hex())));
    String later = LOCATION.substring(0, 54) + "09";
    assertEquals(plain, MultimediaParts.content(first, Bytes.ofHex(COMMON + later + plain.hex())));
    assertEquals(Bytes.EMPTY, MultimediaParts.content(first, Bytes.ofHex(COMMON + LOCATION)));
  }

  @Test
  void dataThatStartsLikeTheHeadIsNotCutOff() {
    Bytes first = Bytes.ofHex(COMMON + LOCATION + PICTURE);
    for (String later : List.of("", "00000007", COMMON, COMMON + "ff".repeat(40))) {
      assertEquals(0, MultimediaParts.repeatedHeadBytes(first, Bytes.ofHex(later)), later);
    }
    String another = "00000008" + COMMON.substring(8) + LOCATION;
    assertEquals(0, MultimediaParts.repeatedHeadBytes(first, Bytes.ofHex(another)));
  }

  @Test
  void aRepeatedHeadOf2011IsCutOff() {
    Bytes first = Bytes.ofHex(COMMON + "0000000300000001" + PICTURE);
    assertEquals(
        16,
        MultimediaParts.repeatedHeadBytes(
            first, Bytes.ofHex(COMMON + "0000000300000002" + "0102")));
    assertEquals(
        0,
        MultimediaParts.repeatedHeadBytes(
            first, Bytes.ofHex(COMMON + "0000000400000002" + "0102")));
  }

  @Test
  void aReplysLengthTellsWhetherItHasASerialNumber() {
    MultimediaReply complete = MultimediaReply.complete(0x01020304);
    assertEquals(complete, reply(ProtocolVersion.V2013, "01020304"));
    assertEquals(complete.to(9), reply(ProtocolVersion.V2013, "000901020304"));
    assertEquals(
        MultimediaReply.missing(7, List.of(2)).to(9),
        reply(ProtocolVersion.V2013, "0009" + "00000007" + "01" + "0002"));
    // read either way: 2011 asks for nothing, 2013 for part 0x0100
    assertEquals(
        new MultimediaReply(OptionalInt.empty(), 0x00090000, List.of(0x0100)),
        reply(ProtocolVersion.V2013, "00090000" + "01" + "0100"));
    assertEquals(
        new MultimediaReply(OptionalInt.of(9), 0x00000101, List.of()),
        reply(ProtocolVersion.V2011, "0009" + "00000101" + "00"));
  }

  @Test
  void aReplyAsksForAsManyPartsAsTheStandardAllows() {
    List<Integer> parts = IntStream.rangeClosed(1, 300).boxed().toList();
    assertEquals(parts.subList(0, 125), MultimediaReply.missing(7, parts).missingParts());
    assertEquals(
        parts.subList(0, 3), MultimediaReply.missing(7, parts.subList(0, 3)).missingParts());
    assertThrows(
        IllegalArgumentException.class,
        () -> new MultimediaReply(OptionalInt.empty(), 7, parts.subList(0, 256)));
  }

  @Test
  void codesBesideTheStandardsHaveNoName() {
    assertEquals(Optional.of(MediaKind.VIDEO), MediaKind.find(2));
    assertEquals(Optional.empty(), MediaKind.find(3));
    assertEquals(Optional.of(MediaFormat.WMV), MediaFormat.find(4));
    assertEquals(Optional.empty(), MediaFormat.find(5));
    assertEquals(Optional.of(MediaEvent.DISTANCE), MediaEvent.find(7));
    assertEquals(Optional.empty(), MediaEvent.find(8));
    assertEquals(Optional.of(Resolution.HIGHEST), Resolution.find(0xff));
    assertEquals(Optional.of(Resolution.D1), Resolution.find(8));
    assertEquals(Optional.empty(), Resolution.find(9));
  }
}
