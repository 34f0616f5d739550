package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastQueriesIT {
  /** In the middle of five minutes. */
  private static final Instant AT = Instant.parse("2026-11-16T04:02:30Z");

  private static final String FIRST = "鲁V00001";
  private static final String SECOND = "鲁V00002";

  /** Positions stand at 36.709 degrees north. */
  private static final Area AREA = new Area(119.1, 36.7, 119.11, 36.71);

  private TestDatabase server;
  private Database database;
  private PastQueries past;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    past = new PastQueries(database);
    database.update("insert into company (name) values ('甲'), ('乙')");
    database.update(
        "insert into vehicle (plate, kind, company_id) values (?, 'MUCK_TRUCK', 1),"
            + " (?, 'MUCK_TRUCK', 2)",
        FIRST,
        SECOND);
    List<PositionRow> rows = new ArrayList<>();
    rows.add(row(1, Positions.at(FIRST, AT.minusSeconds(1), 119.105)));
    rows.add(row(1, Positions.at(FIRST, AT, 119.1)));
    rows.add(row(1, Positions.at(FIRST, AT.plusSeconds(10), 119.099999)));
    rows.add(row(1, Positions.at(FIRST, AT.plusSeconds(20), 119.11)));
    rows.add(row(1, Positions.at(FIRST, AT.plusSeconds(30), 119.110001)));
    rows.add(row(1, Positions.at(FIRST, AT.plusSeconds(600), 119.101)));
    rows.add(row(1, Positions.at(FIRST, AT.plusSeconds(601), 119.102)));
    rows.add(row(2, Positions.at(SECOND, AT.plusSeconds(5), 119.107)));
    new PositionStore(database).save(rows);
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private static PositionRow row(int vehicle, Position position) {
    return new PositionRow(vehicle, position, new byte[0]);
  }

  @Test
  void findsTheFixesWithinARectangleAndATimeIncludingTheirEdges() {
    assertEquals(
        Map.of(
            FIRST,
            List.of(AT, AT.plusSeconds(20), AT.plusSeconds(600)),
            SECOND,
            List.of(AT.plusSeconds(5))),
        times(AREA, AT.plusSeconds(600), Scope.CITY));
  }

  @Test
  void findsTheSameInARectangleTooLargeForSquares() {
    Area strip = new Area(119.1, 30, 119.11, 60);
    assertEquals(false, AREA.isLarge());
    assertEquals(true, strip.isLarge());
    assertEquals(
        times(AREA, AT.plusSeconds(600), Scope.CITY),
        times(strip, AT.plusSeconds(600), Scope.CITY));
  }

  @Test
  void seesNoVehicleOfAnotherCompany() {
    assertEquals(Set.of(SECOND), times(AREA, AT.plusSeconds(600), Scope.ofCompany(2)).keySet());
    assertEquals(Map.of(), times(AREA, AT.plusSeconds(600), Scope.NOTHING));
    assertEquals(List.of(SECOND), plates(past.fleetAt(AT.plusSeconds(600), Scope.ofCompany(2))));
  }

  @Test
  void findsNothingWhereNobodyWas() {
    assertEquals(
        Map.of(), times(new Area(118, 36.7, 118.01, 36.71), AT.plusSeconds(600), Scope.CITY));
  }

  @Test
  void putsEachVehicleWhereItWasLastHeardBeforeAMoment() {
    List<Position> fleet = past.fleetAt(AT.plusSeconds(20), Scope.CITY);
    assertEquals(List.of(FIRST, SECOND), plates(fleet));
    assertEquals(119.11, fleet.get(0).longitude());
    assertEquals(
        119.099999, past.fleetAt(AT.plusSeconds(20).minusMillis(1), Scope.CITY).get(0).longitude());
    assertEquals(List.of(FIRST), plates(past.fleetAt(AT, Scope.CITY)));
  }

  @Test
  void knowsNoPlaceOfAVehicleThatWasSilentForADay() {
    Instant last = AT.plusSeconds(5).plus(PastQueries.SILENCE);
    assertEquals(List.of(FIRST, SECOND), plates(past.fleetAt(last.minusMillis(1), Scope.CITY)));
    assertEquals(List.of(FIRST), plates(past.fleetAt(last, Scope.CITY)));
  }

  private Map<String, List<Instant>> times(Area area, Instant to, Scope scope) {
    Map<String, List<Instant>> times = new TreeMap<>();
    past.inside(area, AT, to, scope)
        .forEach(
            (plate, track) -> times.put(plate, track.stream().map(Position::fixTime).toList()));
    return times;
  }

  private static List<String> plates(List<Position> fleet) {
    return fleet.stream().map(Position::plate).toList();
  }
}
