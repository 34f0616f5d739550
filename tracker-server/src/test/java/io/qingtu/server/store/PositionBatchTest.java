package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionBatchTest {
  private static final Instant TIME = Instant.parse("2026-11-16T04:00:00.123456Z");

  private static PositionRow row(Sensors sensors, double vssKmh, byte[] items) {
    Position p =
        new Position(
            "鲁V12345",
            TIME,
            TIME.plusMillis(1500),
            119.1234567,
            -36.7,
            true,
            61.4,
            vssKmh,
            -1,
            -12,
            true,
            9,
            12345.6,
            0xFFFF_FFFFL,
            1L << 31,
            sensors,
            true);
    return new PositionRow(7, p, items);
  }

  private static final PositionRow FULL =
      row(
          new Sensors(Cover.PARTIAL, Lift.UP, Load.LOADED, 15.25, Switch.ON, Switch.OFF),
          60.5,
          new byte[] {1, 4, 0, 0, 0, 1});
  private static final PositionRow BARE = row(Sensors.UNKNOWN, Double.NaN, new byte[0]);
  private static final QuarantinedReport APART =
      new QuarantinedReport(TIME, 8, "fix of 1970", new byte[] {2, 0});

  @Test
  void comesBackAsItWas() throws IOException {
    PositionBatch back =
        PositionBatch.decode(new PositionBatch(List.of(FULL, BARE), List.of(APART)).encode());
    assertEquals(2, back.rows().size());
    assertEquals(FULL.position(), back.rows().get(0).position());
    assertEquals(FULL.vehicleId(), back.rows().get(0).vehicleId());
    assertArrayEquals(FULL.items(), back.rows().get(0).items());
    assertEquals(BARE.position(), back.rows().get(1).position());
    QuarantinedReport apart = back.quarantined().get(0);
    assertEquals(APART.received(), apart.received());
    assertEquals(APART.vehicleId(), apart.vehicleId());
    assertEquals(APART.reason(), apart.reason());
    assertArrayEquals(APART.body(), apart.body());
  }

  @Test
  void anEmptyOneComesBackEmpty() throws IOException {
    PositionBatch none = new PositionBatch(List.of(), List.of());
    assertEquals(none, PositionBatch.decode(none.encode()));
  }

  @Test
  void refusesToGuessWhereBytesAreMissing() {
    byte[] whole = new PositionBatch(List.of(FULL), List.of(APART)).encode();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> PositionBatch.decode(part), "of " + length);
    }
  }

  @Test
  void refusesAFormThatItDoesNotKnow() {
    byte[] bytes = new PositionBatch(List.of(FULL), List.of()).encode();
    bytes[0] = 2;
    IOException refused = assertThrows(IOException.class, () -> PositionBatch.decode(bytes));
    assertEquals("a batch of positions of form 2, known is 1", refused.getMessage());
  }
}
