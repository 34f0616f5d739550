package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts by key: the newest counts, all stay. */
class AlertStoreIT {
  private static final Instant START = Instant.parse("2026-11-16T04:00:00.123456789Z");
  private static final Instant NOW = Instant.parse("2026-11-16T05:00:00Z");

  private TestDatabase server;
  private Database database;
  private AlertStore alerts;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (name) values ('c')");
    database.update(
        "insert into vehicle (plate, kind, company_id)"
            + " select '鲁V00001', 'MUCK_TRUCK', id from company");
    alerts = new AlertStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static Alert alert(String plate, Instant start, AlertStatus status) {
    return new Alert(
        "M05",
        plate,
        start,
        start.plusSeconds(30),
        status == AlertStatus.OPEN ? null : start.plusSeconds(90),
        119.1000001,
        36.7,
        Grade.A,
        3,
        status,
        "",
        "P1",
        "",
        "T1",
        plate.isEmpty() ? List.of("S1", "S2") : List.of(),
        61.3,
        Double.NaN,
        "km/h",
        "1.0+abc",
        List.of(new Condition("speed ≥ v_cov", "61.3 km/h", true)));
  }

  private static Alert truck(AlertStatus status) {
    return alert("鲁V00001", START, status);
  }

  @Test
  void readsBackExactlyWhatWasPublished() {
    Alert open = truck(AlertStatus.OPEN);
    StoredAlert stored = alerts.publish(List.of(open), NOW).get(0);
    assertEquals(new StoredAlert(stored.id(), 1, open, NOW, NOW), stored);
    assertEquals(List.of(stored), alerts.ofVehicle("鲁V00001", START.minusSeconds(1)));
  }

  @Test
  void changesNothingWhenTheSameIsPublishedAgain() {
    alerts.publish(List.of(truck(AlertStatus.OPEN)), NOW);
    assertEquals(List.of(), alerts.publish(List.of(truck(AlertStatus.OPEN)), NOW.plusSeconds(1)));
    assertEquals(1, server.ask("select count(*) from alert_revision"));
  }

  @Test
  void makesARevisionOfWhatDiffersAndKeepsThemAll() {
    long id = alerts.publish(List.of(truck(AlertStatus.OPEN)), NOW).get(0).id();
    StoredAlert second =
        alerts.publish(List.of(truck(AlertStatus.ENDED)), NOW.plusSeconds(60)).get(0);
    assertEquals(id, second.id());
    assertEquals(2, second.revision());
    assertEquals(NOW, second.createdAt());
    assertEquals(NOW.plusSeconds(60), second.updatedAt());
    assertEquals(
        List.of(AlertStatus.OPEN, AlertStatus.ENDED),
        alerts.revisions(id).stream().map(r -> r.alert().status()).toList());
    assertEquals(
        1, server.ask("select count(*) from alert where status = 'ENDED' and revision = 2"));
  }

  @Test
  void twoWritersOfOneAlertBothStoreWhatTheySay() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        Instant start = START.plusSeconds(round);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<List<StoredAlert>>> stored = new ArrayList<>();
        for (AlertStatus said : List.of(AlertStatus.OPEN, AlertStatus.ENDED)) {
          stored.add(
              two.submit(
                  () -> {
                    together.await();
                    return alerts.publish(List.of(alert("鲁V00001", start, said)), NOW);
                  }));
        }
        long id = stored.get(0).get().get(0).id();
        assertEquals(id, stored.get(1).get().get(0).id());
        assertEquals(2, alerts.revisions(id).size());
      }
    } finally {
      two.shutdown();
    }
  }

  @Test
  void storesTheLastOfTwoOfTheSameKeyOnce() {
    List<StoredAlert> stored =
        alerts.publish(List.of(truck(AlertStatus.OPEN), truck(AlertStatus.ENDED)), NOW);
    assertEquals(1, stored.size());
    assertEquals(AlertStatus.ENDED, stored.get(0).alert().status());
    assertEquals(1, stored.get(0).revision());
  }

  @Test
  void keepsAlertsOfRoadsThatHaveNoVehicle() {
    Alert road = alert("", START, AlertStatus.OPEN);
    alerts.publish(List.of(road, truck(AlertStatus.OPEN)), NOW);
    assertEquals(
        List.of("", "鲁V00001"),
        alerts.between(START.minusSeconds(1), START.plusSeconds(1)).stream()
            .map(a -> a.alert().plate())
            .sorted()
            .toList());
    assertEquals(1, server.ask("select count(*) from alert where vehicle_id is null"));
  }

  @Test
  void endsAPeriodBeforeItsEnd() {
    alerts.publish(List.of(alert("鲁V00001", NOW, AlertStatus.OPEN)), NOW);
    assertEquals(1, alerts.between(NOW, NOW.plusSeconds(1)).size());
    assertEquals(0, alerts.between(NOW.minusSeconds(1), NOW).size());
  }
}
