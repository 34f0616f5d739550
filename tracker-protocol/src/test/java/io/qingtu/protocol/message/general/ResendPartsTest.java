package io.qingtu.protocol.message.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Demands for lost sub-packages whose count is as wide as another issue's, and the server's time.
 */
class ResendPartsTest {
  private static ResendPartsRequest request(ProtocolVersion version, String hex) {
    return ResendPartsRequest.decode(new BodyReader(Bytes.ofHex(hex)), version);
  }

  @Test
  void theCountIsAsWideAsFitsWhateverTheHeaderSays() {
    ResendPartsRequest expected = new ResendPartsRequest(1, List.of(5, 6));
    for (ProtocolVersion version : ProtocolVersion.values()) {
      assertEquals(expected, request(version, "0001" + "02" + "0005" + "0006"));
      assertEquals(expected, request(version, "0001" + "0002" + "0005" + "0006"));
    }
  }

  @Test
  void ofTwoCountsThatDoNotFitTheHeadersIsRead() {
    // a byte behind the list: the count of the version still leads
    assertEquals(
        new ResendPartsRequest(1, List.of(5)),
        request(ProtocolVersion.V2019, "0001" + "0001" + "0005" + "09"));
    assertEquals(
        new ResendPartsRequest(1, List.of(5)),
        request(ProtocolVersion.V2013, "0001" + "01" + "0005" + "09"));
  }

  @Test
  void aCountOfMorePartsThanThereAreIsMalformed() {
    for (ProtocolVersion version : ProtocolVersion.values()) {
      assertThrows(
          MalformedException.class, () -> request(version, "0001" + "ffff" + "0005" + "0006"));
    }
  }

  @Test
  void before2019AByteCountsTheParts() {
    BodyWriter out = new BodyWriter();
    List<Integer> most = Collections.nCopies(255, 7);
    new ResendPartsCommand(1, most).encode(out, ProtocolVersion.V2013);
    assertEquals(2 + 1 + 255 * 2, out.length());
    ResendPartsCommand more = new ResendPartsCommand(1, Collections.nCopies(256, 7));
    assertThrows(
        IllegalArgumentException.class, () -> more.encode(new BodyWriter(), ProtocolVersion.V2013));
    BodyWriter wide = new BodyWriter();
    more.encode(wide, ProtocolVersion.V2019);
    assertEquals(2 + 2 + 256 * 2, wide.length());
  }

  @Test
  void theServersTimeIsUtc() {
    Instant evening = Instant.parse("2026-12-31T23:59:59.9Z");
    ServerTimeReply reply = ServerTimeReply.of(evening);
    assertEquals(Bytes.ofHex("261231235959"), reply.utcDigits());
    assertEquals(Optional.of(Instant.parse("2026-12-31T23:59:59Z")), reply.instant());
    assertEquals(Optional.empty(), new ServerTimeReply(Bytes.ofHex("000000000000")).instant());
  }
}
