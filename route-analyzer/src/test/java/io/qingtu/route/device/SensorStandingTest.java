package io.qingtu.route.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.route.device.SensorStanding.State;
import io.qingtu.route.plan.SensorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorStandingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Duration SILENCE = Duration.ofHours(24);
  private static final Instant LATELY = NOW.minusSeconds(30);
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));

  private static SensorFacts facts(Instant reading) {
    return new SensorFacts(SensorKind.COVER, reading, null, LONG_AGO, null);
  }

  private static DeviceAlert fault(String reason, Instant start, Instant end) {
    return new DeviceAlert(start.getEpochSecond(), "D08", reason, start, end);
  }

  private static SensorStanding stands(SensorFacts facts, DeviceAlert... alerts) {
    return SensorStanding.of(facts, List.of(alerts), NOW, SILENCE);
  }

  @Test
  void isHealthyFromTheDaysOnThatShowIt() {
    assertEquals(
        new SensorStanding(SensorKind.COVER, State.HEALTHY, LONG_AGO, null), stands(facts(LATELY)));
  }

  @Test
  void isHealthyFromItsRepairOnWhereThatIsLater() {
    Instant repaired = NOW.minusSeconds(7200);
    SensorFacts facts = new SensorFacts(SensorKind.COVER, LATELY, LATELY, LONG_AGO, repaired);
    assertEquals(repaired, stands(facts).since());
    assertNull(stands(new SensorFacts(SensorKind.COVER, LATELY, null, null, null)).since());
  }

  @Test
  void isNotObservedWhereTheLastReportSaysNothingOfIt() {
    assertEquals(State.NOT_OBSERVED, stands(facts(null)).state());
    assertNull(stands(facts(null)).since());
    SensorFacts once = new SensorFacts(SensorKind.COVER, null, LONG_AGO, LONG_AGO, null);
    assertEquals(LONG_AGO, stands(once).since());
  }

  @Test
  void theDayThatRunsIsNotOver() {
    SensorFacts today = new SensorFacts(SensorKind.COVER, null, NOW.plusSeconds(3600), null, null);
    assertEquals(NOW, stands(today).since());
  }

  @Test
  void isNotObservedOnceTheReportIsTooOldAndNoSooner() {
    Instant late = NOW.minus(SILENCE);
    assertEquals(State.HEALTHY, stands(facts(late.plusMillis(1))).state());
    assertEquals(
        new SensorStanding(SensorKind.COVER, State.NOT_OBSERVED, late, null), stands(facts(late)));
  }

  @Test
  void isBadWhileAnAlertOfItGoesOn() {
    DeviceAlert first = fault("cover_stuck", NOW.minusSeconds(900), null);
    DeviceAlert newest = fault("cover_flapping", NOW.minusSeconds(600), null);
    assertEquals(
        new SensorStanding(SensorKind.COVER, State.BAD, newest.start(), newest),
        stands(facts(LATELY), first, newest));
    assertEquals(State.BAD, stands(facts(null), first).state());
    DeviceAlert over = fault("cover_stuck", NOW.minusSeconds(900), NOW.minusSeconds(1));
    assertEquals(State.HEALTHY, stands(facts(LATELY), over).state());
  }

  @Test
  void anAlertOfAnotherSensorSaysNothingOfIt() {
    DeviceAlert lift = fault("lift_never_up", NOW.minusSeconds(900), null);
    assertEquals(State.HEALTHY, stands(facts(LATELY), lift).state());
  }

  @Test
  void ofTwoThatContradictEachOtherNeitherIsBelieved() {
    DeviceAlert conflict = fault("load_conflict", NOW.minusSeconds(900), null);
    for (SensorKind sensor : List.of(SensorKind.LOAD, SensorKind.WEIGHT)) {
      SensorFacts facts = new SensorFacts(sensor, LATELY, null, null, null);
      assertEquals(State.BAD, stands(facts, conflict).state(), sensor.name());
    }
  }
}
