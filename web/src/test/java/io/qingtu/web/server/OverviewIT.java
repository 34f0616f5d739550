package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.OTHER_TRUCK;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.report.HaulageFigures;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.server.store.LedgerQueries;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The leader's numbers: those of the weekly report, without what only nearly belongs to them. */
class OverviewIT {
  private static final int WEEK = 7 * 24 * 3600;
  private static final Instant MONDAY = Period.parse("2026-W47").start();

  private static TestWeb web;
  private static JsonNode city;

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.alone(OverviewIT.class, OverviewIT::file);
    city = web.get(web.signIn("jian"), "/overview");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void file(TestWeb w) {
    violations(w);
    for (int i = 0; i < 20; i++) {
      trip(w, "in-order-" + i, MONDAY.plusSeconds(i), "OK", "B", 0.80);
    }
    trip(w, "elsewhere", MONDAY, "ELSEWHERE", "A", 1);
    trip(w, "by-track-alone", MONDAY, "OK", "C", 1);
    trip(w, "hardly-seen", MONDAY, "OK", "A", 0.79);
    trip(w, "sunday", MONDAY.minusSeconds(1), "OK", "A", 1);
    trip(w, "gone", MONDAY, "OK", "A", 1);
    trip(w, "gone-under-way", MONDAY, "UNDER_WAY", "A", 1);
    w.database.update("update trip set superseded = true where id like 'gone%'");
    trip(w, "under-way", MONDAY, "UNDER_WAY", "A", 0.5);
    trip(w, "under-way-since-sunday", MONDAY.minusSeconds(1), "UNDER_WAY", "A", 1);
    for (int seconds : new int[] {-1, 0, 1}) {
      open(w, 1, seconds);
    }
    open(w, 2, -3600);
    w.database.update("update case_file set due_at = null where id = ?", open(w, 1, -3600));
    devices(w);
    w.database.update(
        "insert into pass_result values"
            + " ('Q3','S1','FWD','SWEEP',?,?,1,0,0,'UNOBSERVED',null,null,'{}',true),"
            + " ('Q4','S1','FWD','SWEEP',?,?,1,1,1,'RUNNING',null,null,'{}',false),"
            + " ('Q5','S1','FWD','SWEEP',?,?,1,1,1,'DONE',null,null,'{}',true)",
        NOW,
        NOW.plusSeconds(60),
        NOW,
        NOW.plusSeconds(60),
        // 23:59:59 of the day before in the city
        Instant.parse("2026-11-17T15:59:59Z"),
        NOW);
  }

  private static void violations(TestWeb w) {
    review(w, w.raise("M03", TRUCK, -100, 3).id(), "CONFIRMED");
    review(w, w.raise("M03", TRUCK, -WEEK, 2).id(), "CONFIRMED");
    review(w, w.raise("M04", OTHER_TRUCK, -100, 2).id(), "CONFIRMED");
    review(w, w.raise("M05", TRUCK, -200, 3).id(), "REJECTED");
    long changed = w.raise("M05", TRUCK, -300, 3).id();
    review(w, changed, "CONFIRMED");
    review(w, changed, "REJECTED");
    w.raise("M03", TRUCK, -400, 4);
    review(w, w.raise("S08", TRUCK, -100, 3).id(), "CONFIRMED");
    long withdrawn = w.raise("M08", TRUCK, -500, 3).id();
    review(w, withdrawn, "CONFIRMED");
    w.retract("M08", TRUCK, -500, "OPEN");
  }

  private static void devices(TestWeb w) {
    w.raise("D01", TRUCK, -900, 2);
    w.raise("D02", TRUCK, -900, 2);
    w.raise("D08", TRUCK, -900, 2);
    review(w, w.raise("D01", OTHER_TRUCK, -900, 2).id(), "REJECTED");
    w.raise("D08", OTHER_TRUCK, -900, 2);
    w.retract("D08", OTHER_TRUCK, -900, "OPEN");
  }

  private static void review(TestWeb w, long alert, String decision) {
    w.database.update(
        "insert into review (alert_id, revision, user_id, decision, reason, at) values (?, 1, 1, ?, '', ?)",
        alert,
        decision,
        NOW);
  }

  private static void trip(
      TestWeb w, String id, Instant out, String end, String grade, double observed) {
    w.database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match) values"
            + " (?, 1, 'Z1', 'P1', ?, ?, 'P2', ?, ?, 12000, 0, 0, 0, 55, ?, '', 'NONE')",
        id,
        out,
        end,
        out.plusSeconds(1800),
        grade,
        observed);
  }

  /** An open case of a company that is due some seconds from now. */
  private static long open(TestWeb w, int company, int due) {
    return w.database
        .query(
            "insert into case_file (type, title, found_at, accepted_at, vehicle_id, company_id,"
                + " stage, since, version, due_at)"
                + " values ('VIOLATION', 'x', ?, ?, ?, ?, 'HANDLING', ?, 1, ?) returning id",
            row -> row.getLong("id"),
            NOW,
            NOW,
            company,
            company,
            NOW,
            NOW.plusSeconds(due))
        .get(0);
  }

  @Test
  void saysWhatTheWeeklyReportSays() {
    for (String name : new String[] {"2026-W46", "2026-W47"}) {
      HaulageFigures report =
          PeriodReport.of(new LedgerQueries(web.database).input(Period.parse(name)))
              .haulage()
              .figures();
      JsonNode said = of(name);
      assertEquals(report.trips(), said.at("/trips/total").longValue(), name);
      assertEquals(report.observedTrips(), said.at("/trips/observed").longValue(), name);
      assertEquals(
          report.tripClosure().numerator(), said.at("/trips/closed").doubleValue(), 0, name);
      assertEquals(report.confirmed(), said.at("/violations/confirmed").longValue(), name);
      assertTrue(report.confirmed() > 0, name);
    }
  }

  private static JsonNode of(String week) {
    try {
      return web.get(web.signIn("jian"), "/overview?week=" + week);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void countsATripInOrderOnlyWhereItWasSeen() {
    // with the one that every test has
    assertEquals(25, city.at("/trips/total").intValue());
    assertEquals(1, city.at("/trips/underWay").intValue());
    assertEquals(23, city.at("/trips/observed").intValue());
    assertEquals(21, city.at("/trips/closed").intValue());
  }

  @Test
  void setsConfirmedViolationsAgainstTheWeekBefore() {
    assertEquals("2026-W47", city.get("week").textValue());
    assertEquals("2026-W46", city.get("previousWeek").textValue());
    assertEquals(2, city.at("/violations/confirmed").intValue());
    assertEquals(1, city.at("/violations/before").intValue());
    JsonNode before = of("2026-W46");
    assertEquals(1, before.at("/violations/confirmed").intValue());
    assertEquals(0, before.at("/violations/before").intValue());
  }

  @Test
  void aCaseIsOverdueFromItsLimitOn() {
    assertEquals(4, city.at("/cases/open").intValue());
    assertEquals(3, city.at("/cases/overdue").intValue());
  }

  @Test
  void whatNobodySawIsRequiredAndNotDone() {
    assertEquals(5, city.at("/sweeping/required").intValue());
    assertEquals(3, city.at("/sweeping/done").intValue());
    assertEquals(1, city.at("/sweeping/unobserved").intValue());
  }

  @Test
  void whatRunsIsDueAndItsPassesAreWorkedBeforeAnybodyHasJudgedThem() {
    assertEquals(6, city.at("/sweeping/due").intValue());
    assertEquals(4, city.at("/sweeping/worked").intValue());
  }

  @Test
  void countsVehiclesAndNotTheirAlerts() {
    assertEquals(2, city.at("/devices/vehicles").intValue());
    assertEquals(1, city.at("/devices/silent").intValue());
    assertEquals(2, city.at("/devices/faulty").intValue(), "one of them has no terminal");
  }

  @Test
  void namesTheWorstOfThoseWhoDroveEnough() {
    assertEquals(1, city.get("worst").size());
    JsonNode worst = city.at("/worst/0");
    assertEquals("甲公司", worst.get("company").textValue());
    assertEquals(1, worst.get("confirmed").intValue());
    assertEquals(23, worst.get("observedTrips").intValue());
    assertEquals(5 * 100 / 23.0, worst.get("perHundred").doubleValue(), 1e-9);
    assertEquals(0, of("2026-W46").get("worst").size());
  }

  @Test
  void aCompanyIsCountedItsOwn() throws Exception {
    JsonNode own = web.get(web.signIn("jia"), "/overview");
    assertEquals(3, own.at("/cases/open").intValue());
    assertEquals(2, own.at("/cases/overdue").intValue());
    assertEquals(1, own.at("/violations/confirmed").intValue());
    assertEquals(25, own.at("/trips/total").intValue());
    assertEquals(1, own.at("/trips/underWay").intValue());
    assertEquals(1, own.at("/devices/vehicles").intValue());
    assertEquals(0, own.at("/sweeping/required").intValue());
    assertEquals(0, own.at("/sweeping/due").intValue());
    JsonNode none = web.get(web.signIn("wu"), "/overview");
    assertEquals(0, none.at("/cases/open").intValue());
    assertEquals(0, none.at("/trips/total").intValue());
    assertEquals(0, none.at("/trips/underWay").intValue());
    assertEquals(0, none.at("/devices/vehicles").intValue());
    assertEquals(0, none.get("worst").size());
  }

  @Test
  void refusesWhatIsNoWeek() throws Exception {
    String token = web.signIn("jian");
    for (String week : new String[] {"2026-W54", "2026-47", "x"}) {
      JsonNode problem = web.get(token, "/overview?week=" + week, 400);
      assertTrue(problem.get("detail").textValue().startsWith("week: "), week);
    }
  }
}
