package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.report.CaseFlow;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.scoring.Judged.Decision;
import io.qingtu.route.scoring.PointLine;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerQueriesIT {
  private static final Period WEEK = Period.parse("2026-W46");

  private TestDatabase server;
  private Database database;
  private LedgerQueries queries;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    queries = new LedgerQueries(database);
    fill();
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private void fill() {
    new PlanStore(database)
        .write(
            new CityPlan(
                List.of(truck("鲁V00001"), truck("鲁V00002")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    database.update(
        "insert into terminal (phone, vehicle_id, registered_at)"
            + " select '1', id, now() from vehicle where plate = '鲁V00001'");
    database.update(
        "insert into terminal (phone, vehicle_id) select '2', id from vehicle"
            + " where plate = '鲁V00002'");
    new LedgerStore(database)
        .replace(
            List.of(trip("inside", WEEK.start()), trip("after", WEEK.end())),
            List.of(),
            List.of(day(LocalDate.of(2026, 11, 15)), day(LocalDate.of(2026, 11, 16))),
            List.of());
    Instant start = WEEK.start().plusSeconds(60);
    List<StoredAlert> stored =
        new AlertStore(database)
            .publish(List.of(alert("M03", start), alert("M08", start)), start.plusSeconds(5));
    database.update(
        "insert into app_user (login, display_name, role, password_hash) values ('a', 'a', 'x',"
            + " '')");
    review(stored.get(0).id(), "REJECTED", "gps_drift", start.plusSeconds(10));
    review(stored.get(0).id(), "CONFIRMED", "", start.plusSeconds(20));
  }

  private void review(long alert, String decision, String reason, Instant at) {
    database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at)"
            + " select ?, 1, id, ?, ?, ? from app_user where login = 'a'",
        alert,
        decision,
        reason,
        at);
  }

  private static Vehicle truck(String plate) {
    return new Vehicle(plate, VehicleKind.MUCK_TRUCK, "甲公司", 16, Set.of(SensorKind.COVER));
  }

  private static Trip trip(String id, Instant out) {
    return new Trip(
        id,
        "鲁V00001",
        "",
        "W",
        out,
        Trip.EndKind.OK,
        "X",
        out.plusSeconds(3600),
        Grade.B,
        10_000,
        1,
        0,
        0,
        10_000,
        50,
        1,
        "",
        "NO_WAYBILL");
  }

  private static VehicleDayQuality day(LocalDate day) {
    return new VehicleDayQuality(
        "鲁V00001",
        day,
        100,
        99,
        new TreeMap<>(Map.of("C05", 1L)),
        0.95,
        new TreeMap<>(Map.of("COVER", "HEALTHY")),
        10,
        10);
  }

  private static Alert alert(String rule, Instant start) {
    return new Alert(
        rule,
        "鲁V00001",
        start,
        start,
        start.plusSeconds(60),
        119.1,
        36.7,
        Grade.B,
        3,
        AlertStatus.ENDED,
        "",
        "",
        "",
        "inside",
        List.of(),
        1,
        0,
        "",
        "1.0+0badcafe",
        List.of());
  }

  @Test
  void readsAWeekAsItStands() {
    ReportInput input = queries.input(WEEK);
    assertEquals(Set.of("鲁V00001"), input.networked());
    assertEquals(List.of("inside"), input.ledger().trips().stream().map(Trip::id).toList());
    assertEquals(1, input.ledger().quality().size());
    assertEquals(2, input.ledger().alerts().size());
    assertTrue(input.before().isEmpty());
    assertEquals("1.0", input.ruleVersion());
    assertEquals("0badcafe", input.parameters());
  }

  @Test
  void theNewestDecisionCounts() {
    PeriodReport report = PeriodReport.of(queries.input(WEEK));
    assertEquals(1, report.overview().serious());
    assertEquals(1, report.cases().city().confirmed());
    assertEquals(1, report.cases().city().waiting());
  }

  /** 2026-W44: confirmed on its Tuesday, appealed against and cleared the days after. */
  @Test
  void knowsAppealsAndWhatTheyTakeBack() {
    Period week = Period.parse("2026-W44");
    Instant start = week.start().plusSeconds(60);
    long id = new AlertStore(database).publish(List.of(alert("M05", start)), start).get(0).id();
    review(id, "CONFIRMED", "", start.plusSeconds(86_400));
    long caseId =
        database
            .query(
                "insert into case_file (type, title, found_at, accepted_at, stage, since,"
                    + " vehicle_id, company_id, version) select 'VIOLATION', 'x', ?, ?, 'CLOSED',"
                    + " ?, id, company_id, 3 from vehicle where plate = '鲁V00001' returning id",
                row -> row.getLong(1),
                start,
                start,
                start)
            .get(0);
    database.update(
        "insert into case_source (case_id, source, source_id, found_at, filed_at, payload)"
            + " values (?, 'alert', ?, ?, ?, '{}')",
        caseId,
        Long.toString(id),
        start,
        start);
    step(caseId, 1, "FILE", start.plusSeconds(90_000));
    step(caseId, 2, "APPEAL", start.plusSeconds(2 * 86_400));
    step(caseId, 3, "UPHOLD_APPEAL", start.plusSeconds(3 * 86_400));
    PeriodReport now = PeriodReport.of(queries.input(week));
    assertEquals(0, now.overview().serious());
    assertEquals(
        List.of(3, -3),
        now.scores().entered().stream()
            .filter(l -> l.violation().alert().start().equals(start))
            .map(l -> l.points().company())
            .toList());
    assertEquals(caseId, now.scores().appeals().get(0).last().caseId());
    CaseFlow.Row cases = now.cases().flow().city();
    assertEquals(1, cases.closed());
    assertEquals(1, cases.upheld().value());
    assertEquals(Map.of("alert", 1L), now.cases().flow().sources());
    // as it was known on Wednesday: an appeal is open
    PeriodReport then = PeriodReport.of(queries.input(week, start.plusSeconds(2 * 86_400 + 1)));
    assertEquals(1, then.overview().serious());
    assertEquals(3, then.scores().companies().get(0).frozen());
    // and on Monday nobody had confirmed anything
    PeriodReport before = PeriodReport.of(queries.input(week, start.plusSeconds(3600)));
    assertEquals(0, before.overview().serious());
    assertEquals(1, before.cases().city().waiting());
  }

  @Test
  void anUpheldAppealClearsWhatNoCaseTookUp() {
    Period week = Period.parse("2026-W42");
    Instant start = week.start().plusSeconds(30);
    long id = new AlertStore(database).publish(List.of(alert("M05", start)), start).get(0).id();
    review(id, "CONFIRMED", "", start.plusSeconds(3600));
    int company =
        database
            .query("select company_id from vehicle where plate = '鲁V00001'", row -> row.getInt(1))
            .get(0);
    AppealStore appeals = new AppealStore(database, () -> WorkCalendar.USUAL);
    Instant lodged = start.plusSeconds(86_400);
    Instant decided = start.plusSeconds(2 * 86_400);
    appeals.lodge(new AppealStore.NewAppeal(id, 1, company, "不是我们", ""), lodged);
    PeriodReport open = PeriodReport.of(queries.input(week, lodged));
    assertEquals(3, open.scores().companies().get(0).frozen());
    assertEquals(Decision.APPEALED, open.scores().appeals().get(0).last().decision());

    int second = other();
    long appeal = new AppealQueries(database).ofAlert(id, Scope.CITY).orElseThrow().appeal().id();
    appeals.decide(
        new AppealStore.NewDecision(appeal, second, AppealRow.Decision.UPHELD, "属实"), decided);
    PeriodReport now = PeriodReport.of(queries.input(week));
    assertEquals(
        List.of(PointLine.Kind.CHARGE, PointLine.Kind.UPHELD),
        now.scores().entered().stream()
            .filter(l -> l.violation().alert().start().equals(start))
            .map(PointLine::kind)
            .toList());
    assertEquals(List.of(), now.scores().companies());
    assertEquals(Decision.APPEAL_UPHELD, now.scores().appeals().get(0).last().decision());
    CaseFlow flow = now.cases().flow();
    assertEquals(new Ratio(1, 1), flow.city().upheld());
    assertEquals(
        List.of(new Ratio(1, 1)), flow.companies().stream().map(CaseFlow.Row::upheld).toList());
    assertEquals(0, flow.city().accepted());
    // before the decision it is still frozen
    assertEquals(
        3,
        PeriodReport.of(queries.input(week, decided.minusSeconds(1)))
            .scores()
            .companies()
            .get(0)
            .frozen());
  }

  private int other() {
    return database
        .updateReturning(
            "insert into app_user (login, display_name, role, password_hash)"
                + " values ('second', 'second', 'SUPERVISOR', 'x') returning id",
            row -> row.getInt(1))
        .get(0);
  }

  private void step(long caseId, int version, String move, Instant at) {
    database.update(
        "insert into case_step (case_id, version, move, at) values (?, ?, ?, ?)",
        caseId,
        version,
        move,
        at);
  }

  @Test
  void theNextWeekKnowsThisOne() {
    assertTrue(queries.input(Period.parse("2026-W47")).before().isPresent());
    assertEquals(List.of(Period.parse("2026-W47"), WEEK), queries.periods(Period.Kind.WEEK));
  }

  @Test
  void aMonthHoldsItsWeeks() {
    Period month = Period.parse("2026-11");
    assertEquals(List.of(month), queries.periods(Period.Kind.MONTH));
    Ledger whole = queries.input(month).ledger();
    assertTrue(whole.trips().containsAll(queries.input(WEEK).ledger().trips()));
    assertTrue(whole.alerts().containsAll(queries.input(WEEK).ledger().alerts()));
    assertTrue(
        whole.quality().containsAll(queries.input(Period.parse("2026-W47")).ledger().quality()));
    assertTrue(whole.quality().size() > queries.input(WEEK).ledger().quality().size());
  }

  @Test
  void theDaysOfAWeekAreMadeFromWhatTheWeekIsMadeFrom() {
    ReportInput week = queries.input(WEEK);
    ReportInput days = queries.input(Period.parse(WEEK.first() + "--" + WEEK.last()));
    assertEquals(week.ledger(), days.ledger());
    assertEquals(week.before(), days.before());
    assertEquals(week.reviews(), days.reviews());
    assertEquals(week.handling(), days.handling());
  }
}
