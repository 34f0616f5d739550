package io.qingtu.server.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.journal.Journal;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.RegisteredTerminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** LocationReport to Position: units, signs, and what cannot be. */
class PositionMapperTest {
  private static final Instant TIME = Instant.parse("2026-11-16T04:00:00Z");
  private static final Instant RECEIVED = TIME.plusMillis(1500);
  private static final RegisteredTerminal TERMINAL =
      new RegisteredTerminal(
          "13912345678", 7, "鲁V12345", "公司", "MUCK_TRUCK", "", "", "standard", Optional.empty());
  private static final IngestConfig CONFIG =
      new IngestConfig(
          1,
          1,
          Duration.ZERO,
          1,
          Duration.ofDays(30),
          Duration.ofDays(1),
          new Journal.Config(Path.of("journal"), 1),
          "");

  private final PositionMapper mapper =
      new PositionMapper(
          CONFIG, (terminal, report) -> Sensors.UNKNOWN, terminal -> Profiles.builtIn().standard());

  private static LocationReport report(LocationBody body) {
    return (LocationReport)
        TerminalMessageType.decode(
            0x0200, new BodyReader(Bytes.copyOf(body.toBytes())), ProtocolVersion.V2013);
  }

  private static LocationBody body() {
    return LocationBody.at(36.709, 119.107, TIME);
  }

  private Position map(LocationBody body) {
    LocationReport report = report(body);
    assertEquals(Optional.empty(), mapper.objection(report, RECEIVED));
    return mapper.row(report, TERMINAL, RECEIVED, false).position();
  }

  private boolean isRefused(LocationBody body) {
    return mapper.objection(report(body), RECEIVED).isPresent();
  }

  @Test
  void givesUnitsAndTheVehicle() {
    Position p =
        map(
            body()
                .speedKmh(61.3)
                .recorderSpeedKmh(59.9)
                .directionDegrees(359)
                .altitudeMetres(25)
                .satellites(14)
                .odometerKm(123456.7)
                .alarm(0x80000001L));
    assertEquals("鲁V12345", p.plate());
    assertEquals(TIME, p.fixTime());
    assertEquals(RECEIVED, p.receivedTime());
    assertEquals(119.107, p.longitude());
    assertEquals(36.709, p.latitude());
    assertTrue(p.fixValid());
    assertTrue(p.accOn());
    assertEquals(61.3, p.speedKmh());
    assertEquals(59.9, p.vssKmh());
    assertEquals(359, p.directionDegrees());
    assertEquals(25, p.altitudeMetres());
    assertEquals(14, p.satellites());
    assertEquals(123456.7, p.odometerKm());
    assertEquals(0x80000001L, p.alarmBits());
    assertEquals(3, p.statusBits());
  }

  @Test
  void saysUnknownWhereNoItemIs() {
    Position p = map(body());
    assertTrue(Double.isNaN(p.vssKmh()));
    assertTrue(Double.isNaN(p.odometerKm()));
    assertEquals(-1, p.satellites());
  }

  @Test
  void readsTheHemispheresAndTheOtherStatusBits() {
    Position p = map(LocationBody.at(-33.9, -70.5, TIME).acc(false).fixed(false));
    assertEquals(-33.9, p.latitude());
    assertEquals(-70.5, p.longitude());
    assertFalse(p.accOn());
    assertFalse(p.fixValid());
  }

  @Test
  void takes360DegreesForNorthAndMoreForUnknown() {
    assertEquals(0, map(body().directionDegrees(360)).directionDegrees());
    assertEquals(-1, map(body().directionDegrees(361)).directionDegrees());
  }

  @Test
  void keepsWhatARowCanHold() {
    assertEquals(3276.7, map(body().speedKmh(6553.5)).speedKmh());
    assertTrue(Double.isNaN(map(body().item(0x01, new byte[] {-1, -1, -1, -1})).odometerKm()));
    PositionMapper weighing =
        new PositionMapper(
            CONFIG,
            (terminal, report) ->
                new Sensors(
                    Cover.OPEN, Lift.DOWN, Load.LOADED, 18.4749, Switch.UNKNOWN, Switch.UNKNOWN),
            terminal -> Profiles.builtIn().standard());
    assertEquals(
        18.47,
        weighing.row(report(body()), TERMINAL, RECEIVED, false).position().sensors().weightT());
  }

  @Test
  void keepsTheItemsAsTheyCameEvenBrokenOnes() {
    byte[] items = {0x31, 1, 9, (byte) 0xf3, 3, 1, 2, 3, 0x77, 5, 1};
    assertArrayEquals(
        items, mapper.row(report(body().tail(items)), TERMINAL, RECEIVED, false).items());
  }

  @Test
  void refusesTimesTooLongAgoAndTooFarAheadAndNotTheLastOnesBefore() {
    Instant oldest = RECEIVED.minus(Duration.ofDays(30)).plusMillis(500);
    assertFalse(isRefused(LocationBody.at(36, 119, oldest)));
    assertTrue(isRefused(LocationBody.at(36, 119, oldest.minusSeconds(1))));
    Instant newest = RECEIVED.plus(Duration.ofDays(1)).minusMillis(500);
    assertFalse(isRefused(LocationBody.at(36, 119, newest)));
    assertTrue(isRefused(LocationBody.at(36, 119, newest.plusSeconds(1))));
  }

  @Test
  void refusesDigitsThatAreNoTimeAndSaysWhich() {
    LocationReport zeros = report(body().rawTime(new byte[6]));
    assertEquals(
        Optional.of(new Objection(Objection.Cause.NO_TIME, "time 000000000000 is none")),
        mapper.objection(zeros, RECEIVED));
  }

  @Test
  void refusesPlacesThatAreNotOnTheGlobe() {
    assertFalse(isRefused(LocationBody.at(90, 180, TIME)));
    assertTrue(isRefused(LocationBody.at(90.000001, 119, TIME)));
    assertTrue(isRefused(LocationBody.at(36, 180.000001, TIME)));
  }
}
