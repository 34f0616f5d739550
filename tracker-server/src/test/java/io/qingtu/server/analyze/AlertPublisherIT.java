package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.server.HandClock;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertPublisherIT {
  private static final Instant START = Instant.parse("2026-11-16T13:00:00Z");

  private final List<StoredAlert> fed = new ArrayList<>();
  private TestDatabase server;
  private Database database;
  private AlertPublisher publisher;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    publisher =
        new AlertPublisher(new AlertStore(database), List.of(fed::addAll), new HandClock(START));
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void anAlertThatOnlyGrowsWaitsForTheLookAtTheCity() {
    for (int metres = 60; metres <= 600; metres += 60) {
      publisher.publish(List.of(offRoute(metres, 1)));
    }
    assertEquals(1, fed.size());
    publisher.publish(List.of(), Map.of());
    assertEquals(List.of(1, 2), fed.stream().map(StoredAlert::revision).toList());
    assertEquals(600, fed.get(1).alert().measured());
    publisher.publish(List.of(), Map.of());
    assertEquals(2, fed.size());
  }

  @Test
  void aRisenSeverityAndAnEndAreToldAtOnce() {
    publisher.publish(List.of(offRoute(60, 1)));
    publisher.publish(List.of(offRoute(120, 2)));
    publisher.publish(List.of(draft(120, 2).end(START.plusSeconds(300)).build()));
    assertEquals(List.of(1, 2, 3), fed.stream().map(StoredAlert::revision).toList());
  }

  private static Alert offRoute(double metres, int severity) {
    return draft(metres, severity).build();
  }

  private static AlertDraft draft(double metres, int severity) {
    return new AlertDraft("M04", "", "1.0", START, START.plusSeconds(20))
        .grade(Grade.B)
        .severity(severity)
        .measured(metres, 50, "m");
  }
}
