package io.qingtu.route.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.acceptance.Retest;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant LATELY = ago(Duration.ofMinutes(1));

  private static Instant ago(Duration time) {
    return NOW.minus(time);
  }

  private static DeviceFacts vehicle(
      boolean bound, Instant heard, Instant laidUpUntil, DeviceAlert... alerts) {
    return new DeviceFacts(
        7, "鲁G10001", "甲公司", bound, heard, laidUpUntil, null, null, List.of(alerts));
  }

  private static DeviceAlert alert(long id, String rule, String reason, Instant end) {
    return new DeviceAlert(id, rule, reason, ago(Duration.ofDays(10)).plusSeconds(id), end);
  }

  private static List<DeviceFinding> find(DeviceFacts... vehicles) {
    return new DeviceHealth(Parameters.DEFAULTS, NOW).of(Arrays.asList(vehicles));
  }

  private static List<DeviceFault> faults(DeviceFacts... vehicles) {
    return find(vehicles).stream().map(DeviceFinding::fault).toList();
  }

  @Test
  void whatReportsAndIsInOrderIsNoFinding() {
    assertEquals(List.of(), find(vehicle(true, LATELY, null)));
  }

  @Test
  void isSilentAfterADayAndNoSooner() {
    Instant justNot = ago(Duration.ofDays(1)).plusMillis(1);
    assertEquals(List.of(), find(vehicle(true, justNot, null)));
    DeviceFinding silent = find(vehicle(true, ago(Duration.ofDays(1)), null)).get(0);
    assertEquals(DeviceFault.SILENT, silent.fault());
    assertEquals(ago(Duration.ofDays(1)), silent.since());
  }

  @Test
  void aSilenceThatARuleHasFoundIsToldOnce() {
    DeviceAlert offline = alert(1, "D01", "", null);
    assertEquals(
        List.of(new DeviceFinding(DeviceFault.SILENT, silent(offline), offline.start(), offline)),
        find(silent(offline)));
    // ten minutes suffice while it was moving
    assertEquals(List.of(DeviceFault.SILENT), faults(vehicle(true, LATELY, null, offline)));
  }

  private static DeviceFacts silent(DeviceAlert... alerts) {
    return vehicle(true, ago(Duration.ofDays(3)), null, alerts);
  }

  @Test
  void whatRestsAsAnnouncedIsToldApart() {
    Instant until = NOW.plusSeconds(1);
    assertEquals(
        List.of(DeviceFault.LAID_UP), faults(vehicle(true, ago(Duration.ofDays(3)), until)));
    assertEquals(List.of(DeviceFault.LAID_UP), faults(vehicle(false, null, until)));
    assertEquals(List.of(DeviceFault.LAID_UP), faults(vehicle(true, null, until)));
    assertEquals(List.of(), faults(vehicle(true, LATELY, until)), "it is heard all the same");
  }

  @Test
  void aTerminalThatIsNotThereOrNeverSpokeIsTheWholeFinding() {
    DeviceAlert old = alert(1, "D08", "cover_stuck", null);
    assertEquals(List.of(DeviceFault.UNBOUND), faults(vehicle(false, LATELY, null, old)));
    assertEquals(List.of(DeviceFault.NEVER_SEEN), faults(vehicle(true, null, null)));
  }

  @Test
  void eachBrokenSensorIsAFindingByItsAlert() {
    DeviceAlert cover = alert(1, "D08", "cover_stuck", null);
    DeviceAlert flapping = alert(2, "D08", "cover_flapping", null);
    DeviceAlert lift = alert(3, "D08", "lift_never_up", null);
    List<DeviceFinding> found = find(vehicle(true, LATELY, null, lift, flapping, cover));
    assertEquals(List.of(flapping, lift), found.stream().map(DeviceFinding::alert).toList());
    assertEquals("COVER", flapping.sensor());
    assertEquals("LIFT", lift.sensor());
    assertEquals("", alert(4, "D02", "", null).sensor());
  }

  @Test
  void whatIsOverIsNoFindingUnlessItIsOverAtOnce() {
    Instant lately = ago(DeviceHealth.RECENT).plusMillis(1);
    assertEquals(List.of(), find(vehicle(true, LATELY, null, alert(1, "D02", "", LATELY))));
    assertEquals(
        List.of(DeviceFault.DRIFT),
        faults(vehicle(true, LATELY, null, alert(1, "D12", "", lately))));
    assertEquals(
        List.of(),
        find(vehicle(true, LATELY, null, alert(1, "D12", "", ago(DeviceHealth.RECENT)))));
  }

  @Test
  void rulesAboutNoDeviceAreNone() {
    assertEquals(List.of(), find(vehicle(true, LATELY, null, alert(1, "M01", "", null))));
  }

  @Test
  void theMostUrgentAndThenTheOldestComeFirst() {
    DeviceFacts one =
        vehicle(
            true,
            LATELY,
            null,
            alert(9, "D12", "", LATELY),
            alert(8, "D02", "", null),
            alert(7, "D11", "", null));
    DeviceFacts other =
        new DeviceFacts(
            3,
            "鲁G20001",
            "乙公司",
            true,
            LATELY,
            null,
            null,
            null,
            List.of(alert(6, "D02", "", null)));
    List<Long> ids = find(one, other).stream().map(f -> f.alert().id()).toList();
    assertEquals(List.of(6L, 8L, 7L, 9L), ids);
  }

  @Test
  void vehiclesAreCountedAndNotWhatIsTheMatterWithThem() {
    DeviceFacts both =
        vehicle(
            true,
            LATELY,
            null,
            alert(1, "D01", "", null),
            alert(2, "D02", "", null),
            alert(3, "D08", "cover_stuck", null));
    DeviceFacts resting =
        new DeviceFacts(
            8, "鲁G10002", "甲公司", false, null, NOW.plusSeconds(1), null, null, List.of());
    DeviceFacts bare =
        new DeviceFacts(9, "鲁G10003", "甲公司", false, null, null, null, null, List.of());
    assertEquals(new FleetHealth(5, 1, 2), FleetHealth.of(5, find(both, resting, bare)));
    assertEquals(new FleetHealth(5, 0, 0), FleetHealth.of(5, List.of()));
  }

  @Test
  void whatHasToBeTestedAgainIsToldFromThatMomentOn() {
    assertEquals(List.of(), find(acceptedAndDue(NOW.plusMillis(1))));
    DeviceFinding due = find(acceptedAndDue(NOW)).get(0);
    assertEquals(DeviceFault.RETEST, due.fault());
    assertEquals(NOW, due.since());
    assertEquals(new FleetHealth(1, 0, 0), FleetHealth.of(1, List.of(due)), "it is no fault");
  }

  private static DeviceFacts acceptedAndDue(Instant due) {
    return new DeviceFacts(
        7,
        "鲁G10001",
        "甲公司",
        true,
        LATELY,
        null,
        new Retest(Retest.Reason.YEAR, due),
        null,
        List.of());
  }

  private static boolean inOrder(DeviceFacts v) {
    return new DeviceHealth(Parameters.DEFAULTS, NOW).isInOrder(v, Duration.ofHours(24));
  }

  @Test
  void isInOrderWhenEveryAlertIsOverForSoLong() {
    Instant day = ago(Duration.ofHours(24));
    assertTrue(inOrder(vehicle(true, LATELY, null)));
    assertTrue(inOrder(vehicle(true, LATELY, null, alert(1, "D07", "", day))));
    assertFalse(inOrder(vehicle(true, LATELY, null, alert(1, "D07", "", day.plusMillis(1)))));
    assertFalse(inOrder(vehicle(true, LATELY, null, alert(1, "D03", "", null))));
  }

  @Test
  void isNotInOrderWhileItIsSilentUnboundAtRestOrDueForItsTest() {
    assertFalse(inOrder(silent()));
    assertFalse(inOrder(vehicle(false, LATELY, null)));
    assertFalse(inOrder(vehicle(true, null, null)));
    assertFalse(inOrder(vehicle(true, ago(Duration.ofDays(3)), NOW.plusSeconds(1))));
    Retest due = Retest.of(ago(Duration.ofDays(800)), null);
    assertFalse(
        inOrder(new DeviceFacts(7, "鲁G10001", "甲公司", true, LATELY, null, due, null, List.of())));
  }

  private static DeviceFacts answering(String registered, String told) {
    RecorderVin recorder = new RecorderVin(registered, told, LATELY);
    return new DeviceFacts(7, "鲁G10001", "甲公司", true, LATELY, null, null, recorder, List.of());
  }

  @Test
  void aRecorderThatKnowsAnotherVehicleIsToldAndOneThatKnowsNoneIsNot() {
    String own = "LZZ5ELSD0AB123456";
    String other = "LZZ5ELSD0AB123457";
    DeviceFinding found = find(answering(own, other)).get(0);
    assertEquals(DeviceFault.OTHER_VIN, found.fault());
    assertEquals(LATELY, found.since());
    assertEquals(new FleetHealth(1, 0, 1), FleetHealth.of(1, List.of(found)), "it is a fault");
    assertEquals(List.of(), find(answering(own, own)));
    assertEquals(List.of(), find(answering(own, "")), "it was never set");
    assertEquals(List.of(), find(answering("", other)), "nobody has read the vehicle's own");
  }
}
