package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.CityNowQueries.Camera;
import io.qingtu.server.store.CityNowQueries.Closure;
import io.qingtu.server.store.CityNowQueries.PlaceCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the map shows of noon: gate cameras, closed roads, and the loads of the day by place. */
class CityNowQueriesIT {
  private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
  private static final Instant DAY = Instant.parse("2026-11-15T16:00:00Z");
  private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));

  private TestDatabase server;
  private Database database;
  private CityNowQueries queries;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    queries = new CityNowQueries(database);
    database.update(
        "insert into company (id, name, kind) values (901, '甲公司', 'OPERATOR'),"
            + " (902, '乙公司', 'OPERATOR')");
    database.update(
        "insert into vehicle (id, plate, kind, company_id, sensors) values"
            + " (901, '鲁V00001', 'MUCK_TRUCK', 901, ''),"
            + " (902, '鲁V00002', 'MUCK_TRUCK', 902, '')");
    database.update(
        "insert into app_user (id, login, display_name, role, password_hash)"
            + " values (901, 'a', 'a', 'SANITATION', ''), (902, 'b', 'b', 'SUPERVISOR', '')");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private void picture(String camera, String place, Duration ago, String plate) {
    database.update(
        "insert into gate_event (camera_id, place_id, direction, time, plate, confidence)"
            + " values (?, ?, 'OUT', ?, ?, 0.9)",
        camera,
        place,
        NOON.minus(ago),
        plate);
  }

  @Test
  void aCameraWorksThatTookAPictureInThreeDays() {
    Duration threeDays = Duration.ofDays(3);
    picture("K1", "W1", threeDays, "鲁V00001");
    picture("K1", "W0", Duration.ofDays(9), "鲁V00001");
    picture("K2", "W1", threeDays.plusSeconds(1), "鲁V00001");
    picture("K3", "X1", Duration.ZERO, "鲁V00002");
    List<Camera> all =
        List.of(
            new Camera("K1", "W1", true),
            new Camera("K2", "W1", false),
            new Camera("K3", "X1", true));
    assertEquals(all, queries.cameras(NOON));
    assertEquals(
        all,
        ReadAs.get(Scope.ofCompany(901), () -> queries.cameras(NOON)),
        "whose vehicles it saw is not told, so all see all of them");
  }

  @Test
  void noCameraIsThereBeforeAPicture() {
    assertEquals(List.of(), queries.cameras(NOON));
  }

  private void filed(String kind, String segments, Instant from, Instant to) {
    database.update(
        "insert into exemption (kind, segment_ids, from_time, to_time, approved_by)"
            + " values (?, ?, ?, ?, 'x')",
        kind,
        segments,
        from,
        to);
  }

  private void asked(String segments, String decision) {
    database.update(
        "insert into exemption_request (kind, place_ids, companies, from_time, to_time, reason,"
            + " evidence, asked_by, asked_at, decision, decided_by, decided_at)"
            + " values ('CLOSURE', ?, '{902}', ?, ?, 'r', 'e', 901, ?, ?::text,"
            + " case when ?::text is null then null else 902 end,"
            + " case when ?::text is null then null else now() end)",
        segments,
        NOON.minusSeconds(60),
        NOON.plusSeconds(60),
        NOON.minusSeconds(90),
        decision,
        decision,
        decision);
  }

  @Test
  void aRoadIsClosedFromItsFirstMomentUntilItsLast() {
    Instant later = NOON.plusSeconds(1);
    filed("CLOSURE", "S1;S2", NOON, later);
    filed("CLOSURE", "S3", NOON.minusSeconds(9), NOON);
    filed("CLOSURE", "S4", later, later.plusSeconds(9));
    filed("CLOSURE", "", NOON, later);
    filed("WEATHER", "S5", NOON, later);
    assertEquals(
        List.of(new Closure(List.of("S1", "S2"), "", NOON, later)), queries.closures(NOON));
  }

  @Test
  void whatIsAskedForClosesARoadWhereItIsApproved() {
    asked("S1", "APPROVED");
    asked("S2", "REJECTED");
    asked("S3", null);
    List<Closure> one =
        List.of(new Closure(List.of("S1"), "", NOON.minusSeconds(60), NOON.plusSeconds(60)));
    assertEquals(one, queries.closures(NOON));
    assertEquals(one, ReadAs.get(Scope.ofCompany(901), () -> queries.closures(NOON)));
  }

  @Test
  void waterClosesARoadWithoutAnEnd() {
    database.update(
        "insert into underpass (id, name, segment_ids, limit_cm, clear_cm)"
            + " values ('U', '北海路', 'S1;S2', 25, 20)");
    database.update(
        "insert into water_closure (underpass_id, source, from_time, highest_cm)"
            + " values ('U', 'x', ?, 30)",
        NOON);
    assertEquals(
        List.of(new Closure(List.of("S1", "S2"), "北海路", NOON, null)), queries.closures(NOON));
    assertEquals(List.of(), queries.closures(NOON.minusSeconds(1)));
  }

  private void trip(String id, int vehicle, Instant out, Instant end, boolean superseded) {
    database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match, superseded)"
            + " values (?, ?, '', 'W1', ?, 'OK', 'X1', ?, 'A', 9000, 0, 0, 0, 40, 1, '', '', ?)",
        id,
        vehicle,
        out,
        end,
        superseded);
  }

  @Test
  void countsTheLoadsOfADayByWhereTheyWere() {
    Instant eve = DAY.minusSeconds(1);
    trip("A", 901, eve, DAY, false);
    trip("B", 901, DAY, NEXT_DAY, false);
    trip("C", 902, NEXT_DAY.minusSeconds(1), null, false);
    trip("D", 901, NOON, NOON, true);
    trip("E", 901, NEXT_DAY, NEXT_DAY, false);
    assertEquals(
        List.of(new PlaceCount("W1", 2, 0), new PlaceCount("X1", 0, 1)),
        queries.counts(DAY, NEXT_DAY, Scope.CITY));
    Scope own = Scope.ofCompany(902);
    assertEquals(List.of(new PlaceCount("W1", 1, 0)), queries.counts(DAY, NEXT_DAY, own));
    assertEquals(
        List.of(new PlaceCount("W1", 1, 0)),
        ReadAs.get(own, () -> queries.counts(DAY, NEXT_DAY, Scope.CITY)),
        "the database itself shows no other's");
  }
}
