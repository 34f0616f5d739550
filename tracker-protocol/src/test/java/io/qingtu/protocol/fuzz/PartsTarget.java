package io.qingtu.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.Part;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Five bytes a sub-package: total, index, serial number, length of its body, seconds since the one
 * before. What waits stays within its limits, and what comes out is whole.
 */
public final class PartsTarget {
  private static final int STEP_BYTES = 5;
  private static final PartAssembler.Limits LIMITS =
      new PartAssembler.Limits(3, 2048, Duration.ofSeconds(60));
  private static final TerminalPhone PHONE = TerminalPhone.of("13800000001", ProtocolVersion.V2013);

  private PartsTarget() {}

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    Seeds.parts().forEach(PartsTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    PartAssembler assembler = new PartAssembler(LIMITS);
    Instant now = Instant.EPOCH;
    for (int at = 0; at + STEP_BYTES <= input.length; at += STEP_BYTES) {
      int total = 1 + (input[at] & 0xff) % 20;
      int index = 1 + (input[at + 1] & 0xff) % total;
      Header header =
          new Header(
              0x0801,
              ProtocolVersion.V2013,
              0,
              0,
              PHONE,
              input[at + 2] & 0xff,
              Optional.of(new Part(total, index)));
      byte[] body = new byte[input[at + 3] & 0xff];
      now = now.plusSeconds(input[at + 4] & 0xff);
      Optional<Frame> whole = assembler.add(new Frame(header, Bytes.copyOf(body)), now);
      whole.ifPresent(frame -> assertEquals(Optional.empty(), frame.header().part()));
      int waiting = assembler.waitingBytes();
      assertTrue(waiting >= 0 && waiting <= LIMITS.bytes(), () -> waiting + " bytes wait");
      assertTrue(assembler.missing(header).size() < total);
    }
  }
}
