package io.qingtu.server.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.LedgerReview;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.CaseFacts;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseQueries.StepRow;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseClerkIT {
  /** Monday, 09:00 in the city. */
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private static final Instant START = NOW.minus(Duration.ofHours(30));
  private static final Instant END = NOW.minus(Duration.ofHours(28));

  private TestDatabase server;
  private Database database;
  private CaseStore store;
  private CaseQueries queries;
  private int made;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new CaseStore(database, () -> WorkCalendar.USUAL);
    queries = new CaseQueries(database);
    database.update("insert into company (name) values ('甲')");
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('clerk', 'clerk', 'SUPERVISOR', '')");
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  @Test
  void closesAMissedSweepWhenALaterPassCounts() throws Exception {
    long id = caseOf(missed("S01", "A"), CaseType.CLEANING);
    run(NOW);
    pass("A", "FWD", "SWEEP", START, 1, "DONE");
    pass("A", "REV", "SWEEP", END, 1, "DONE");
    pass("A", "FWD", "FLUSH", END, 1, "DONE");
    pass("A", "FWD", "SWEEP", END.minusSeconds(1), 1, "DONE");
    pass("A", "FWD", "SWEEP", END.plusSeconds(1), 0, "PARTIAL");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage());
    pass("A", "FWD", "SWEEP", END, 1, "RUNNING");
    run(NOW);
    run(NOW);
    StepRow last = last(id);
    assertEquals(Stage.CLOSED, row(id).stage());
    assertEquals(Move.OBSERVE, last.move());
    assertEquals("SWEPT", last.note());
    assertEquals("", last.actor());
    assertEquals(2, row(id).version());
    assertEquals(1, audited(id, "OBSERVE"));
  }

  @Test
  void closesAMissedSweepWhenThePassWasExemptInAllItsSegments() throws Exception {
    long id = caseOf(missed("S03", "B,C"), CaseType.CLEANING);
    pass("B", "FWD", "SWEEP", START, 0, "EXEMPT");
    pass("C", "FWD", "SWEEP", START, 0, "MISSED");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage());
    pass("C", "FWD", "SWEEP", END, 1, "DONE");
    run(NOW);
    assertEquals(Stage.CLOSED, row(id).stage());
  }

  @Test
  void leavesACaseOfWorkDoneBadlyToPeople() throws Exception {
    long id = caseOf(missed("S04", "D"), CaseType.CLEANING);
    pass("D", "FWD", "SWEEP", END, 1, "DONE");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage());
  }

  @Test
  void closesNothingThatIsAboutGuiltNorWhatNobodyHasFiled() throws Exception {
    long dump = caseOf(alert("M01", null, "", "", "RETRACTED"), CaseType.DUMPING);
    long accepted = accept(alert("S01", null, "", "", "RETRACTED"), CaseType.CLEANING);
    run(NOW);
    assertEquals(Stage.FILED, row(dump).stage());
    assertEquals(Stage.ACCEPTED, row(accepted).stage());
  }

  @Test
  void closesACaseWhoseAlertTheAnalysisTookBack() throws Exception {
    long alert = missed("S01", "E");
    long id = caseOf(alert, CaseType.CLEANING);
    database.update("update alert set status = 'SUPPRESSED' where id = ?", alert);
    run(NOW);
    assertEquals("TAKEN_BACK", last(id).note());
  }

  @Test
  void closesAMissedPointWhenATruckHasStoodThereLongEnough() throws Exception {
    database.update(
        "insert into collection_point values ('K1', 119.2, 36.7, '04:00', '06:00', '1-7', '甲')");
    Truck truck = vehicle("鲁V90001", "COLLECTION_TRUCK");
    Truck sweeper = vehicle("鲁V90002", "SWEEPER");
    long id = caseOf(alert("S12", null, "K1", "", "ENDED"), CaseType.POINT);
    // somebody else; too far; too fast; too short; before it was decided
    stand(sweeper, NOW.minusSeconds(500), 119.2, 30, 0);
    stand(truck, NOW.minusSeconds(1000), 119.2004, 30, 0);
    stand(truck, NOW.minusSeconds(2000), 119.2, 30, 5.1);
    stand(truck, NOW.minusSeconds(3000), 119.2, 19, 0);
    stand(truck, END.minusSeconds(60), 119.2, 30, 0);
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage());
    stand(truck, NOW.minusSeconds(4000), 119.2, 20, 5);
    run(NOW);
    assertEquals("SERVED", last(id).note());
  }

  @Test
  void closesACaseOfATerminalThatHasBeenInOrderForADay() throws Exception {
    Truck truck = vehicle("鲁V90003", "MUCK_TRUCK");
    long alert = alert("D08", truck.id(), "", "", "ENDED");
    long id = caseOf(alert, CaseType.DEVICE);
    database.update(
        "update alert set end_time = ? where id = ?", NOW.minus(CaseFacts.IN_ORDER), alert);
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "nothing is heard of it");
    stand(truck, NOW.minusSeconds(3600), 119.3, 0, 0);
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "it was heard an hour ago");
    stand(truck, NOW.minusSeconds(3599), 119.3, 0, 0);
    run(NOW.minusMillis(1));
    assertEquals(Stage.FILED, row(id).stage(), "it is not a day yet");
    long other = alert("D03", truck.id(), "", "", "OPEN");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "something else is the matter");
    database.update("update alert set status = 'ENDED' where id = ?", other);
    run(NOW);
    assertEquals("IN_ORDER", last(id).note());
  }

  /** A case that a person has reported a day ago, without any alert. */
  private long reported(Truck truck) throws Exception {
    long id =
        store
            .accept(
                new NewFinding(
                    "desk",
                    truck.plate(),
                    CaseType.DEVICE,
                    "sensor",
                    NOW.minus(CaseFacts.IN_ORDER),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    "",
                    truck.plate(),
                    "{}",
                    ""),
                NOW.minus(CaseFacts.IN_ORDER))
            .caseId();
    Step file = new Step(Move.FILE, 1, NOW, 0, Optional.empty(), Optional.empty(), "");
    store.step(id, new CaseStore.Filing(0, file, Optional.empty(), ""));
    database.update("update case_file set urged = true where id = ?", id);
    database.update(
        "insert into terminal (phone, vehicle_id) values (?, ?)", "1" + truck.id(), truck.id());
    return id;
  }

  private void quality(Truck truck, String day, String health) {
    database.update(
        "insert into quality_day values (?, ?::date, 1, 1, '{}', 1, ?::jsonb, 1, 1)",
        truck.id(),
        day,
        health);
  }

  @Test
  void closesAReportedDeviceThatHasBeenInOrderForADay() throws Exception {
    Truck truck = vehicle("鲁V90005", "MUCK_TRUCK");
    long id = reported(truck);
    quality(truck, "2026-11-16", "{\"cover\": \"HEALTHY\", \"lift\": \"HEALTHY\"}");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "nothing is heard of it");
    stand(truck, NOW.minusSeconds(60), 119.3, 0, 0);
    run(NOW.minusMillis(1));
    assertEquals(Stage.FILED, row(id).stage(), "it is not a day yet");
    long other = alert("D03", truck.id(), "", "", "OPEN");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "a rule says that it is faulty");
    Instant day = NOW.minus(CaseFacts.IN_ORDER);
    database.update(
        "update alert set status = 'ENDED', end_time = ? where id = ?", day.plusMillis(1), other);
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "it was until a moment too late");
    database.update("update alert set end_time = ? where id = ?", day, other);
    run(NOW);
    run(NOW);
    assertEquals(Stage.CLOSED, row(id).stage());
    assertEquals("IN_ORDER", last(id).note());
    assertEquals(2, row(id).version());
  }

  @Test
  void leavesAReportedDeviceToPeopleUntilItsSensorsAreFoundHealthy() throws Exception {
    Truck truck = vehicle("鲁V90006", "MUCK_TRUCK");
    long id = reported(truck);
    stand(truck, NOW.minusSeconds(60), 119.3, 0, 0);
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "nothing is known of its sensors");
    quality(truck, "2026-11-15", "{\"cover\": \"HEALTHY\"}");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "that day had begun when it was reported");
    quality(truck, "2026-11-16", "{\"cover\": \"HEALTHY\", \"lift\": \"UNKNOWN\"}");
    run(NOW);
    assertEquals(Stage.FILED, row(id).stage(), "unknown is not healthy");
    database.update(
        "update quality_day set sensor_health = '{\"cover\": \"HEALTHY\"}' where vehicle_id = ?",
        truck.id());
    run(NOW);
    assertEquals(Stage.CLOSED, row(id).stage());
  }

  @Test
  void callsOnceForACaseAtOneAndAHalfTimesItsLimit() throws Exception {
    long id = accept(alert("M08", null, "", "", "ENDED"), CaseType.VIOLATION);
    Instant urge = row(id).urgeAt();
    run(urge.minusMillis(1));
    assertFalse(row(id).urged());
    run(urge);
    run(urge);
    assertTrue(row(id).urged());
    assertEquals(1, row(id).version());
    assertEquals(Move.URGE, last(id).move());
    assertEquals("", last(id).actor());
    assertEquals(1, audited(id, "URGE"));
  }

  /** Once a month, and once more for each month: by a hand clock. */
  @Test
  void callsOnceForAReviewOfTheLedgerThatNobodyHasMade() throws Exception {
    long id = accept(alert("M09", null, "", "", "ENDED"), CaseType.VIOLATION);
    step(id, Move.FILE, NOW);
    step(id, Move.DISPATCH, NOW);
    step(id, Move.PUT_ON_LEDGER, NOW);
    Instant due = NOW.plus(LedgerReview.EVERY);
    assertEquals(due, row(id).reviewAt());
    assertFalse(dueBy(due.minusMillis(1)).contains(id));
    assertTrue(dueBy(due).contains(id));
    Instant overdue = NOW.plus(Duration.ofDays(45));
    run(overdue.minusMillis(1));
    assertFalse(row(id).urged(), "it is due, and not yet overdue");
    run(overdue);
    run(overdue.plus(Duration.ofDays(400)));
    assertTrue(row(id).urged());
    assertEquals(CaseClerk.REVIEW_OVERDUE, last(id).note());
    assertEquals(1, audited(id, "URGE"));
    assertEquals(due, row(id).reviewAt(), "and stays due");
    Instant reviewed = overdue.plus(Duration.ofDays(1));
    step(id, Move.KEEP_ON_LEDGER, reviewed);
    assertEquals(Stage.ON_LEDGER, row(id).stage());
    assertEquals(reviewed.plus(LedgerReview.EVERY), row(id).reviewAt());
    assertFalse(dueBy(reviewed.plus(LedgerReview.EVERY).minusMillis(1)).contains(id));
    run(reviewed.plus(Duration.ofDays(45)).minusMillis(1));
    assertEquals(1, audited(id, "URGE"));
    run(reviewed.plus(Duration.ofDays(45)));
    assertEquals(2, audited(id, "URGE"));
    step(id, Move.TAKE_FROM_LEDGER, reviewed.plus(Duration.ofDays(46)));
    assertNull(row(id).reviewAt());
    assertEquals(Stage.HANDLING, row(id).stage());
  }

  private void step(long id, Move move, Instant at) throws Exception {
    Step step = new Step(move, 1, at, 1, Optional.empty(), Optional.empty(), "why");
    store.step(id, new CaseStore.Filing(row(id).version(), step, Optional.empty(), ""));
  }

  private List<Long> dueBy(Instant moment) {
    CaseFilter filter =
        new CaseFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of(moment),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return queries.page(filter, Scope.CITY, 100).stream().map(CaseRow::id).toList();
  }

  private void run(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (CaseClerk clerk = new CaseClerk(database, () -> Parameters.DEFAULTS, clock)) {
      clerk.run();
    }
  }

  private CaseRow row(long id) {
    return queries.find(id, Scope.CITY).orElseThrow();
  }

  private StepRow last(long id) {
    List<StepRow> steps = queries.steps(id, Scope.CITY);
    return steps.get(steps.size() - 1);
  }

  private long audited(long id, String move) {
    return database
        .query(
            "select count(*) from audit where object = ? and origin = 'system' and user_id is null"
                + " and detail ->> 'move' = ?",
            row -> row.getLong(1),
            "case/" + id,
            move)
        .get(0);
  }

  private long missed(String rule, String segments) {
    return alert(rule, null, "", segments, "ENDED");
  }

  private long alert(String rule, Integer vehicle, String place, String segments, String status) {
    return database
        .query(
            """
            insert into alert (key, rule, vehicle_id, start_time, decided_time, end_time, grade, severity,
              status, reason, place_id, permit_id, trip_id, segment_ids, unit, rule_version, decision,
              created_at, updated_at)
            values (?, ?, ?::int, ?, ?, ?, 'B', 2, ?, 'SWEEP FWD', ?, '', '', string_to_array(?, ','), '',
              '1', '[]', ?, ?) returning id\
            """,
            row -> row.getLong(1),
            "k" + made++,
            rule,
            vehicle,
            START,
            END,
            END,
            status,
            place,
            segments,
            END,
            END)
        .get(0);
  }

  private long accept(long alert, CaseType type) {
    return store
        .accept(
            new NewFinding(
                NewFinding.ALERT,
                Long.toString(alert),
                type,
                "found",
                START,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "B",
                "",
                "{}",
                ""),
            NOW.minus(Duration.ofHours(2)))
        .caseId();
  }

  private long caseOf(long alert, CaseType type) throws Exception {
    long id = accept(alert, type);
    Instant at = NOW.minus(Duration.ofMinutes(20));
    Step file = new Step(Move.FILE, 1, at, 0, Optional.empty(), Optional.empty(), "");
    store.step(id, new CaseStore.Filing(0, file, Optional.empty(), ""));
    // what is dispatched by nobody is called for soon, which is not meant here
    database.update("update case_file set urged = true where id = ?", id);
    return id;
  }

  private void pass(
      String segment, String side, String op, Instant windowStart, int done, String result) {
    database.update(
        "insert into pass_result values (?, ?, ?, ?, ?, ?, 1, ?, 0.9, ?, null, null, '{}', ?)",
        "Q" + made++,
        segment,
        side,
        op,
        windowStart,
        windowStart.plusSeconds(7200),
        done,
        result,
        !result.equals("RUNNING"));
  }

  private record Truck(int id, String plate) {}

  private Truck vehicle(String plate, String kind) {
    int id =
        database
            .query(
                "insert into vehicle (plate, kind, company_id) values (?, ?, 1) returning id",
                row -> row.getInt(1),
                plate,
                kind)
            .get(0);
    return new Truck(id, plate);
  }

  /** Two fixes at one place, or one where it is no time at all. */
  private void stand(Truck truck, Instant at, double lon, int seconds, double kmh) {
    List<Instant> times = seconds == 0 ? List.of(at) : List.of(at, at.plusSeconds(seconds));
    new PositionStore(database)
        .save(
            times.stream()
                .map(t -> new PositionRow(truck.id(), fix(truck, t, lon, kmh), new byte[0]))
                .toList());
  }

  private static Position fix(Truck truck, Instant time, double lon, double kmh) {
    return new Position(
        truck.plate(),
        time,
        time,
        lon,
        36.7,
        true,
        kmh,
        Double.NaN,
        0,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(
            Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN),
        false);
  }
}
