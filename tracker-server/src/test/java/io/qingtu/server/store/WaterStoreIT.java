package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Underpass;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.WaterStore.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sensor says how deep the water stands; roads are closed and open again by it. */
class WaterStoreIT {
  private static final Instant NOW = Instant.parse("2026-07-16T01:00:00Z");

  private TestDatabase server;
  private Database database;
  private WaterStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new WaterStore(database);
    store.write(
        List.of(
            new Underpass("U1", "北海路", Set.of("S1", "S2"), 25, 20),
            new Underpass("U2", "东风街", Set.of("S9"), 25, 20)));
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('water', '水位', 'SOURCE', '')");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void closesAboveTheLimitAndOpensWhereItIsClear() {
    assertFalse(level("U1", 0, 25));
    assertEquals(List.of(), store.closures());
    assertTrue(level("U1", 60, 25.1));
    assertEquals(List.of(closure(60, Instant.MAX)), store.closures());
    assertTrue(level("U1", 120, 40));
    assertTrue(level("U1", 180, 20.1));
    assertEquals(List.of(closure(60, Instant.MAX)), store.closures());
    assertFalse(level("U1", 240, 20));
    assertEquals(List.of(closure(60, NOW.plusSeconds(240))), store.closures());
    assertFalse(level("U1", 300, 25));
    assertTrue(level("U1", 360, 26));
    assertEquals(2, store.closures().size());
  }

  @Test
  void isWhatEveryReaderOfThePlanSees() {
    level("U1", 0, 30);
    assertEquals(List.of(closure(0, Instant.MAX)), new PlanStore(database).read().exemptions());
  }

  @Test
  void takesNoReadingThatIsNotNewerThanTheNewest() {
    level("U1", 60, 30);
    assertTrue(level("U1", 60, 0));
    assertTrue(level("U1", 59, 0));
    level("U1", 120, 0);
    assertFalse(level("U1", 119, 90));
    assertEquals(List.of(closure(60, NOW.plusSeconds(120))), store.closures());
  }

  @Test
  void saysNothingOfAnotherUnderpass() {
    level("U1", 0, 30);
    assertFalse(level("U2", 0, 10));
    assertEquals(List.of(closure(0, Instant.MAX)), store.closures());
  }

  @Test
  void endsTwoHoursAfterTheLastReadingOfASilentSensor() {
    level("U1", 0, 30);
    level("U1", 60, 35);
    Instant end = NOW.plusSeconds(60).plus(WaterStore.HOLDS);
    assertEquals(0, store.endSilent(end.minusMillis(1)));
    assertEquals(1, store.endSilent(end));
    assertEquals(0, store.endSilent(end));
    assertEquals(List.of(closure(0, end)), store.closures());
    assertEquals(2, server.ask("select count(*) from audit where action = 'closure'"));
  }

  private boolean level(String underpass, long seconds, double depthCm) {
    return store.file(new Reading(1, "水位", underpass, NOW.plusSeconds(seconds), depthCm));
  }

  private static Exemption closure(long fromSeconds, Instant to) {
    Instant from = NOW.plusSeconds(fromSeconds);
    return new Exemption(
        Exemption.Kind.CLOSURE,
        Optional.empty(),
        Set.of("S1", "S2"),
        new Validity(from, to),
        "水位",
        from);
  }
}
