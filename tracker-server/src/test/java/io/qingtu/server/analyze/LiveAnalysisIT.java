package io.qingtu.server.analyze;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.HandClock;
import io.qingtu.server.store.AlertFilter;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRevision;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live analysis on stored positions; the stories are told with the power-cut alarm, D02. */
class LiveAnalysisIT {
  private static final String TRUCK = "鲁V00001";
  private static final long POWER_CUT = 1 << 8;
  private static final long UNDERVOLTAGE = 1 << 7;
  private static final Instant START = Instant.parse("2026-11-16T04:00:00Z");
  private static final Duration LATENESS = Duration.ofMinutes(2);
  private static final AnalysisConfig CONFIG =
      new AnalysisConfig(
          true,
          2,
          Duration.ofHours(36),
          LATENESS,
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          "");

  private final HandClock clock = new HandClock(START);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<StoredAlert> fed = Collections.synchronizedList(new ArrayList<>());
  private final RuleSet rules =
      new RuleSet(
          new CityPlan(
              List.of(new Vehicle(TRUCK, VehicleKind.MUCK_TRUCK, "公司", 15, Set.of())),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()),
          Parameters.DEFAULTS);
  private TestDatabase server;
  private Database database;
  private PositionStore positions;
  private AlertStore alerts;
  private LiveAnalysis analysis;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    positions = new PositionStore(database);
    alerts = new AlertStore(database);
    new PlanStore(database).write(rules.plan());
    analysis = begin();
  }

  private LiveAnalysis begin() {
    return begin(rules);
  }

  private LiveAnalysis begin(RuleSet first) {
    LiveAnalysis live =
        new LiveAnalysis(
            CONFIG,
            clock,
            positions,
            alerts,
            new LedgerStore(database),
            List.of(fed::addAll),
            meters);
    live.start(first);
    return live;
  }

  @AfterEach
  void close() {
    analysis.close();
    database.close();
    server.close();
  }

  /** A parked truck's fix, received as it was taken. */
  private static Position fix(int second, long alarmBits) {
    Instant time = START.plusSeconds(second);
    return new Position(
        TRUCK,
        time,
        time,
        119.107,
        36.709,
        true,
        0,
        Double.NaN,
        0,
        20,
        true,
        12,
        Double.NaN,
        alarmBits,
        3,
        Sensors.UNKNOWN,
        false);
  }

  /** Stores fixes as the pipeline does, at the moment of the last one. */
  private void commit(Position... fixes) {
    int vehicle = (int) server.ask("select id from vehicle where plate = '" + TRUCK + "'");
    List<PositionRow> rows = new ArrayList<>();
    for (Position p : fixes) {
      rows.add(new PositionRow(vehicle, p, new byte[0]));
      clock.now = p.fixTime().isAfter(clock.now) ? p.fixTime() : clock.now;
    }
    positions.save(rows);
    analysis.accept(List.of(fixes));
  }

  private List<String> stored() {
    return alerts.between(START.minusSeconds(86_400), START.plusSeconds(86_400)).stream()
        .map(a -> "%s %s %s".formatted(second(a.alert()), a.alert().status(), a.alert().reason()))
        .map(String::trim)
        .toList();
  }

  private static long second(Alert a) {
    return Duration.between(START, a.start()).toSeconds();
  }

  private void awaitStored(String... expected) {
    await("the alerts on file").untilAsserted(() -> assertEquals(List.of(expected), stored()));
  }

  private void awaitFed(int alerts) {
    await("fed").untilAsserted(() -> assertEquals(alerts, fed.size(), fed::toString));
  }

  private void awaitLateFix() {
    await("the late fix is taken").until(() -> meters.counter("analysis.late").count() == 1);
  }

  @Test
  void raisesAnAlertWithTheFixThatDecidesIt() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    awaitFed(1);
    assertEquals("D02", fed.get(0).alert().rule());
    assertEquals(1, fed.get(0).revision());
  }

  @Test
  void endsAnAlertAsARevisionOfItself() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    commit(fix(20, 0), fix(90, 0));
    awaitStored("10 ENDED");
    awaitFed(2);
    assertEquals(2, fed.get(1).revision());
    assertEquals(2, alerts.revisions(fed.get(1).id()).size());
  }

  @Test
  void analyzesAgainWhenLateDataHasStoppedComing() {
    commit(fix(0, 0), fix(60, POWER_CUT));
    awaitStored("60 OPEN");
    commit(fix(30, POWER_CUT));
    awaitLateFix();
    clock.now = clock.now.plusSeconds(29);
    analysis.judgeNow();
    assertEquals(List.of("60 OPEN"), stored());
    clock.now = clock.now.plusSeconds(1);
    await("the alert of the late fix").until(() -> stored().contains("30 OPEN"));
    clock.now = clock.now.plus(LATENESS);
    analysis.judgeNow();
    awaitStored("30 OPEN", "60 RETRACTED late_data");
  }

  @Test
  void blindSpotDataTakesBackWhatItExplainsAndRaisesWhatIsNew() {
    commit(fix(0, 0), fix(60, POWER_CUT));
    awaitStored("60 OPEN");
    commit(fix(1800, POWER_CUT));
    commit(fix(30, POWER_CUT));
    awaitLateFix();
    clock.now = clock.now.plus(LATENESS);
    await("the alert of the late fix").until(() -> stored().contains("30 OPEN"));
    analysis.judgeNow();
    awaitStored("30 OPEN", "60 RETRACTED late_data");
    AlertQueries queries = new AlertQueries(database);
    List<AlertRow> rows = queries.page(AlertFilter.ALL, Scope.CITY, 10);
    assertEquals(
        List.of("RETRACTED live", "NEW late"),
        rows.stream().map(r -> r.revisionKind() + (r.late() ? " late" : " live")).toList());
    AlertRevision last = queries.revisions(rows.get(0).id()).get(1);
    assertEquals(AlertRevision.Kind.RETRACTED, last.kind());
    assertEquals(
        List.of(
            new AlertRevision.Change("status", AlertStatus.OPEN, AlertStatus.RETRACTED),
            new AlertRevision.Change("reason", null, "late_data")),
        last.changes());
  }

  @Test
  void firesADeadlineAtWhichNothingHasCome() {
    commit(fix(0, 0), fix(10, UNDERVOLTAGE));
    clock.now = clock.now.plus(Duration.ofHours(1));
    awaitStored("10 OPEN");
  }

  @Test
  void raisesNothingTwiceAfterARestart() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    analysis.judgeNow();
    analysis.close();
    analysis = begin();
    analysis.judgeNow();
    assertEquals(List.of("10 OPEN"), stored());
    assertEquals(1, fed.size());
    commit(fix(20, 0), fix(90, 0));
    awaitStored("10 ENDED");
  }

  @Test
  void findsAfterARestartWhatWasStoredAndNotYetAnalyzed() {
    analysis.close();
    int vehicle = (int) server.ask("select id from vehicle where plate = '" + TRUCK + "'");
    positions.save(List.of(new PositionRow(vehicle, fix(10, POWER_CUT), new byte[0])));
    clock.now = START.plusSeconds(20);
    analysis = begin();
    awaitStored("10 OPEN");
  }

  @Test
  void aVehicleThatReportsGoesBeforeThoseThatWait() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    AlertPublisher publisher = new AlertPublisher(alerts, List.of(fed::addAll), clock);
    AnalysisWorker worker = new AnalysisWorker(CONFIG, clock, positions, publisher, meters);
    List<Vehicle> two = new ArrayList<>(rules.plan().vehicles());
    two.add(0, new Vehicle("鲁V00000", VehicleKind.MUCK_TRUCK, "公司", 15, Set.of()));
    worker.begin(rules, two);
    assertFalse(report(worker).complete());
    double late = meters.counter("analysis.late").count();
    worker.accept(TRUCK, List.of(fix(10, POWER_CUT)));
    assertEquals(late, meters.counter("analysis.late").count(), "it was in the store already");
    AnalysisWorker.Report report = report(worker);
    assertFalse(report.complete());
    assertEquals(Set.of(TRUCK), report.settledFrom().keySet());
    assertTrue(worker.resumeNext());
    assertFalse(worker.resumeNext());
    assertTrue(report(worker).complete());
    publisher.close();
  }

  private static AnalysisWorker.Report report(AnalysisWorker worker) {
    AnalysisWorker.Survey survey = worker.survey();
    boolean more = true;
    while (more) {
      more = survey.next();
    }
    return survey.report();
  }

  @Test
  void aSurveyOfVehiclesThatAreGoneIsNotComplete() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    AlertPublisher publisher = new AlertPublisher(alerts, List.of(), clock);
    AnalysisWorker worker = new AnalysisWorker(CONFIG, clock, positions, publisher, meters);
    worker.begin(rules, rules.plan().vehicles());
    assertTrue(worker.resumeNext());
    AnalysisWorker.Survey survey = worker.survey();
    worker.begin(rules, rules.plan().vehicles());
    assertTrue(survey.next());
    assertFalse(survey.next());
    AnalysisWorker.Report report = survey.report();
    publisher.close();
    assertEquals(List.of(), report.findings(), "the plan has changed since");
    assertFalse(report.complete());
  }

  @Test
  void revisesItsAlertsWhenTheParametersChange() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    analysis.reload(new RuleSet(rules.plan(), Parameters.with(Map.of("v_move", 6.0))));
    analysis.judgeNow();
    assertEquals(List.of("10 OPEN"), stored());
    StoredAlert newest = alerts.ofVehicle(TRUCK, START).get(0);
    assertEquals(2, newest.revision());
    assertEquals(analysis.rules().version(), newest.alert().ruleVersion());
  }

  /** Silence after a low voltage is a power cut after so long (D02). */
  private RuleSet silentFor(double seconds, int sinceSecond) {
    return new RuleSet(
        rules.plan(),
        Parameters.with(Map.of("offline_s", seconds)),
        START.plusSeconds(sinceSecond));
  }

  @Test
  void raisesNothingByHindsightWithNumbersThatCameLaterNorAfterARestart() {
    commit(fix(0, 0), fix(10, UNDERVOLTAGE), fix(400, 0));
    clock.now = START.plusSeconds(1000);
    RuleSet stricter = silentFor(60, 1000);
    analysis.reload(stricter);
    analysis.judgeNow();
    assertEquals(List.of(), stored());
    commit(fix(1100, UNDERVOLTAGE), fix(1170, 0), fix(1240, 0));
    awaitStored("1100 ENDED");
    List<StoredAlert> before = alerts.ofVehicle(TRUCK, START);
    assertEquals(stricter.version(), before.get(0).alert().ruleVersion());
    analysis.close();
    // a restart happens after what was heard: before it, the fixes would be of the future
    clock.now = START.plusSeconds(1500);
    analysis = begin(stricter);
    analysis.judgeNow();
    assertEquals(before, alerts.ofVehicle(TRUCK, START));
  }

  @Test
  void takesNothingBackThatWasDecidedByTheNumbersOfItsTime() {
    analysis.reload(silentFor(60, -1000));
    commit(fix(0, 0), fix(10, UNDERVOLTAGE));
    clock.now = START.plusSeconds(300);
    awaitStored("10 OPEN");
    RuleSet milder = silentFor(50_000, 71);
    analysis.reload(milder);
    analysis.judgeNow();
    StoredAlert stands = alerts.ofVehicle(TRUCK, START).get(0);
    assertEquals(AlertStatus.ENDED, stands.alert().status(), "it goes on by numbers that do not");
    assertEquals(milder.since(), stands.alert().end());
    assertEquals(silentFor(60, 0).version(), stands.alert().ruleVersion());
  }

  @Test
  void takesBackWhatEarlierNumbersDecidedAfterTheirTime() {
    analysis.reload(silentFor(60, -1000));
    commit(fix(0, 0), fix(10, UNDERVOLTAGE));
    clock.now = START.plusSeconds(300);
    awaitStored("10 OPEN");
    analysis.reload(silentFor(50_000, 70));
    analysis.judgeNow();
    assertEquals(List.of("10 RETRACTED parameters"), stored());
  }

  @Test
  void forgetsNoAlertThatTheDatabaseDidNotTake() {
    commit(fix(0, 0), fix(5, 0));
    server.interrupt();
    analysis.accept(List.of(fix(10, POWER_CUT)));
    server.resume();
    int vehicle = (int) server.ask("select id from vehicle where plate = '" + TRUCK + "'");
    await("the pool has noticed that the database is back")
        .ignoreException(StoreException.class)
        .until(
            () ->
                positions.save(List.of(new PositionRow(vehicle, fix(10, POWER_CUT), new byte[0]))),
            saved -> true);
    clock.now = START.plusSeconds(60);
    awaitStored("10 OPEN");
  }

  @Test
  void aLookAtTheCityTellsThatTheDatabaseDoesNotTakeIt() {
    commit(fix(0, 0), fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    server.interrupt();
    assertThrows(StoreException.class, analysis::judgeNow);
  }

  @Test
  void ignoresVehiclesThatAreNotInThePlan() {
    Position stranger =
        new Position(
            "鲁V99999",
            START,
            START,
            119.1,
            36.7,
            true,
            0,
            Double.NaN,
            0,
            20,
            true,
            12,
            Double.NaN,
            POWER_CUT,
            3,
            Sensors.UNKNOWN,
            false);
    analysis.accept(List.of(stranger));
    commit(fix(10, POWER_CUT));
    awaitStored("10 OPEN");
    analysis.judgeNow();
    assertEquals(1, fed.size());
    assertEquals(AlertStatus.OPEN, fed.get(0).alert().status());
  }
}
