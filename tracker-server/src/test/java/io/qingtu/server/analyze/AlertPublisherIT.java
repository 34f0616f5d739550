package io.qingtu.server.analyze;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.StoredAlert;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertPublisherIT {
  private static final Instant START = Instant.parse("2026-11-16T13:00:00Z");

  private static final int MANY = 1000;

  /** The writer's clock, which it reads whenever it tries to store: there a test can hold it. */
  private static final class Attempts implements InstantSource {
    private final Semaphore permitted = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();

    void letThrough(int more) {
      permitted.release(more);
    }

    void awaitBegun(int attempt) {
      await("attempt " + attempt).until(() -> begun.get() == attempt);
    }

    @Override
    public Instant instant() {
      begun.incrementAndGet();
      permitted.acquireUninterruptibly();
      return START;
    }
  }

  private final Attempts attempts = new Attempts();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<StoredAlert> fed = Collections.synchronizedList(new ArrayList<>());
  private TestDatabase server;
  private Database database;
  private AlertPublisher publisher;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    publisher =
        new AlertPublisher(
            new AlertStore(database),
            List.of(fed::addAll),
            attempts.withZone(ZoneOffset.UTC),
            meters);
  }

  @AfterEach
  void close() {
    attempts.letThrough(MANY);
    publisher.close();
    database.close();
    server.close();
  }

  @Test
  void anAlertThatOnlyGrowsWaitsForTheLookAtTheCity() {
    attempts.letThrough(MANY);
    for (int metres = 60; metres <= 600; metres += 60) {
      publisher.publish(List.of(offRoute(metres, 1)));
    }
    publisher.flush();
    assertEquals(1, fed.size());
    publisher.publish(List.of(), Map.of());
    assertEquals(List.of(1, 2), fed.stream().map(StoredAlert::revision).toList());
    assertEquals(600, fed.get(1).alert().measured());
    publisher.publish(List.of(), Map.of());
    assertEquals(2, fed.size());
  }

  @Test
  void measuresWhatAFixHasDecidedFromItsArrivalUntilTheFeedsAreTold() {
    Timer latency = meters.get("alert.latency").timer();
    attempts.letThrough(MANY);
    publisher.publish(List.of(offRoute(60, 1)), START.minusMillis(70));
    publisher.flush();
    assertEquals(1, latency.count());
    assertEquals(70, latency.totalTime(TimeUnit.MILLISECONDS));
    publisher.publish(List.of(offRoute(120, 2)));
    publisher.flush();
    assertEquals(1, latency.count(), "time has decided it, not a fix");
  }

  @Test
  void countsTheTimeInWhichTheDatabaseIsAwayAsLatency() {
    Timer latency = meters.get("alert.latency").timer();
    server.interrupt();
    attempts.letThrough(1);
    publisher.publish(List.of(offRoute(60, 1)), START.minusSeconds(9));
    assertThrows(StoreException.class, publisher::flush);
    publisher.publish(List.of(offRoute(120, 2)), START.minusSeconds(2));
    server.resume();
    attempts.letThrough(MANY);
    await("it is told").until(() -> latency.count() == 1);
    assertEquals(9, latency.totalTime(TimeUnit.SECONDS), "since the first fix that had it");
  }

  @Test
  void aRisenSeverityAndAnEndAreToldAtOnce() {
    attempts.letThrough(MANY);
    publisher.publish(List.of(offRoute(60, 1)));
    publisher.flush();
    publisher.publish(List.of(offRoute(120, 2)));
    publisher.flush();
    publisher.publish(List.of(draft(120, 2).end(START.plusSeconds(300)).build()));
    publisher.flush();
    assertEquals(List.of(1, 2, 3), fed.stream().map(StoredAlert::revision).toList());
  }

  @Test
  void whatIsAnalyzedAgainIsNotRevisedToWhatItWasOnTheWay() {
    attempts.letThrough(MANY);
    List<Alert> states = new ArrayList<>();
    List<Alert> ended = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Instant start = START.plusSeconds(i);
      AlertDraft draft = new AlertDraft("M04", "", "1.0", start, start).grade(Grade.B);
      states.add(draft.build());
      ended.add(draft.end(start.plusSeconds(300)).build());
    }
    states.addAll(ended); // far behind their beginnings: the writer does not wait so long
    publisher.publish(states);
    publisher.flush();
    assertEquals(MANY, fed.size());
    fed.clear();
    try (AlertPublisher restarted =
        new AlertPublisher(
            new AlertStore(database), List.of(fed::addAll), attempts.withZone(ZoneOffset.UTC))) {
      restarted.publish(states);
      restarted.flush();
    }
    assertEquals(List.of(), fed);
  }

  @Test
  void whatTheDatabaseDoesNotTakeIsTriedAgain() {
    server.interrupt();
    attempts.letThrough(1);
    publisher.publish(List.of(offRoute(60, 1)));
    assertThrows(StoreException.class, publisher::flush);
    attempts.awaitBegun(2);
    publisher.publish(List.of(offRoute(120, 2)));
    attempts.letThrough(1);
    attempts.awaitBegun(3);
    server.resume();
    attempts.letThrough(MANY);
    await("it is stored").until(() -> fed.size() == 1);
    assertEquals(2, fed.get(0).alert().severity(), "the newest state that waited");
    assertEquals(1, fed.get(0).revision());
  }

  @Test
  void anAlertThatTheDatabaseRefusesKeepsNoOtherOut() {
    attempts.letThrough(MANY);
    Alert impossible = draft(60, 1).reason("\u0000").build();
    Alert other = new AlertDraft("M08", "", "1.0", START, START).grade(Grade.B).severity(2).build();
    publisher.publish(List.of(impossible, other));
    publisher.flush();
    assertEquals(List.of("M08"), fed.stream().map(a -> a.alert().rule()).toList());
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
