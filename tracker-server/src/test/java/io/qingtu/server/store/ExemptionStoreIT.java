package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Exemption.Kind;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.ExemptionRefusal.Why;
import io.qingtu.server.store.ExemptionStore.NewRequest;
import io.qingtu.server.store.ExemptionStore.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Company 1 sweeps S1 and empties K1, company 2 sweeps S2 by its grade; user 1 asks, 2 decides. */
class ExemptionStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");
  private static final int ASKER = 1;
  private static final int DECIDER = 2;

  private TestDatabase server;
  private Database database;
  private ExemptionStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new ExemptionStore(database);
    database.update("insert into company (name) values ('East'), ('West')");
    database.update(
        "insert into app_user (login, display_name, role, password_hash)"
            + " values ('huan', 'Asker', 'SANITATION', ''), ('jian', 'Decider', 'SUPERVISOR', '')");
    database.update(
        "insert into segment (id, road, grade, sides, geometry) select id, road, grade, 'FWD', ?::jsonb"
            + " from (values ('S1', 'Main', '2'), ('S2', 'High', '1'), ('S3', 'Back', '3'))"
            + " s(id, road, grade)",
        "{\"type\":\"LineString\",\"coordinates\":[[119.1,36.7],[119.2,36.7]]}");
    database.update(
        "insert into requirement (id, segment_id, grade, side, op, passes, window_from, window_to,"
            + " days, contractor) values"
            + " ('Q1', 'S1', null, 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', 'East'),"
            + " ('Q2', null, '1', 'FWD', 'SWEEP', 1, '04:00', '08:00', '1', 'West')");
    database.update(
        "insert into collection_point values ('K1', 119, 36, '04:00', '08:00', '1', 'East')");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private long ask(Scope scope, Instant from, String... places) {
    return store.ask(
        new NewRequest(
            Kind.WEATHER,
            Optional.of(Operation.SWEEP),
            Set.of(places),
            new Validity(from, from.plusSeconds(3600)),
            "rain",
            "warning 12",
            ASKER),
        scope,
        NOW);
  }

  private void decide(long id, Decision decision, int by) {
    store.decide(id, new Verdict(decision, "seen", by), Scope.CITY, NOW);
  }

  private static void assertRefused(Why why, Executable action) {
    assertEquals(why, assertThrows(ExemptionRefusal.class, action).why());
  }

  private List<Exemption> inPlan() {
    return new PlanStore(database).read().exemptions();
  }

  @Test
  void isReadWithThePlanFromItsApprovalOn() {
    long id = ask(Scope.CITY, NOW, "S1", "K1");
    assertEquals(List.of(), inPlan());
    assertEquals(0, store.approved());
    decide(id, Decision.APPROVED, DECIDER);
    assertEquals(
        List.of(
            new Exemption(
                Kind.WEATHER,
                Optional.of(Operation.SWEEP),
                Set.of("S1", "K1"),
                new Validity(NOW, NOW.plusSeconds(3600)),
                "Decider",
                NOW)),
        inPlan());
    assertEquals(1, store.approved());
    ExemptionRow row = store.find(id, Scope.CITY, ASKER).orElseThrow();
    assertEquals(List.of("K1", "S1"), row.placeIds());
    assertEquals(List.of("Main"), row.roads());
    assertEquals("Asker", row.askedBy());
    assertEquals("Decider", row.decidedBy());
    assertTrue(row.own());
  }

  @Test
  void isNothingToThePlanWhenItIsRefusedOrWithdrawn() {
    decide(ask(Scope.CITY, NOW, "S1"), Decision.REJECTED, DECIDER);
    decide(ask(Scope.CITY, NOW, "S1"), Decision.WITHDRAWN, ASKER);
    assertEquals(List.of(), inPlan());
    assertEquals(0, store.approved());
  }

  @Test
  void needsTwoPersons() {
    long id = ask(Scope.CITY, NOW, "S1");
    assertRefused(Why.OWN, () -> decide(id, Decision.APPROVED, ASKER));
    assertRefused(Why.OWN, () -> decide(id, Decision.REJECTED, ASKER));
    assertRefused(Why.OWN, () -> decide(id, Decision.WITHDRAWN, DECIDER));
    assertThrows(
        StoreException.class,
        () ->
            database.update(
                "update exemption_request set decision = 'APPROVED', decided_by = asked_by,"
                    + " decided_at = now()"));
    decide(id, Decision.REJECTED, DECIDER);
    assertRefused(Why.DECIDED, () -> decide(id, Decision.APPROVED, DECIDER));
    assertRefused(Why.UNKNOWN, () -> decide(id + 1, Decision.APPROVED, DECIDER));
  }

  @Test
  void staysOnFileAsItWasAsked() {
    long id = ask(Scope.CITY, NOW, "S1");
    for (String change :
        List.of(
            "update exemption_request set to_time = to_time + interval '1 day'",
            "update exemption_request set evidence = 'other'",
            "delete from exemption_request")) {
      assertThrows(StoreException.class, () -> database.update(change), change);
    }
    decide(id, Decision.APPROVED, DECIDER);
    assertThrows(
        StoreException.class,
        () -> database.update("update exemption_request set decision_reason = 'other'"));
  }

  @Test
  void excusesNobodyElsesRoads() {
    Scope east = Scope.ofCompany(1);
    assertRefused(Why.FOREIGN, () -> ask(east, NOW, "S1", "S2"));
    assertRefused(Why.FOREIGN, () -> ask(east, NOW));
    ask(east, NOW, "S1", "K1");
    long both = ask(Scope.CITY, NOW, "S1", "S2");
    Verdict approved = new Verdict(Decision.APPROVED, "seen", DECIDER);
    assertRefused(Why.FOREIGN, () -> store.decide(both, approved, east, NOW));
    store.decide(both, approved, Scope.ofDistrict(9, Set.of(1, 2)), NOW);
  }

  @Test
  void isOfRoadsAndPointsOnWhichSomethingIsRequired() {
    assertRefused(Why.NO_DUTY, () -> ask(Scope.CITY, NOW, "S3"));
    assertRefused(Why.NO_DUTY, () -> ask(Scope.CITY, NOW, "S1", "none"));
  }

  @Test
  void comesTooLateWhenWhatWasMissedIsSettled() {
    Instant last = NOW.minus(ExemptionStore.REACH);
    assertRefused(Why.TOO_LATE, () -> ask(Scope.CITY, last.minusMillis(1), "S1"));
    long id = ask(Scope.CITY, last, "S1");
    Verdict approved = new Verdict(Decision.APPROVED, "seen", DECIDER);
    Instant later = NOW.plusMillis(1);
    assertRefused(Why.TOO_LATE, () -> store.decide(id, approved, Scope.CITY, later));
    store.decide(id, new Verdict(Decision.REJECTED, "late", DECIDER), Scope.CITY, later);
  }

  @Test
  void showsACompanyItsOwnAndTheCitysEvenWhenAQueryForgetsTheScope() throws Exception {
    final long own = ask(Scope.CITY, NOW, "S1");
    ask(Scope.CITY, NOW, "S2");
    final long city = ask(Scope.CITY, NOW);
    Scope east = Scope.ofCompany(1);
    Instant end = NOW.plus(Duration.ofDays(1));
    List<Long> seen = List.of(city, own);
    assertEquals(seen, ids(store.between(NOW, end, east, ASKER)));
    assertEquals(seen, ids(ReadAs.call(east, () -> store.between(NOW, end, Scope.CITY, ASKER))));
    assertEquals(3, store.between(NOW, end, Scope.CITY, ASKER).size());
    assertEquals(List.of(), store.between(end, end.plusSeconds(1), Scope.CITY, ASKER));
  }

  private static List<Long> ids(List<ExemptionRow> rows) {
    return rows.stream().map(ExemptionRow::id).toList();
  }
}
