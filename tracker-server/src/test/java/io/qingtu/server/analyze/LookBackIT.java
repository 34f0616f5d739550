package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.HandClock;
import io.qingtu.server.config.CityHour;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoredAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden track 14, a truck whose load goes missing in a gap, driven again and again: three times
 * within two weeks are a pattern (D10) that the live window does not hold.
 */
class LookBackIT {
  private static final Duration WINDOW = Duration.ofHours(36);
  private static final LookBack.Config CONFIG =
      new LookBack.Config(30, new CityHour(LocalTime.of(3, 30)), WINDOW);

  @TempDir Path folder;
  private final List<StoredAlert> fed = new ArrayList<>();
  private final HandClock clock = new HandClock(Instant.EPOCH);
  private TestDatabase server;
  private Database database;
  private AlertStore alerts;
  private RuleSet rules;
  private List<Position> night;
  private LookBack lookBack;

  @BeforeEach
  void open() throws IOException {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    alerts = new AlertStore(database);
    GoldenTracks.of(14).write(folder);
    DataSet data = DataSet.read(folder);
    String gone = data.plan().vehicles().get(0).plate();
    night = new ArrayList<>(data.positions());
    night.removeIf(p -> !p.plate().equals(gone));
    night.sort(Comparator.comparing(Position::fixTime));
    Instant nextLoad = night.get(0).fixTime().plus(Duration.ofMinutes(45));
    night.removeIf(p -> p.fixTime().isAfter(nextLoad));
    new PlanStore(database).write(data.plan());
    rules = new RuleSet(data.plan(), Parameters.DEFAULTS);
    lookBack = new LookBack(CONFIG, clock, database, List.of(fed::addAll));
  }

  @AfterEach
  void close() {
    lookBack.close();
    database.close();
    server.close();
  }

  /** The night once more, so much later, and the truck at rest until then from the night before. */
  private void drive(Duration... later) {
    int vehicle =
        database
            .query(
                "select id from vehicle where plate = ?",
                row -> row.getInt(1),
                night.get(0).plate())
            .get(0);
    List<PositionRow> rows = new ArrayList<>();
    Position rest = null;
    for (Duration by : later) {
      Instant begin = night.get(0).fixTime().plus(by);
      for (Instant t = rest == null ? begin : rest.fixTime().plusSeconds(60);
          t.isBefore(begin);
          t = t.plusSeconds(60)) {
        rows.add(new PositionRow(vehicle, at(night.get(0), t), new byte[0]));
      }
      for (Position p : night) {
        rest = at(p, p.fixTime().plus(by));
        rows.add(new PositionRow(vehicle, rest, new byte[0]));
      }
    }
    new PositionStore(database).save(rows);
  }

  private static Position at(Position p, Instant time) {
    return new Position(
        p.plate(),
        time,
        time,
        p.longitude(),
        p.latitude(),
        p.fixValid(),
        p.speedKmh(),
        p.vssKmh(),
        p.directionDegrees(),
        p.altitudeMetres(),
        p.accOn(),
        p.satellites(),
        p.odometerKm(),
        p.alarmBits(),
        p.statusBits(),
        p.sensors(),
        false);
  }

  private Instant daysLater(int days) {
    return night.get(0).fixTime().plus(Duration.ofDays(days));
  }

  private List<String> patterns() {
    return alerts.between(Instant.EPOCH, daysLater(400)).stream()
        .filter(a -> a.alert().rule().equals("D10"))
        .map(a -> a.alert().status() + " " + a.alert().measured() + " #" + a.revision())
        .toList();
  }

  @Test
  void filesAPatternOfManyDaysOnce() {
    drive(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(4));
    clock.now = daysLater(6);
    lookBack.judge(rules);
    assertEquals(List.of("ENDED 3.0 #1"), patterns());
    assertEquals(
        patterns().size(), fed.stream().filter(a -> a.alert().rule().equals("D10")).count());
    assertEquals(
        List.of(true),
        new AlertQueries(database)
            .page(AlertFilter.ALL, Scope.CITY, 100).stream()
                .filter(a -> a.rule().equals("D10"))
                .map(a -> a.late())
                .toList(),
        "it is no live alarm");
    assertEquals(0, lookBack.judge(rules), "a second look finds nothing new");
    clock.now = daysLater(7);
    lookBack.judge(rules);
    assertEquals(List.of("ENDED 3.0 #1"), patterns(), "and neither does the next day's");
  }

  @Test
  void aPatternThatGoesOnIsRevisedAndOneThatLeavesTheDaysStays() {
    drive(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(4));
    clock.now = daysLater(6);
    lookBack.judge(rules);
    drive(Duration.ofDays(4), Duration.ofDays(10));
    clock.now = daysLater(12);
    lookBack.judge(rules);
    assertEquals(List.of("ENDED 4.0 #2"), patterns());
    for (int day : new int[] {20, 31, 33, 36}) {
      clock.now = daysLater(day);
      lookBack.judge(rules);
      assertEquals(List.of("ENDED 4.0 #2"), patterns(), "on day " + day);
    }
  }

  @Test
  void theLiveAnalysisLeavesThePatternToTheLookBack() {
    drive(Duration.ZERO, Duration.ofHours(8), Duration.ofHours(16));
    clock.now = night.get(0).fixTime().plus(Duration.ofHours(22));
    AnalysisConfig config =
        new AnalysisConfig(
            true,
            1,
            WINDOW,
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            "");
    try (LiveAnalysis live =
        new LiveAnalysis(
            config,
            clock,
            new PositionStore(database),
            alerts,
            new LedgerStore(database),
            List.of(),
            new SimpleMeterRegistry())) {
      live.start(rules);
      live.judgeNow();
      assertEquals(List.of(), patterns());
      clock.now = night.get(0).fixTime().plus(Duration.ofHours(30));
      lookBack.judge(rules);
      assertEquals(List.of("ENDED 3.0 #1"), patterns());
      live.judgeNow();
      assertEquals(List.of("ENDED 3.0 #1"), patterns(), "it does not take back what it cannot see");
    }
  }

  @Test
  void takesBackWhatTheDaysDoNotShowUnlessAPersonHasDecided() {
    drive(Duration.ZERO);
    clock.now = daysLater(6);
    Alert unfounded = overdue(3600);
    Alert confirmed = overdue(7200);
    long reviewed = alerts.publish(List.of(unfounded, confirmed), clock.now).get(1).id();
    database.update(
        "insert into app_user (login, display_name, role, password_hash) values ('a', '', '', '')");
    database.update(
        "insert into review (alert_id, revision, user_id, decision, at)"
            + " select ?, 1, id, 'CONFIRMED', ? from app_user",
        reviewed,
        clock.now);
    lookBack.judge(rules);
    Map<Boolean, Alert> byReview =
        Map.of(true, newest(confirmed.key()), false, newest(unfounded.key()));
    assertEquals(AlertStatus.OPEN, byReview.get(true).status());
    assertEquals(AlertStatus.RETRACTED, byReview.get(false).status());
    assertEquals("look_back", byReview.get(false).reason());
  }

  @Test
  void leavesWhatTheLiveAnalysisStillJudges() {
    drive(Duration.ZERO);
    clock.now = night.get(0).fixTime().plus(Duration.ofHours(50));
    Alert fresh = overdue(3600);
    alerts.publish(List.of(fresh), clock.now);
    lookBack.judge(rules);
    assertEquals(AlertStatus.OPEN, newest(fresh.key()).status());
  }

  private Alert overdue(int seconds) {
    Instant start = night.get(0).fixTime().plusSeconds(seconds);
    return new AlertDraft("M07", night.get(0).plate(), "1.0", start, start)
        .grade(Grade.C)
        .severity(3)
        .build();
  }

  private Alert newest(String key) {
    return alerts.between(Instant.EPOCH, daysLater(400)).stream()
        .map(StoredAlert::alert)
        .filter(a -> a.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
