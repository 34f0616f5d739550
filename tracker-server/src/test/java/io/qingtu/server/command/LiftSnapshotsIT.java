package io.qingtu.server.command;

import static io.qingtu.server.RunningServer.OTHER_PLATE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which lifts make the system ask for a picture. */
class LiftSnapshotsIT {
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  /** A degree of latitude, m. */
  private static final double DEGREE = 111_000;

  private static final double NORTH_EDGE = 36.701;
  private static final double FIELD = 36.75;
  private static final double LONGITUDE = 119.1005;

  private static Commands commands;
  private static Instant time = Instant.parse("2026-11-18T04:00:00Z");

  @BeforeAll
  static void start() {
    commands = new Commands(LiftSnapshotsIT.class);
    Database database = commands.server.parts().database();
    place(database, "D", "DISPOSAL", 119.100);
    place(database, "P", "DEPOT", 119.200);
    place(database, "S", "SITE", 119.300);
    database.update("update vehicle set kind = 'COLLECTION_TRUCK' where plate = ?", OTHER_PLATE);
    commands.server.parts().lifts().plan(commands.server.parts().rules());
  }

  @AfterAll
  static void stop() {
    commands.close();
  }

  private static void place(Database database, String id, String kind, double west) {
    database.update(
        "insert into place (id, name, kind, geometry) values (?, ?, ?, ?::jsonb)",
        id,
        id,
        kind,
        "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,36.7],[%2$s,36.7],[%2$s,36.701],[%1$s,36.701],[%1$s,36.7]]]}"
            .formatted(west, west + 0.001));
  }

  /** Every test is out of reach of the one before. */
  @BeforeEach
  void later() {
    time = time.plus(Duration.ofHours(1));
  }

  private static Position fix(Lift lift, double latitude) {
    return fix(PLATE, lift, LONGITUDE, latitude, Duration.ZERO, 0, false);
  }

  private static Position fix(
      String plate,
      Lift lift,
      double longitude,
      double latitude,
      Duration delay,
      double speed,
      boolean backfill) {
    time = time.plusSeconds(1);
    return new Position(
        plate,
        time,
        time.plus(delay),
        longitude,
        latitude,
        true,
        speed,
        Double.NaN,
        0,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.OPEN, lift, Load.LOADED, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN),
        backfill);
  }

  /** How many pictures these positions make it ask for. */
  private static long asked(Position... positions) {
    long before = count();
    commands.server.parts().lifts().accept(List.of(positions));
    // a lift in the field, of another hour, is asked for behind all that were before it
    time = time.plus(Duration.ofHours(1));
    commands.server.parts().lifts().accept(List.of(fix(Lift.DOWN, FIELD), fix(Lift.UP, FIELD)));
    String control = "lift at " + time;
    commands.await(() -> last().equals(control));
    // and the next one of the test is out of its interval
    time = time.plus(Duration.ofHours(1));
    return count() - before - 1;
  }

  private static long count() {
    return commands
        .server
        .parts()
        .database()
        .query("select count(*) from command where kind = 'SNAPSHOT'", r -> r.getLong(1))
        .get(0);
  }

  private static String last() {
    return commands
        .server
        .parts()
        .database()
        .query("select reason from command order by id desc limit 1", r -> r.getString(1))
        .stream()
        .findFirst()
        .orElse("");
  }

  @Test
  void asksWhenABodyRisesInAField() {
    assertEquals(1, asked(fix(Lift.DOWN, FIELD), fix(Lift.UP, FIELD)));
    commands.await(() -> audited() == count());
    assertEquals(count(), audited());
  }

  private static long audited() {
    return commands
        .server
        .parts()
        .database()
        .query(
            "select count(*) from audit where origin = 'system' and action = 'command'",
            r -> r.getLong(1))
        .get(0);
  }

  @Test
  void doesNotAskAtADisposalGroundNorWithinItsBuffer() {
    double near = NORTH_EDGE + 40 / DEGREE;
    double away = NORTH_EDGE + 80 / DEGREE;
    assertEquals(0, asked(fix(Lift.DOWN, 36.7005), fix(Lift.UP, 36.7005)));
    assertEquals(0, asked(fix(Lift.DOWN, near), fix(Lift.UP, near)));
    assertEquals(1, asked(fix(Lift.DOWN, away), fix(Lift.UP, away)));
  }

  @Test
  void doesNotAskAtADepotButAsksAtASite() {
    assertEquals(0, asked(lift(119.2005)));
    assertEquals(1, asked(lift(119.3005)));
  }

  private static Position[] lift(double longitude) {
    return new Position[] {
      fix(PLATE, Lift.DOWN, longitude, 36.7005, Duration.ZERO, 0, false),
      fix(PLATE, Lift.UP, longitude, 36.7005, Duration.ZERO, 0, false)
    };
  }

  @Test
  void asksOnceInTheInterval() {
    Position down = fix(Lift.DOWN, FIELD);
    Position up = fix(Lift.UP, FIELD);
    Instant asked = time;
    Position downAgain = fix(Lift.DOWN, FIELD);
    time = asked.plus(INTERVAL).minusSeconds(2);
    Position early = fix(Lift.UP, FIELD);
    assertEquals(1, asked(down, up, downAgain, early));

    time = time.plus(Duration.ofHours(1));
    down = fix(Lift.DOWN, FIELD);
    up = fix(Lift.UP, FIELD);
    asked = time;
    downAgain = fix(Lift.DOWN, FIELD);
    time = asked.plus(INTERVAL).minusSeconds(1);
    Position inTime = fix(Lift.UP, FIELD);
    assertEquals(2, asked(down, up, downAgain, inTime));
  }

  @Test
  void asksWhenALiftThatIsUnknownForAWhileIsUp() {
    assertEquals(1, asked(fix(Lift.DOWN, FIELD), fix(Lift.UNKNOWN, FIELD), fix(Lift.UP, FIELD)));
  }

  @Test
  void doesNotAskForWhatIsPast() {
    assertEquals(
        0,
        asked(
            fix(Lift.DOWN, FIELD),
            fix(PLATE, Lift.UP, LONGITUDE, FIELD, Duration.ofSeconds(61), 0, false)));
    assertEquals(
        1,
        asked(
            fix(Lift.DOWN, FIELD),
            fix(PLATE, Lift.UP, LONGITUDE, FIELD, Duration.ofSeconds(60), 0, false)));
    assertEquals(
        0,
        asked(
            fix(Lift.DOWN, FIELD), fix(PLATE, Lift.UP, LONGITUDE, FIELD, Duration.ZERO, 0, true)));
  }

  @Test
  void doesNotAskOfAMovingTruckNorOfACollectionTruck() {
    assertEquals(
        0,
        asked(
            fix(Lift.DOWN, FIELD),
            fix(PLATE, Lift.UP, LONGITUDE, FIELD, Duration.ZERO, 5.1, false)));
    assertEquals(
        0,
        asked(
            fix(OTHER_PLATE, Lift.DOWN, LONGITUDE, FIELD, Duration.ZERO, 0, false),
            fix(OTHER_PLATE, Lift.UP, LONGITUDE, FIELD, Duration.ZERO, 0, false)));
  }
}
