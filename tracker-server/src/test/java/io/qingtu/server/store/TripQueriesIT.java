package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: whether gate cameras have seen a trip leave W1 at noon and end at X1 at one.
 */
class TripQueriesIT {
  private static final Instant OUT = Instant.parse("2026-11-16T04:00:00Z");
  private static final Instant END = OUT.plusSeconds(3600);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Duration WORKS = Duration.ofDays(3);

  private TestDatabase server;
  private Database database;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    database.update("insert into company (id, name, kind) values (900, '甲公司', 'OPERATOR')");
    database.update(
        "insert into vehicle (id, plate, kind, company_id, sensors)"
            + " values (900, '鲁V00001', 'MUCK_TRUCK', 900, '')");
    database.update(
        "insert into trip (id, vehicle_id, permit_id, site_id, out_time, end_kind, end_place_id,"
            + " end_time, grade, distance_m, cover_open_s, cover_open_m, cover_known_m,"
            + " max_speed_kmh, observed_share, waybill_id, waybill_match) values"
            + " ('T', 900, '', 'W1', ?, 'OK', 'X1', ?, 'A', 9000, 0, 0, 0, 40, 1, '', '')",
        OUT,
        END);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private void picture(String plate, String place, String direction, Instant time) {
    database.update(
        "insert into gate_event (camera_id, place_id, direction, time, plate, confidence)"
            + " values ('K', ?, ?, ?, ?, 0.9)",
        place,
        direction,
        time,
        plate);
  }

  private TripQueries.TripRow trip() {
    return new TripQueries(database)
        .between(OUT, OUT.plusSeconds(1), Optional.empty(), Scope.CITY)
        .get(0);
  }

  private String seen() {
    TripQueries.TripRow trip = trip();
    return trip.cameraOut() + "," + trip.cameraIn();
  }

  @Test
  void showsWhatAClerkHasReportedOfItsWaybillLast() {
    database.update(
        "insert into app_user (id, login, display_name, role, password_hash)"
            + " values (900, 'c', 'c', 'CLERK', '')");
    database.update(
        "insert into waybill (id, plate, site_id, disposal_id) values"
            + " ('L1', '鲁V00001', 'W1', 'X1'), ('L2', '鲁V00001', 'W1', 'X1')");
    database.update("update trip set waybill_id = 'L1'");
    report("L2", "EXCEPTION", "another load");
    report("L1", "OUT", "not an exception");
    assertEquals("", trip().exception());
    report("L1", "EXCEPTION", "first");
    report("L1", "EXCEPTION", "last");
    assertEquals("last", trip().exception());
  }

  private void report(String waybill, String kind, String note) {
    database.update(
        "insert into waybill_scan (waybill_id, kind, place_id, user_id, at, note, client_id)"
            + " values (?, ?, 'W1', 900, ?, ?, ?)",
        waybill,
        kind,
        OUT,
        note,
        waybill + kind + note);
  }

  @Test
  void nothingIsSaidOfPlacesWithoutPictures() {
    picture("鲁V00002", "W2", "OUT", OUT);
    assertEquals(",", seen());
  }

  @Test
  void bothGatesHaveSeenIt() {
    picture("鲁V00001", "W1", "OUT", OUT.plus(TOLERANCE));
    picture("鲁V00001", "X1", "IN", END.plus(TOLERANCE));
    assertEquals("SEEN,SEEN", seen());
  }

  @Test
  void aPictureOfAnotherTimeDirectionOrTruckIsNotOfIt() {
    picture("鲁V00001", "W1", "OUT", OUT.plus(TOLERANCE).plusMillis(1));
    picture("鲁V00001", "W1", "IN", OUT);
    picture("鲁V00002", "X1", "IN", END);
    assertEquals("NOT_SEEN,NOT_SEEN", seen());
  }

  @Test
  void itComesInAtAnyMomentOfItsTrip() {
    picture("鲁V00001", "X1", "IN", OUT.plusSeconds(1800));
    assertEquals(",SEEN", seen());
  }

  @Test
  void aCameraThatTookNothingForDaysIsNoneThatMissedIt() {
    picture("鲁V00002", "W1", "OUT", OUT.minus(WORKS).minusMillis(1));
    assertEquals(",", seen());
    picture("鲁V00002", "W1", "OUT", OUT.minus(WORKS));
    assertEquals("NOT_SEEN,", seen());
  }
}
