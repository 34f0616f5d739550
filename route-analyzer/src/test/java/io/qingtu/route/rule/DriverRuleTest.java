package io.qingtu.route.rule;

import static io.qingtu.route.plan.SensorKind.LIFT;
import static io.qingtu.route.plan.SensorKind.WEIGHT;
import static io.qingtu.route.scene.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.scene.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M15, who drives the trip that begins at about 22:08. */
class DriverRuleTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  @BeforeEach
  void trip() {
    scene.truck("A1", 0, 0, "22:00:00", LIFT, WEIGHT).load().to(6000, 0, 40).tip().to(0, 0, 40);
  }

  private void shows(String time, String driver) {
    shows(at(time), driver);
  }

  private void shows(Instant time, String driver) {
    scene.identity("A1", time, Identity.Kind.DRIVER, driver);
  }

  @Test
  void aStrangerAtTheWheelIsAMismatch() {
    scene.driver("X1", "A1").driver("X2", "A2");
    shows("21:55:00", "X2");
    Alert a = scene.alerts("M15").get(0);
    assertEquals(List.of("M15"), scene.codes());
    assertEquals(2, a.severity());
    assertEquals(Grade.B, a.grade());
    assertEquals(scene.run().trips().get(0).outTime(), a.start());
    assertEquals(scene.run().trips().get(0).endTime(), a.end());
  }

  @Test
  void whoeverIsOnTheListMayDrive() {
    scene.driver("X1", "A1").driver("X2", "A2", "A1");
    shows("21:55:00", "X2");
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whoeverIsOnTheListByAnotherNumberOfTheCardMayDrive() {
    scene.driver("37070019900101123x", "A1");
    scene.identity(Identity.ofCard("A1", at("21:55:00"), "Q001", "37070019900101123X"));
    assertEquals(List.of(), scene.codes());
    scene.identity(Identity.ofCard("A1", at("22:12:00"), "Q002", "370700199001011240"));
    assertEquals(List.of(), scene.codes(), "may be on it by another kind of number");
    scene.driver("Q002", "A2");
    assertEquals(at("22:12:00"), scene.alerts("M15").get(0).start());
  }

  @Test
  void aCardThatNobodyIsRegisteredByIsAStrangersOnTheListOfACompany() {
    scene.turn("X1", "A1", at("20:00:00"), Instant.MAX);
    scene.identity(Identity.ofCard("A1", at("21:55:00"), "X9", ""));
    assertEquals(List.of("M15"), scene.codes());
  }

  @Test
  void theTraceHasTheLastFourOfEachNumber() {
    scene.driver("370700199001011234", "A1").driver("X123", "A1");
    shows("21:55:00", "370700199001015678");
    assertEquals(
        List.of("*5678 since " + at("21:55:00"), "*1234 X123"),
        scene.alerts("M15").get(0).decision().stream()
            .filter(c -> c.name().startsWith("driver") || c.name().endsWith("list"))
            .map(c -> c.value())
            .toList());
  }

  @Test
  void onceTheCardIsOutNothingIsKnown() {
    scene.driver("X1", "A1");
    shows("21:50:00", "X9");
    shows("21:55:00", "");
    assertEquals(List.of(), scene.codes());
    shows("22:10:00", "X9");
    shows("22:12:00", "");
    Alert a = scene.alerts("M15").get(0);
    assertEquals(at("22:10:00"), a.start());
    assertEquals(at("22:12:00"), a.end());
    assertEquals(List.of("M15"), scene.codes());
  }

  @Test
  void aChangeOnTheWayCountsFromThen() {
    scene.driver("X1", "A1");
    shows("21:55:00", "X1");
    shows("22:12:00", "X9");
    assertEquals(at("22:12:00"), scene.alerts("M15").get(0).start());
  }

  @Test
  void whoeverDrivesForAWhileMayNotAfterIt() {
    scene.turn("X1", "A1", at("20:00:00"), at("22:12:00"));
    shows("21:55:00", "X1");
    Alert a = scene.alerts("M15").get(0);
    assertEquals(at("22:12:00"), a.start());
    scene.turn("X1", "A1", at("22:12:00"), Instant.MAX);
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void beforeACompanyHasSaidWhoDrivesNothingIsKnown() {
    scene.turn("X1", "A1", at("23:30:00"), Instant.MAX);
    shows("21:55:00", "X9");
    assertEquals(List.of(), scene.codes());
    scene.turn("X2", "A1", at("21:00:00"), at("21:30:00"));
    assertEquals(List.of("M15"), scene.codes(), "once it has, nobody is a list, too");
  }

  @Test
  void whereNobodyIsRegisteredNothingIsKnown() {
    scene.driver("X1", "A2");
    shows("21:55:00", "X9");
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whereNobodyShowsHimselfNothingIsKnown() {
    scene.driver("X1", "A1");
    assertEquals(List.of(), scene.codes());
  }

  @Test
  void whoeverDroveAShiftAgoNeedNotDriveNow() {
    scene.driver("X1", "A1");
    shows(at("22:00:00").minusSeconds(43_200), "X9");
    assertEquals(List.of(), scene.codes());
    shows(at("22:20:00").minusSeconds(43_200), "X9");
    assertEquals(List.of("M15"), scene.codes());
  }

  @Test
  void withoutATripNobodyIsAsked() {
    scene.driver("X1", "A1");
    shows("22:25:00", "X9");
    assertEquals(List.of(), scene.codes());
  }
}
