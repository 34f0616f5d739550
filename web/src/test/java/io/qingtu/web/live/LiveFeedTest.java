package io.qingtu.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.store.AlertRevision;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AlertRow.ReviewRow;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final Instant T0 = Instant.parse("2026-11-16T00:00:00Z");
  private static final String A = "鲁G00001";
  private static final String B = "鲁G00002";

  private LiveFeed feed;

  @BeforeEach
  void twoVehiclesOfTwoCompanies() {
    feed = new LiveFeed(3, 1000, T0);
    feed.register(List.of(vehicle(A, 1), vehicle(B, 2)));
  }

  @Test
  void tellsOnceWhatChangedAndNothingWhereNothingDid() {
    feed.accept(List.of(at(A, 0, 20), at(B, 0, 0)));
    feed.tick(T0);
    feed.tick(T0.plusSeconds(1));
    feed.accept(List.of(at(A, 10, 30)));
    feed.tick(T0.plusSeconds(10));

    List<LiveMessage> all = feed.since(1000).orElseThrow();
    assertEquals(List.of(1001L, 1002L), all.stream().map(LiveMessage::sequence).toList());
    assertEquals(List.of(A), plates(all.get(1)));
    assertEquals(1002, feed.snapshot().sequence());
    assertEquals(2, feed.snapshot().byPlate().size());
  }

  @Test
  void joinsManyReportsOfASecondIntoTheNewest() {
    feed.accept(List.of(at(A, 0, 20), at(A, 2, 25), at(A, 1, 99)));
    feed.tick(T0.plusSeconds(2));

    LiveVehicle shown = feed.snapshot().byPlate().get(A);
    assertEquals(T0.plusSeconds(2), shown.time());
    assertEquals(25, shown.speedKmh());
  }

  @Test
  void keepsThePlaceWhenTheFixIsLost() {
    feed.accept(List.of(at(A, 0, 20)));
    Position lost = at(A, 10, 0);
    feed.accept(
        List.of(
            new Position(
                A,
                lost.fixTime(),
                lost.receivedTime(),
                0,
                0,
                false,
                0,
                Double.NaN,
                -1,
                0,
                true,
                0,
                Double.NaN,
                0,
                0,
                Sensors.UNKNOWN,
                false)));
    feed.tick(T0.plusSeconds(10));

    LiveVehicle shown = feed.snapshot().byPlate().get(A);
    assertEquals(T0.plusSeconds(10), shown.time());
    assertEquals(119.1, shown.lon());
  }

  @Test
  void doesNotShowAVehicleThatIsNotRegistered() {
    feed.accept(List.of(at("鲁G99999", 0, 20)));
    feed.tick(T0);

    assertTrue(feed.snapshot().byPlate().isEmpty());
  }

  @Test
  void turnsOfflineByTheClockAlone() {
    feed.accept(List.of(at(A, 0, 20)));
    feed.tick(T0.plus(VehicleState.SILENCE));
    assertEquals(VehicleState.MOVING, feed.snapshot().state(A));

    feed.tick(T0.plus(VehicleState.SILENCE).plusSeconds(1));
    assertEquals(VehicleState.OFFLINE, feed.snapshot().state(A));
    assertEquals(VehicleState.OFFLINE, feed.snapshot().state(B), "never reported");
  }

  @Test
  void distinguishesMovingIdleAndStopped() {
    feed.accept(List.of(at(A, 0, 5)));
    feed.tick(T0);
    assertEquals(VehicleState.MOVING, feed.snapshot().state(A));
    feed.accept(List.of(at(A, 1, 4.9)));
    feed.tick(T0);
    assertEquals(VehicleState.IDLE, feed.snapshot().state(A));
    feed.accept(List.of(position(A, 2, 4.9, false)));
    feed.tick(T0);
    assertEquals(VehicleState.STOPPED, feed.snapshot().state(A));
  }

  @Test
  void showsAnAlarmUntilSomebodyHasReviewedIt() {
    feed.accept(List.of(at(A, 0, 20)));
    feed.accept(alert(1, 3, AlertStatus.OPEN, null));
    feed.tick(T0);
    assertEquals(VehicleState.ALARM, feed.snapshot().state(A));

    ReviewRow review = new ReviewRow(Review.Decision.CONFIRMED, "", "", "a", T0, "");
    feed.accept(alert(1, 3, AlertStatus.OPEN, review));
    feed.tick(T0);
    assertEquals(VehicleState.MOVING, feed.snapshot().state(A));
  }

  @Test
  void anAlertOfLateDataIsNoAlarm() {
    feed.accept(List.of(at(A, 0, 20)));
    feed.accept(alert(1, A, 1, 4, AlertStatus.OPEN, null, true));
    feed.tick(T0);
    assertEquals(VehicleState.MOVING, feed.snapshot().state(A));
  }

  @Test
  void keepsTheAlarmWhileAnotherSeriousAlertIsOpen() {
    feed.accept(List.of(at(A, 0, 20)));
    feed.openAlarms(List.of(alert(1, 4, AlertStatus.OPEN, null)));
    feed.accept(alert(2, 3, AlertStatus.OPEN, null));
    feed.accept(alert(2, 3, AlertStatus.ENDED, null));
    feed.tick(T0);

    assertEquals(VehicleState.ALARM, feed.snapshot().state(A));
  }

  @Test
  void isNotAlarmedByAMinorAlert() {
    feed.accept(List.of(at(A, 0, 20)));
    feed.accept(alert(1, 2, AlertStatus.OPEN, null));
    feed.tick(T0);

    assertEquals(VehicleState.MOVING, feed.snapshot().state(A));
  }

  @Test
  void forgetsTheOldestAndSaysSo() {
    for (int i = 0; i < 4; i++) {
      feed.accept(alert(i, 1, AlertStatus.OPEN, null));
    }

    assertEquals(Optional.empty(), feed.since(1000), "message 1001 is forgotten");
    assertEquals(3, feed.since(1001).orElseThrow().size());
    assertTrue(feed.since(1004).orElseThrow().isEmpty());
    assertEquals(Optional.empty(), feed.since(1005), "a number that was never given");
    assertEquals(Optional.empty(), feed.since(0));
  }

  @Test
  void showsADispatcherTheOwnCompanyOnly() {
    feed.accept(List.of(at(A, 0, 20), at(B, 0, 20)));
    feed.tick(T0);
    feed.accept(alert(1, 3, AlertStatus.OPEN, null));
    List<LiveMessage> all = feed.since(1000).orElseThrow();

    assertEquals(List.of(B), plates(all.get(0).within(Scope.ofCompany(2)).orElseThrow()));
    assertFalse(all.get(1).within(Scope.ofCompany(2)).isPresent(), "the alert is of company 1");
    assertTrue(all.get(1).within(Scope.ofCompany(1)).isPresent());
    assertFalse(all.get(0).within(Scope.NOTHING).isPresent());
    assertEquals(1, feed.snapshot().vehicles(Scope.ofCompany(1)).size());
    assertEquals(2, feed.snapshot().vehicles(Scope.CITY).size());
  }

  @Test
  void showsNoRoadsAlertToADispatcher() {
    feed.accept(alert(1, "", 0, 3, AlertStatus.OPEN, null));
    LiveMessage message = feed.since(1000).orElseThrow().get(0);

    assertTrue(message.within(Scope.CITY).isPresent());
    assertFalse(message.within(Scope.ofCompany(1)).isPresent());
    assertFalse(message.within(Scope.NOTHING).isPresent());
  }

  @Test
  void wakesItsListenersAfterEachMessage() {
    List<Long> heard = new ArrayList<>();
    feed.onMessage(() -> heard.add(feed.snapshot().sequence()));
    feed.accept(List.of(at(A, 0, 20)));
    feed.tick(T0);
    feed.tick(T0);
    feed.accept(alert(1, 1, AlertStatus.OPEN, null));

    assertEquals(List.of(1001L, 1002L), heard);
  }

  private static List<String> plates(LiveMessage message) {
    return ((LiveMessage.Positions) message).positions().stream().map(LiveVehicle::plate).toList();
  }

  private static VehicleRow vehicle(String plate, int company) {
    return new VehicleRow(company, plate, "MUCK_TRUCK", company, "公司" + company, 20, List.of(), "");
  }

  private static Position at(String plate, int second, double speedKmh) {
    return position(plate, second, speedKmh, true);
  }

  private static Position position(String plate, int second, double speedKmh, boolean acc) {
    Instant t = T0.plus(Duration.ofSeconds(second));
    return new Position(
        plate,
        t,
        t,
        119.1,
        36.7,
        true,
        speedKmh,
        Double.NaN,
        90,
        20,
        acc,
        12,
        Double.NaN,
        0,
        3,
        Sensors.UNKNOWN,
        false);
  }

  private static AlertRow alert(long id, int severity, AlertStatus status, ReviewRow review) {
    return alert(id, A, 1, severity, status, review);
  }

  private static AlertRow alert(
      long id, String plate, int company, int severity, AlertStatus status, ReviewRow review) {
    return alert(id, plate, company, severity, status, review, false);
  }

  private static AlertRow alert(
      long id,
      String plate,
      int company,
      int severity,
      AlertStatus status,
      ReviewRow review,
      boolean late) {
    String kind = plate.isEmpty() ? "" : "MUCK_TRUCK";
    return new AlertRow(
        id,
        "M03",
        plate,
        "",
        company,
        kind,
        T0,
        T0,
        null,
        119.1,
        36.7,
        Grade.B,
        severity,
        status,
        "",
        "",
        "",
        "",
        "",
        List.of(),
        "",
        Double.NaN,
        Double.NaN,
        "",
        "1.0",
        1,
        AlertRevision.Kind.NEW,
        late,
        List.of(),
        review);
  }
}
