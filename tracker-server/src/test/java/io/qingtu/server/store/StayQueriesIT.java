package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.OpenStay;
import io.qingtu.route.rule.RestPlace;
import io.qingtu.route.rule.SuspectedDump;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suspected stays and places of rest: the newest analysis speaks, and nothing is deleted. */
class StayQueriesIT {
  private static final String TRUCK = "鲁V00001";
  private static final String OTHER = "鲁V00002";
  private static final Instant T = Instant.parse("2026-11-16T04:00:00Z");

  private TestDatabase server;
  private Database database;
  private LedgerStore ledger;
  private StayQueries queries;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (name) values ('甲'), ('乙')");
    database.update(
        "insert into vehicle (plate, kind, company_id)"
            + " values (?, 'MUCK_TRUCK', 1), (?, 'MUCK_TRUCK', 2)",
        TRUCK,
        OTHER);
    ledger = new LedgerStore(database);
    queries = new StayQueries(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static Instant at(int minute) {
    return T.plusSeconds(60L * minute);
  }

  private static SuspectedDump suspect(String plate, int minute, double score) {
    return new SuspectedDump(
        plate,
        "T" + minute,
        "",
        at(minute),
        at(minute + 8),
        119.1,
        36.7,
        score,
        true,
        List.of(new Condition("f2 beside no road (0.2)", "true", true)));
  }

  private void found(String plate, SuspectedDump... suspects) {
    ledger.replaceStays(
        List.of(new VehicleStays(plate, T, List.of(suspects), List.of(), List.of())));
  }

  private void rests(int stays, double lon, int first, int last) {
    RestPlace rest = new RestPlace(TRUCK, lon, 36.7, stays, at(first), at(last));
    ledger.replaceStays(List.of(new VehicleStays(TRUCK, T, List.of(), List.of(rest), List.of())));
  }

  private List<StayQueries.StayRow> suspects() {
    return queries.suspects(T, at(600), Scope.CITY);
  }

  private List<StayQueries.RestRow> rests(int from, int to) {
    return queries.rests(at(from), at(to), Scope.CITY);
  }

  private List<Double> scores() {
    return suspects().stream().map(StayQueries.StayRow::score).toList();
  }

  @Test
  void readsTheMostSuspiciousFirst() {
    found(TRUCK, suspect(TRUCK, 0, 0.45), suspect(TRUCK, 60, 0.75));
    found(OTHER, suspect(OTHER, 30, 0.55));
    assertEquals(List.of(0.75, 0.55, 0.45), scores());
    StayQueries.StayRow first = suspects().get(0);
    assertEquals(suspect(TRUCK, 60, 0.75).features(), first.features());
    assertEquals("甲", first.company());
    assertNull(first.alertId());
  }

  @Test
  void theNewestAnalysisSpeaks() {
    found(TRUCK, suspect(TRUCK, 0, 0.45), suspect(TRUCK, 60, 0.45));
    found(OTHER, suspect(OTHER, 30, 0.45));
    found(TRUCK, suspect(TRUCK, 0, 0.75));
    assertEquals(List.of(0.75, 0.45), scores(), "the other truck's stays are its own");
    found(TRUCK);
    assertEquals(List.of(0.45), scores());
    assertEquals(3, server.ask("select count(*) from suspect_stay"), "nothing is deleted");
    found(TRUCK, suspect(TRUCK, 60, 0.65));
    assertEquals(List.of(0.65, 0.45), scores());
  }

  @Test
  void whatLiesBeforeTheAnalysisStays() {
    found(TRUCK, suspect(TRUCK, 0, 0.45));
    ledger.replaceStays(List.of(new VehicleStays(TRUCK, at(1), List.of(), List.of(), List.of())));
    assertEquals(List.of(0.45), scores());
  }

  private void found(OpenStay... open) {
    ledger.replaceStays(List.of(new VehicleStays(TRUCK, T, List.of(), List.of(), List.of(open))));
  }

  private List<SuspectedSite> sites(int to) {
    return new SiteQueries(database, Parameters.DEFAULTS).suspected(T, at(to), Instant.MAX);
  }

  @Test
  void suspectsASiteWhereTrucksStoodAgainAndAgain() {
    OpenStay first = new OpenStay(TRUCK, at(0), at(15), 119.1, 36.7);
    OpenStay second = new OpenStay(TRUCK, at(60), at(75), 119.1003, 36.7);
    OpenStay third = new OpenStay(TRUCK, at(120), at(135), 119.1005, 36.7);
    found(first, second, third);
    SuspectedSite site = sites(121).get(0);
    assertEquals(3, site.seen().size());
    assertEquals(List.of(), sites(120), "the third lies behind the period");
    found(first, third);
    assertEquals(List.of(), sites(121), "a later analysis has not found the second");
    assertEquals(3, server.ask("select count(*) from open_stay"), "nothing is deleted");
    found(first, second, third);
    assertEquals(1, sites(121).size());
  }

  @Test
  void aLoadingThatWasRejectedIsNone() {
    found(
        new OpenStay(TRUCK, at(0), at(15), 119.1, 36.7),
        new OpenStay(TRUCK, at(60), at(75), 119.1003, 36.7));
    new AlertStore(database)
        .publish(
            List.of(
                new AlertDraft("M06f", TRUCK, "1+x", at(120), at(121))
                    .at(119.1001, 36.7)
                    .severity(3)
                    .grade(Grade.B)
                    .build()),
            at(121));
    assertEquals(1, sites(600).get(0).count(SuspectedSite.Kind.LOADING));
    database.update(
        "insert into app_user (login, password_hash, role, display_name) values ('u', 'x',"
            + " 'SUPERVISOR', 'u')");
    new ReviewStore(database)
        .add(
            1,
            1,
            new Review(Review.Decision.REJECTED, Optional.of(Review.Reason.OTHER), ""),
            at(200));
    assertEquals(List.of(), sites(600));
    assertEquals(
        1,
        new SiteQueries(database, Parameters.DEFAULTS).suspected(T, at(600), at(199)).size(),
        "before it was decided");
  }

  @Test
  void namesTheAlertThatItIs() {
    found(TRUCK, suspect(TRUCK, 0, 0.75), suspect(TRUCK, 60, 0.45));
    database.update(
        "insert into alert (key, rule, vehicle_id, start_time, decided_time, grade, severity,"
            + " status, reason, place_id, permit_id, trip_id, segment_ids, unit, rule_version,"
            + " decision, revision, created_at, updated_at)"
            + " values ('k', 'M02', 1, ?, ?, 'C', 3, 'ENDED', '', '', '', 'T0', '{}', '', '1',"
            + " '[]', 1, ?, ?)",
        T,
        T,
        T,
        T);
    assertEquals("1", suspects().get(0).alertId());
    assertNull(suspects().get(1).alertId());
    database.update("update alert set status = 'RETRACTED'");
    assertNull(suspects().get(0).alertId());
  }

  @Test
  void aSpotOfRestGoesOnWhenItIsSeenAgain() {
    rests(5, 119.1, 0, 100);
    rests(6, 119.1005, 50, 200);
    rests(5, 119.2, 50, 150);
    assertEquals(2, rests(0, 600).size());
    StayQueries.RestRow spot = rests(0, 600).get(0);
    assertEquals(6, spot.stays());
    assertEquals(at(0), spot.first());
    assertEquals(at(200), spot.last());
    assertEquals(1, rests(151, 600).size());
    assertEquals(1, rests(0, 50).size());
    assertEquals(3, server.ask("select count(*) from rest_place"));
  }

  @Test
  void aCompanySeesItsOwn() {
    found(TRUCK, suspect(TRUCK, 0, 0.45));
    rests(5, 119.1, 0, 100);
    Scope other = Scope.ofCompany(2);
    assertEquals(List.of(), queries.suspects(T, at(600), other));
    assertEquals(List.of(), queries.rests(T, at(600), other));
  }
}
