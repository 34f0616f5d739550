package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartAssemblerTest {
  private static final Instant START = Instant.parse("2026-03-09T00:00:00Z");
  private static final int OVERHEAD = 128;

  private final PartAssembler assembler = new PartAssembler(PartAssembler.Limits.STANDARD);

  /** Part {@code index} of {@code total} of a message that begins with serial number first. */
  private static Frame part(int first, int total, int index, String body) {
    TerminalPhone phone = TerminalPhone.of("1", ProtocolVersion.V2013);
    Header header =
        new Header(
            0x0704,
            ProtocolVersion.V2013,
            0,
            0,
            phone,
            first + index - 1 & 0xffff,
            Optional.of(new Part(total, index)));
    return new Frame(header, Bytes.ofHex(body));
  }

  @Test
  void joinsPartsInTheOrderOfTheirIndex() {
    List<Frame> parts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      parts.add(part(65530, 9, i, "0" + i));
    }
    Collections.shuffle(parts, new Random(1));
    for (Frame each : parts.subList(0, 8)) {
      assertEquals(Optional.empty(), assembler.add(each, START));
    }
    Frame whole = assembler.add(parts.get(8), START).orElseThrow();
    assertEquals("010203040506070809", whole.body().hex());
    assertEquals(65530, whole.header().serialNumber());
    assertEquals(Optional.empty(), whole.header().part());
    assertEquals(0, assembler.waitingBytes());
  }

  @Test
  void passesAWholeMessageThrough() {
    Frame whole = new Frame(part(1, 1, 1, "00").header().whole(), Bytes.EMPTY);
    assertEquals(Optional.of(whole), assembler.add(whole, START));
  }

  @Test
  void aRepeatedPartChangesNothing() {
    assembler.add(part(5, 2, 1, "01"), START);
    assertEquals(Optional.empty(), assembler.add(part(5, 2, 1, "01"), START));
    assertEquals(1 + OVERHEAD, assembler.waitingBytes());
    assertEquals("0102", assembler.add(part(5, 2, 2, "02"), START).orElseThrow().body().hex());
  }

  @Test
  void doesNotMixOverlappingTransfersOfTheSameKind() {
    assembler.add(part(5, 2, 1, "01"), START);
    assertEquals(Optional.empty(), assembler.add(part(7, 2, 2, "12"), START));
    assertEquals("0102", assembler.add(part(5, 2, 2, "02"), START).orElseThrow().body().hex());
    assertEquals("1112", assembler.add(part(7, 2, 1, "11"), START).orElseThrow().body().hex());
  }

  @Test
  void namesThePartsThatAreMissing() {
    Frame second = part(5, 4, 2, "02");
    assembler.add(second, START);
    assertEquals(List.of(1, 3, 4), assembler.missing(second.header()));
    assertEquals(List.of(), assembler.missing(part(9, 4, 2, "02").header()));
  }

  @Test
  void forgetsATransferThatHasWaitedTooLong() {
    Duration age = PartAssembler.Limits.STANDARD.age();
    assembler.add(part(5, 3, 1, "01"), START);
    assembler.add(part(5, 3, 2, "02"), START.plus(age));
    // exactly as old as allowed: still there
    assertTrue(assembler.add(part(5, 3, 3, "03"), START.plus(age).plus(age)).isPresent());

    assembler.add(part(5, 2, 1, "01"), START);
    Instant tooLate = START.plus(age).plusMillis(1);
    assertEquals(Optional.empty(), assembler.add(part(5, 2, 2, "02"), tooLate));
    assertEquals(List.of(1), assembler.missing(part(5, 2, 2, "").header()));
  }

  @Test
  void pushesOutTheOldestTransferWhenThereAreTooMany() {
    PartAssembler small = new PartAssembler(new PartAssembler.Limits(2, 9999, Duration.ofDays(1)));
    small.add(part(10, 2, 1, "01"), START);
    small.add(part(20, 2, 1, "01"), START);
    small.add(part(10, 2, 1, "01"), START); // seen again: now the younger one
    small.add(part(30, 2, 1, "01"), START);
    assertEquals(List.of(2), small.missing(part(10, 2, 1, "").header()));
    assertEquals(List.of(), small.missing(part(20, 2, 1, "").header()));
    assertEquals(2 * (1 + OVERHEAD), small.waitingBytes());
  }

  @Test
  void holdsNoMoreBytesThanAllowedEvenInOneTransfer() {
    int limit = 2 * (2 + OVERHEAD);
    PartAssembler small = new PartAssembler(new PartAssembler.Limits(9, limit, Duration.ofDays(1)));
    small.add(part(10, 9, 1, "0101"), START);
    small.add(part(10, 9, 2, "0202"), START);
    assertEquals(limit, small.waitingBytes());
    small.add(part(10, 9, 3, "03"), START);
    assertEquals(0, small.waitingBytes());
  }
}
