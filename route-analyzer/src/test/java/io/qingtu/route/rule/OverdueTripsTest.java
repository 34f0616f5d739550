package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.scene.Drive;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: M07 overdue, loads that are on the road for too long (SM-6). */
class OverdueTripsTest {
  private final Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");

  /** On the road for so many minutes, never standing still. */
  private static Drive wander(Drive d, int minutes) {
    Instant until = d.now().plusSeconds(60L * minutes);
    d.every(60);
    while (d.now().isBefore(until)) {
      d.to(3000, 0, 30).to(1000, 0, 30);
    }
    return d.every(10);
  }

  /** Trips by other trucks before noon, so many minutes each. */
  private void history(int trips, int minutes) {
    for (int i = 0; i < trips; i++) {
      scene.permit("B" + i);
      wander(scene.truck("B" + i, 0, 0, "12:00:00").load(), minutes)
          .to(6000, 0, 40)
          .stand(240)
          .to(5000, 0, 40);
    }
  }

  private static Instant out(Ledger ledger) {
    return ledger.trips().stream().filter(t -> t.plate().equals("A1")).findFirst().get().outTime();
  }

  private long minutes(Ledger ledger) {
    Alert a = alert(ledger);
    return Duration.between(out(ledger), a.start()).toMinutes();
  }

  private static Alert alert(Ledger ledger) {
    return ledger.alerts().stream()
        .filter(a -> a.rule().equals("M07") && a.reason().equals("overdue"))
        .findFirst()
        .get();
  }

  @Test
  void threeHoursWhereFewerThanTenTripsAreKnown() {
    history(9, 20);
    wander(scene.truck("A1", 0, 0, "20:00:00").load(), 200);
    Ledger ledger = scene.run();
    assertEquals(180, minutes(ledger));
    assertEquals(AlertStatus.OPEN, alert(ledger).status());
    assertFalse(Double.isNaN(alert(ledger).longitude()));
  }

  @Test
  void twoHoursAtLeastWhereTheUsualTimeIsShort() {
    history(10, 20);
    wander(scene.truck("A1", 0, 0, "20:00:00").load(), 130);
    assertEquals(120, minutes(scene.run()));
  }

  @Test
  void twiceTheUsualTimeWhereThatIsLonger() {
    history(10, 100);
    wander(scene.truck("A1", 0, 0, "20:00:00").load(), 300);
    Ledger ledger = scene.run();
    Trip usual = ledger.trips().get(0);
    long took = Duration.between(usual.outTime(), usual.endTime()).toSeconds();
    assertEquals(2 * took / 60, minutes(ledger));
  }

  @Test
  void tripsThatEndLaterSayNothingOfOneThatHasLeft() {
    history(10, 20);
    wander(scene.truck("A1", 0, 0, "12:00:00").load(), 170);
    assertEquals(List.of(), scene.alerts("M07"));
  }

  @Test
  void justInTimeIsInTime() {
    wander(scene.truck("A1", 0, 0, "20:00:00").load(), 160).to(6000, 0, 40).stand(240);
    assertEquals(List.of(), scene.alerts("M07"));
  }

  @Test
  void parkingDoesNotCount() {
    Drive d = wander(scene.truck("A1", 0, 0, "20:00:00").load(), 60).stand(4000);
    wander(d, 100).to(6000, 0, 40).stand(240);
    assertEquals(
        List.of("parked_loaded"), scene.alerts("M07").stream().map(Alert::reason).toList());
  }

  @Test
  void aLateArrivalEndsItAndALateReturnStaysOneAlert() {
    wander(scene.truck("A1", 0, 0, "20:00:00").load(), 190).to(6000, 0, 40).stand(240).to(0, 0, 40);
    Ledger ledger = scene.run();
    assertEquals(AlertStatus.ENDED, alert(ledger).status());
    assertEquals(EndKind.OK, ledger.trips().get(0).endKind());
    Scene back = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    wander(back.truck("A1", 0, 0, "20:00:00").load(), 190).to(0, 0, 40).stand(60);
    List<Alert> found = back.alerts("M07");
    assertEquals(List.of("unexplained"), found.stream().map(Alert::reason).toList());
    assertEquals(180, Duration.between(out(back.run()), found.get(0).start()).toMinutes());
  }
}
