package io.qingtu.server.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.route.track.Cover;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SensorReaderTest {
  private static final Instant START = Instant.parse("2026-03-09T00:00:00Z");
  private static final int CLOSED = 0;
  private static final int OPEN = 1;
  private static final int INVALID = 3;

  private final SensorReader reader =
      ProfileFile.parse(
              "test.yaml",
              "name: t\ncover: {source: alarm, values: {0: CLOSED, 1: OPEN}, debounceMs: 3000}")
          .newReader();

  /** The cover as read from a report {@code millis} after the start. */
  private Cover cover(int value, long millis) {
    Instant time = START.plusMillis(millis);
    byte[] body = LocationBody.at(31, 121, time).alarm(value).toBytes();
    BodyReader in = new BodyReader(Bytes.copyOf(body));
    LocationReport report =
        (LocationReport) TerminalMessageType.decode(0x0200, in, ProtocolVersion.V2013);
    return reader.read(report, time).cover();
  }

  @Test
  void aStateCountsOnceItHasLasted() {
    assertEquals(Cover.UNKNOWN, cover(CLOSED, 0));
    assertEquals(Cover.UNKNOWN, cover(CLOSED, 2999));
    assertEquals(Cover.CLOSED, cover(CLOSED, 3000));
    assertEquals(Cover.CLOSED, cover(OPEN, 10_000));
    assertEquals(Cover.CLOSED, cover(OPEN, 12_999));
    assertEquals(Cover.OPEN, cover(OPEN, 13_000));
  }

  @Test
  void aFlickerDoesNotCountAndBeginsAgain() {
    cover(CLOSED, 0);
    assertEquals(Cover.CLOSED, cover(CLOSED, 3000));
    assertEquals(Cover.CLOSED, cover(OPEN, 5000));
    assertEquals(Cover.CLOSED, cover(CLOSED, 6000));
    assertEquals(Cover.CLOSED, cover(OPEN, 7000));
    assertEquals(Cover.CLOSED, cover(OPEN, 9999));
    assertEquals(Cover.OPEN, cover(OPEN, 10_000));
  }

  @Test
  void aSensorThatFailsIsUnknownAtOnce() {
    cover(CLOSED, 0);
    assertEquals(Cover.CLOSED, cover(CLOSED, 3000));
    assertEquals(Cover.UNKNOWN, cover(INVALID, 3001));
    assertEquals(Cover.UNKNOWN, cover(CLOSED, 4000));
    assertEquals(Cover.CLOSED, cover(CLOSED, 7000));
  }

  @Test
  void anOlderReportIsReadOnItsOwn() {
    cover(CLOSED, 0);
    assertEquals(Cover.CLOSED, cover(CLOSED, 3000));
    assertEquals(Cover.OPEN, cover(OPEN, 1000));
    assertEquals(Cover.CLOSED, cover(CLOSED, 3001));
  }
}
