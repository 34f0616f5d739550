package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that was filled before positions became narrow keeps everything. */
class NarrowPositionsIT {
  private static final Instant FIRST = Instant.parse("2026-11-16T15:59:59Z");
  private static final Instant SECOND = Instant.parse("2026-11-17T00:00:01Z");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void movesEveryRowWithItsItemsAndItsPlace(boolean hypertable) {
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      assumeTrue(!hypertable || server.offersTimescale(), "this test server has no TimescaleDB");
      Flyway.configure()
          .dataSource(server.url(), "", "")
          .locations("classpath:db/migration")
          .javaMigrations(new V2__Positions(hypertable))
          .target("14")
          .load()
          .migrate();
      fill(server, hypertable);
      try (Database database =
          new Database(new Database.Config(server.url(), "", "", 2, hypertable))) {
        assertEquals(hypertable, database.hypertable());
        PositionStore store = new PositionStore(database);
        Position known =
            new Position(
                "鲁V00001",
                FIRST,
                FIRST.plusMillis(1500),
                119.107,
                36.709,
                true,
                61.3,
                59.9,
                359,
                -12,
                true,
                14,
                123456.7,
                0x80000001L,
                0xC0000003L,
                new Sensors(
                    Cover.PARTIAL, Lift.UP, Load.UNKNOWN, 18.47, Switch.UNKNOWN, Switch.UNKNOWN),
                false);
        Position bare = Positions.with("鲁V00001", SECOND, 119.107, Sensors.UNKNOWN, true);
        assertEquals(List.of(known, bare), store.track("鲁V00001", FIRST, SECOND.plusSeconds(1)));
        assertEquals(FIRST, store.latest().get(0).fixTime());
        assertEquals(
            List.of("310109"),
            new RawItems(database)
                .received(FIRST, Instant.MAX, items -> true).stream()
                    .map(i -> i.items().hex())
                    .toList());
        assertEquals(2, database.query("select count(*) from presence", r -> r.getInt(1)).get(0));
        // the key holds on, and days to come find their place
        List<PositionRow> again = List.of(new PositionRow(1, known, new byte[0]));
        assertEquals(List.of(), store.save(again));
        Position later = Positions.at("鲁V00001", SECOND.plusSeconds(86_400));
        assertEquals(1, store.save(List.of(new PositionRow(1, later, new byte[0]))).size());
        assertThrows(
            StoreException.class, () -> database.query("select 1 from positions_before", r -> 1));
      }
    }
  }

  private static void fill(TestDatabase server, boolean hypertable) {
    server.run("insert into company (name) values ('c')");
    server.run("insert into vehicle (plate, kind, company_id) values ('鲁V00001', 'MUCK_TRUCK', 1)");
    server.run("insert into terminal (phone, vehicle_id) values ('13900000001', 1)");
    if (!hypertable) {
      server.run(
          "create table positions_20261116 partition of positions"
              + " for values from ('2026-11-16T00:00Z') to ('2026-11-17T00:00Z')");
      server.run(
          "create table positions_20261117 partition of positions"
              + " for values from ('2026-11-17T00:00Z') to ('2026-11-18T00:00Z')");
    }
    String known =
        "1, 119107000, 36709000, 613, %s 359, %s %s 2147483649, 3221225475, 7, 1847, 5"
            .formatted("599,", "-12, 14,", "1234567,");
    server.run(
        "insert into positions values ('%s', '%s', %s, '\\x310109')"
            .formatted(FIRST, FIRST.plusMillis(1500), known));
    server.run(
        "insert into positions values ('%s', '%s', 1, 119107000, 36709000, 324, null, 90, 25, null,"
                .formatted(SECOND, SECOND.plusSeconds(1))
            + " null, 0, 3, 0, null, 5, null)");
    server.run(
        "insert into last_position values (1, '%s', '%s', 119107000, 36709000, 613, 359,"
                .formatted(FIRST, FIRST.plusMillis(1500))
            + " 2147483649, 3221225475, 7, null, 5)");
  }
}
