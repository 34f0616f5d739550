package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.protocol.field.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartSplitterTest {
  private static Frame message(int length) {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);
    TerminalPhone phone = TerminalPhone.of("1", ProtocolVersion.V2019);
    return new Frame(Header.of(0x8604, ProtocolVersion.V2019, phone, 0xfffe), Bytes.copyOf(body));
  }

  @Test
  void whatFitsInOnePacketStaysWhole() {
    for (int length : new int[] {0, 1, 1023}) {
      Frame message = message(length);
      assertEquals(List.of(message), PartSplitter.split(message));
    }
  }

  @Test
  void oneByteMoreTakesTwo() {
    List<Frame> parts = PartSplitter.split(message(1024));
    assertEquals(2, parts.size());
    assertEquals(Optional.of(new Part(2, 1)), parts.get(0).header().part());
    assertEquals(1023, parts.get(0).body().length());
    assertEquals(1, parts.get(1).body().length());
  }

  @Test
  void thePartsHaveSerialNumbersInARowAndJoinToTheMessage() {
    Frame message = message(5000);
    PartAssembler assembler = new PartAssembler(PartAssembler.Limits.STANDARD);
    List<Frame> parts = PartSplitter.split(message);
    Optional<Frame> joined = Optional.empty();
    for (int i = 0; i < parts.size(); i++) {
      assertEquals(0xfffe + i & 0xffff, parts.get(i).header().serialNumber());
      joined = assembler.add(parts.get(i), Instant.EPOCH);
    }
    assertEquals(Optional.of(message), joined);
  }
}
