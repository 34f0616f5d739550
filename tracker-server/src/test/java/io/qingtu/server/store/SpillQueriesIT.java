package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.forensics.SpillQuestion;
import io.qingtu.route.forensics.SpillSearch;
import io.qingtu.route.forensics.Suspect;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Golden track 39: mud on a road at kilometre 3, seen clean at 02:00 and dirty at 04:00. Forty
 * trucks passed; number 17 was loaded and open and lost half a ton.
 *
 * <pre>
 *   site ────────── x ────────── ground        x: the mud; every truck goes east, some come back
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpillQueriesIT {
  private static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);
  private static final Instant CLEAN = Instant.parse("2026-11-10T18:00:00Z");
  private static final SpillQuestion QUESTION =
      new SpillQuestion(119.1, 36.7, CLEAN, CLEAN.plus(Duration.ofHours(2)));
  private static final int TRUCKS = 40;
  private static final int CULPRIT = 17;
  private static final int SILENT = TRUCKS;
  private static final int ELSEWHERE = TRUCKS + 1;

  private TestDatabase server;
  private Database database;
  private SpillQueries queries;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    queries = new SpillQueries(database, Parameters.DEFAULTS);
    database.update("insert into company (name) values ('甲公司'), ('乙公司')");
    List<PositionRow> rows = new ArrayList<>();
    Random random = new Random(39);
    for (int i = 0; i <= ELSEWHERE; i++) {
      database.update(
          "insert into vehicle (plate, kind, company_id) values (?, 'MUCK_TRUCK', ?)",
          plate(i),
          1 + i % 2);
      Instant at = CLEAN.plusSeconds(random.nextInt(7000));
      Cover cover = i == CULPRIT || i % 7 == 0 ? Cover.OPEN : Cover.CLOSED;
      boolean loaded = i == CULPRIT || i % 3 == 0 && i % 7 != 0;
      if (loaded) {
        trip(i, at);
      }
      if (i == SILENT) {
        rows.add(row(i, CLEAN.minusSeconds(3000), 2000, 0, cover, 0));
      } else {
        drive(rows, i, at, i == ELSEWHERE ? 3000 : 0, cover, loaded);
      }
    }
    new PositionStore(database).save(rows);
    database.update(
        "insert into gate_event (camera_id, place_id, direction, time, plate, confidence,"
            + " wheel_dirty) values ('C', 'S', 'OUT', ?, ?, 1, true), ('C', 'S', 'IN', ?, ?, 1, null)",
        CLEAN,
        plate(5),
        CLEAN.plusSeconds(60),
        "鲁B00000");
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private static String plate(int i) {
    return "鲁GT39%02d".formatted(i);
  }

  private void trip(int i, Instant at) {
    database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match)"
            + " values (?, ?, '', 'S', ?, 'OK', 'D', ?, 'A', 6000, 0, 0, 0, 50, 1, '', '')",
        "T" + i,
        i + 1,
        at.minusSeconds(600),
        at.plusSeconds(600));
  }

  /** East along the road at 36 km/h, all hour and a half that matters, 100 m a fix. */
  private static void drive(
      List<PositionRow> rows, int i, Instant at, double north, Cover cover, boolean loaded) {
    for (int step = -40; step <= 40; step++) {
      double weight = weight(i, loaded, step > 0);
      rows.add(row(i, at.plusSeconds(10L * step), 100 * step + 30, north, cover, weight));
    }
    for (Instant t = CLEAN.minusSeconds(1800); t.isBefore(QUESTION.dirty()); ) {
      if (Math.abs(Duration.between(t, at).toSeconds()) > 400) {
        boolean after = t.isAfter(at);
        rows.add(row(i, t, after ? 4000 : -4000, 500, cover, weight(i, loaded, after)));
      }
      t = t.plusSeconds(60);
    }
  }

  private static double weight(int i, boolean loaded, boolean after) {
    return !loaded ? 0.2 : i == CULPRIT && after ? 14.1 : 15.0;
  }

  private static PositionRow row(int i, Instant t, double x, double y, Cover cover, double weight) {
    return new PositionRow(
        i + 1,
        new Position(
            plate(i),
            t,
            t,
            PLANE.longitude(x, y),
            PLANE.latitude(x, y),
            true,
            36,
            Double.NaN,
            90,
            20,
            true,
            12,
            Double.NaN,
            0,
            3,
            new Sensors(cover, Lift.DOWN, Load.UNKNOWN, weight, Switch.UNKNOWN, Switch.UNKNOWN),
            false),
        new byte[0]);
  }

  private List<Suspect> ask(Scope scope) {
    Map<String, List<Position>> near =
        new HashMap<>(
            queries.near(119.1, 36.7, 10_000, CLEAN.minusSeconds(2400), QUESTION.dirty(), scope));
    SpillSearch search = new SpillSearch(Parameters.DEFAULTS);
    return search.rank(QUESTION, near, queries.backgrounds(search.passages(QUESTION, near)));
  }

  @Test
  void theCulpritOfFortyIsFirstAndSaysWhy() {
    List<Suspect> suspects = ask(Scope.CITY);
    assertEquals(TRUCKS, suspects.size(), "neither the silent one nor the one 3 km away");
    Suspect first = suspects.get(0);
    assertEquals(plate(CULPRIT), first.plate());
    assertEquals(0.8, first.score(), 1e-9, first.toString());
    assertTrue(first.score() > suspects.get(1).score());
    Suspect dirty =
        suspects.stream().filter(s -> s.plate().equals(plate(5))).findFirst().orElseThrow();
    assertTrue(dirty.reasons().get(4).held(), "its wheels were seen");
  }

  @Test
  void aMonthIsAnsweredAsAFewHoursAre() {
    SpillFinder finder = new SpillFinder(queries, Parameters.DEFAULTS);
    List<Suspect> night = finder.find(QUESTION, Scope.CITY);
    SpillQuestion month =
        new SpillQuestion(119.1, 36.7, CLEAN.minus(Duration.ofDays(28)), QUESTION.dirty());
    List<Suspect> found = finder.find(month, Scope.CITY);
    assertEquals(TRUCKS, found.size());
    assertEquals(plate(CULPRIT), found.get(0).plate());
    assertEquals(0.8, found.get(0).score(), 1e-9, "its scale before and after was looked at");
    assertEquals(
        night.stream().map(Suspect::passage).toList(),
        found.stream().map(Suspect::passage).toList());
    assertEquals(TRUCKS / 2, finder.find(month, Scope.ofCompany(1)).size());
  }

  @Test
  void ofAMonthTheDaysTellWhoWasNotHeard() {
    Instant from = CLEAN.minus(Duration.ofDays(28));
    database.update(
        "insert into quality_day (vehicle_id, day, received, accepted, dropped, observed_share,"
            + " sensor_health, distance_km, continuous_km) select v.id, date '2026-10-14' + g, 1, 1,"
            + " '{}', case when v.plate = ? then 0.7 else 0.9 end, '{}', 1, 1"
            + " from vehicle v, generate_series(0, 28) g",
        plate(3));
    List<SpillQueries.Unobserved> unseen = queries.unobserved(from, QUESTION.dirty(), Scope.CITY);
    assertEquals(List.of(plate(3)), unseen.stream().map(SpillQueries.Unobserved::plate).toList());
    assertEquals(0.7, unseen.get(0).observed(), 1e-9);
  }

  @Test
  void aCompanySeesItsOwnVehiclesOnly() {
    assertEquals(TRUCKS / 2, ask(Scope.ofCompany(1)).size());
    assertEquals(List.of(), queries.unobserved(CLEAN, QUESTION.dirty(), Scope.ofCompany(2)));
  }

  @Test
  void whoWasNotHeardIsNamedAndNotTakenForAbsent() {
    List<SpillQueries.Unobserved> unseen =
        queries.unobserved(CLEAN.minusSeconds(1800), QUESTION.dirty(), Scope.CITY);
    assertEquals(
        List.of(plate(SILENT)), unseen.stream().map(SpillQueries.Unobserved::plate).toList());
    assertEquals(0, unseen.get(0).observed());
    assertEquals(CLEAN.minusSeconds(3000), unseen.get(0).lastTime());
  }

  @Test
  void aPlateOfNoRegisterThatACameraSawIsListed() {
    assertEquals(
        List.of("鲁B00000"),
        queries.strangers(CLEAN, QUESTION.dirty()).stream()
            .map(SpillQueries.Stranger::plate)
            .toList());
    assertEquals(List.of(), queries.strangers(CLEAN.plusSeconds(61), QUESTION.dirty()));
  }
}
