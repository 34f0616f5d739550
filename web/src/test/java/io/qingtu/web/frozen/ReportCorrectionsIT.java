package io.qingtu.web.frozen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Corrections.Figure;
import io.qingtu.route.report.Corrections.State;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.scoring.PointsLedger.Standing;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes to be known after a report was published changes the next one, and never that one. */
class ReportCorrectionsIT {
  private static final Period WEEK = Period.parse("2026-W43");
  private static final Instant FOUND = WEEK.start().plus(Duration.ofDays(2));
  private static final String TRUCK = "鲁V00001";

  private TestDatabase server;
  private Database database;
  private ReportRunStore runs;
  private ReportFreezer freezer;
  private long alert;

  /** A truck of one company with a trip, and a violation that was confirmed in time. */
  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    runs = new ReportRunStore(database);
    freezer =
        new ReportFreezer(
            new LedgerQueries(database),
            runs,
            new OrganisationQueries(database),
            () -> Masthead.of("测试市", true),
            Sources.NONE);
    Vehicle truck = new Vehicle(TRUCK, VehicleKind.MUCK_TRUCK, "甲公司", 16, Set.of());
    new PlanStore(database)
        .write(
            new CityPlan(
                List.of(truck),
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
        "insert into app_user (login, display_name, role, password_hash) values ('a', 'a', 'x',"
            + " '')");
    haul("t1", FOUND);
    alert = new AlertStore(database).publish(List.of(violation()), FOUND).get(0).id();
    database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at)"
            + " select ?, 1, id, 'CONFIRMED', '', ? from app_user",
        alert,
        FOUND.plus(Duration.ofHours(2)));
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private void haul(String id, Instant out) {
    Trip trip =
        new Trip(
            id,
            TRUCK,
            "",
            "S",
            out,
            Trip.EndKind.OK,
            "D",
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
    VehicleDayQuality day =
        new VehicleDayQuality(
            TRUCK, WEEK.first(), 100, 99, new TreeMap<>(), 0.95, new TreeMap<>(), 10, 10);
    new LedgerStore(database).replace(List.of(trip), List.of(), List.of(day), List.of());
  }

  private static Alert violation() {
    return new Alert(
        "M05",
        TRUCK,
        FOUND,
        FOUND,
        FOUND.plusSeconds(60),
        119.1,
        36.7,
        Grade.A,
        3,
        AlertStatus.ENDED,
        "",
        "",
        "",
        "t1",
        List.of(),
        1,
        0,
        "",
        "1.0+0badcafe",
        List.of());
  }

  /** An appeal of the week after the violation. */
  private void uphold(Instant at) {
    Instant lodged = FOUND.plus(Duration.ofDays(1));
    long caseId =
        database
            .query(
                "insert into case_file (type, title, found_at, accepted_at, stage, since,"
                    + " vehicle_id, company_id, version) select 'VIOLATION', 'x', ?, ?, 'CLOSED',"
                    + " ?, id, company_id, 3 from vehicle returning id",
                row -> row.getLong(1),
                FOUND,
                FOUND,
                FOUND)
            .get(0);
    database.update(
        "insert into case_source (case_id, source, source_id, found_at, filed_at, payload)"
            + " values (?, 'alert', ?, ?, ?, '{}')",
        caseId,
        Long.toString(alert),
        FOUND,
        FOUND);
    step(caseId, 1, "FILE", lodged);
    step(caseId, 2, "APPEAL", lodged.plusSeconds(3600));
    step(caseId, 3, "UPHOLD_APPEAL", at);
  }

  private void step(long caseId, int version, String move, Instant at) {
    database.update(
        "insert into case_step (case_id, version, move, at) values (?, ?, ?, ?)",
        caseId,
        version,
        move,
        at);
  }

  private Run formal(Period week) {
    new LedgerStore(database)
        .replace(
            List.of(),
            List.of(),
            List.of(
                new VehicleDayQuality(
                    TRUCK, week.first(), 10, 10, new TreeMap<>(), 1, new TreeMap<>(), 1, 1)),
            List.of());
    freezer.run(Edition.FORMAL.due(week));
    return runs.find(week, Edition.FORMAL).orElseThrow();
  }

  private FrozenReport read(Run run) {
    return FrozenJson.read(runs.document(run.id()));
  }

  private byte[] print(Run run, ReportFormat format) {
    return PeriodReports.render(read(run), run.sha256(), SignOff.FRESH, format);
  }

  private static Period after(int weeks) {
    return Period.week(WEEK.first().plusWeeks(weeks));
  }

  private static Figure figure(Corrections c, String section, String name) {
    return c.figures().stream()
        .filter(f -> f.section().equals(section) && f.name().equals(name))
        .filter(f -> f.subject().isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + c.figures()));
  }

  private static int points(FrozenReport report) {
    return report.figures().scores().companies().stream()
        .filter(s -> s.who().equals("甲公司"))
        .mapToInt(Standing::points)
        .sum();
  }

  @Test
  void anAppealThatIsUpheldAfterPublicationIsToldByTheNextReport() {
    Run published = formal(WEEK);
    byte[] pdf = print(published, ReportFormat.PDF);
    byte[] xlsx = print(published, ReportFormat.XLSX);
    assertEquals(1, read(published).figures().overview().serious());
    assertEquals(3, points(read(published)));

    uphold(Edition.FORMAL.due(WEEK).plusSeconds(1));
    FrozenReport next = read(formal(after(1)));
    Corrections c = next.corrections().orElseThrow();
    assertEquals(WEEK, c.period());
    assertEquals(State.CONFIRMED, c.events().get(0).before());
    assertEquals(State.REJECTED, c.events().get(0).after());
    assertEquals(1, figure(c, "1", "严重违规（确认）").before().value());
    assertEquals(0, figure(c, "1", "严重违规（确认）").after().value());
    assertEquals(0, points(next), "the points are given back");
    assertArrayEquals(pdf, print(published, ReportFormat.PDF));
    assertArrayEquals(xlsx, print(published, ReportFormat.XLSX));
  }

  /** The report of the week between knows nothing yet: the one after that tells it, and once. */
  @Test
  void aDecisionThatTakesTwoWeeksIsToldToo() {
    Run published = formal(WEEK);
    FrozenReport between = read(formal(after(1)));
    assertTrue(between.corrections().orElseThrow().isEmpty(), "nothing has changed yet");

    uphold(Edition.FORMAL.due(after(1)).plusSeconds(1));
    FrozenReport told = read(formal(after(2)));
    // the week before has a case more at its end, and one of the thirty days' offenders less
    assertEquals(
        List.of("结案率", "按期结案率", "重复违规率"),
        told.corrections().orElseThrow().figures().stream().map(Figure::name).toList());
    assertEquals(List.of(WEEK), told.earlier().stream().map(Corrections::period).toList());
    assertEquals(State.REJECTED, told.earlier().get(0).events().get(0).after());

    assertEquals(List.of(), read(formal(after(3))).earlier(), "told twice");
    assertEquals(published, runs.find(WEEK, Edition.FORMAL).orElseThrow());
  }

  @Test
  void dataThatComeAfterTheFreezeAreToldWithBothValues() {
    formal(WEEK);
    haul("t2", FOUND.plus(Duration.ofHours(5)));
    Corrections c = read(formal(after(1))).corrections().orElseThrow();
    assertEquals(1, figure(c, "3.1", "重载趟次").before().value());
    assertEquals(2, figure(c, "3.1", "重载趟次").after().value());
    assertTrue(c.events().isEmpty(), "no event has changed");

    haul("t3", FOUND.plus(Duration.ofHours(9)));
    Corrections later = read(formal(after(2))).earlier().get(0);
    assertEquals(2, figure(later, "3.1", "重载趟次").before().value(), "as it was corrected");
    assertEquals(3, figure(later, "3.1", "重载趟次").after().value());
  }

  /** What was decided a second before the report was due is in it and needs no correction. */
  @Test
  void aDecisionInTimeIsNoCorrection() {
    uphold(Edition.FORMAL.due(WEEK).minusSeconds(1));
    assertEquals(0, read(formal(WEEK)).figures().overview().serious());
    assertTrue(read(formal(after(1))).corrections().orElseThrow().isEmpty());
  }
}
