package io.qingtu.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartSplitter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentPartsTest {
  private final SentParts sent = new SentParts();

  private static List<Frame> message(int serial, int length) {
    TerminalPhone phone = TerminalPhone.of("1", ProtocolVersion.V2013);
    Header header = Header.of(0x8108, ProtocolVersion.V2013, phone, serial);
    return PartSplitter.split(new Frame(header, Bytes.copyOf(new byte[length])));
  }

  @Test
  void findsThePartsThatAreAskedForInTheirOrder() {
    List<Frame> parts = message(7, 3000);
    sent.add(parts);
    assertEquals(
        Optional.of(List.of(parts.get(2), parts.get(0))), sent.find(7, List.of(3, 0, 1, 4)));
    assertTrue(sent.find(8, List.of(1)).isEmpty());
  }

  @Test
  void keepsNoMessageOfOnePacket() {
    sent.add(message(7, 1023));
    assertTrue(sent.find(7, List.of(1)).isEmpty());
  }

  @Test
  void keepsTheLastFewMessages() {
    for (int i = 0; i <= SentParts.MOST_MESSAGES; i++) {
      sent.add(message(10 * i, 2000));
    }
    assertTrue(sent.find(0, List.of(1)).isEmpty());
    assertTrue(sent.find(10, List.of(1)).isPresent());
  }

  @Test
  void keepsNoMoreBytesThanAllowed() {
    sent.add(message(0, SentParts.MOST_BYTES - 2000));
    sent.add(message(1000, 2000));
    assertTrue(sent.find(0, List.of(1)).isPresent());
    sent.add(message(2000, 2000));
    assertTrue(sent.find(0, List.of(1)).isEmpty());
    assertTrue(sent.find(1000, List.of(1)).isPresent());
    sent.add(message(3000, SentParts.MOST_BYTES + 1));
    assertTrue(sent.find(3000, List.of(1)).isEmpty());
  }

  @Test
  void takesTheNewestWhereSerialNumbersCameRound() {
    sent.add(message(7, 2000));
    sent.add(message(7, 3000));
    assertEquals(1, sent.find(7, List.of(3)).orElseThrow().size());
  }
}
