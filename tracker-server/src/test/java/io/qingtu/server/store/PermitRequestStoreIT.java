package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.Times;
import io.qingtu.server.store.KeepingRefusal.Why;
import io.qingtu.server.store.PermitRequestQueries.State;
import io.qingtu.server.store.PermitRequestRow.Decision;
import io.qingtu.server.store.PermitRequestStore.Decider;
import io.qingtu.server.store.PermitRequestStore.NewRequest;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanVersion.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permits that a company asks for, and many people who decide about one at once. */
class PermitRequestStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(30));
  private static final String OWN = "鲁V00001";
  private static final String FOREIGN = "鲁V00002";
  private static final String SECOND = "鲁V00003";
  private static final int EDITORS = 50;

  private TestDatabase server;
  private Database database;
  private PermitRequestStore store;
  private PermitRequestQueries queries;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new PermitRequestStore(database);
    queries = new PermitRequestQueries(database);
    database.update("insert into company (name) values ('甲公司'), ('乙公司')");
    database.update(
        "insert into vehicle (plate, kind, company_id, sensors) values"
            + " (?, 'MUCK_TRUCK', 1, ''), (?, 'MUCK_TRUCK', 2, '')",
        OWN,
        FOREIGN);
    database.update(
        "insert into app_user (login, display_name, role, password_hash) values"
            + " ('jia', '调度', 'DISPATCHER', ''), ('jian', '监管员', 'SUPERVISOR', '')");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static PlanRow permit(String id, String plate, Instant from, Instant to) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("permit_id", id);
    columns.put("plate", plate);
    columns.put("site_id", "P1");
    columns.put("disposal_ids", "P2");
    columns.put("valid_from", Times.format(from));
    columns.put("valid_to", Times.format(to));
    // whatever the company says
    columns.put("entered_at", "2020-01-01T00:00:00+08:00");
    return PlanLayer.PERMITS.canonical(new PlanRow("", "", columns, Optional.empty()));
  }

  private static PlanRow permit(String id) {
    return permit(id, OWN, NOW.plusSeconds(3600), NOW.plus(Duration.ofDays(9)));
  }

  private long ask(PlanRow row, int seen) {
    return store.add(new NewRequest(1, 1, row, seen, "工程延期", 1), NOW);
  }

  private static Decider at(Instant now, String reason) {
    return new Decider(2, "127.0.0.1", now, now, reason);
  }

  private PermitRequestRow found(long id) {
    return queries.find(id, Scope.CITY).orElseThrow();
  }

  private PlanVersion permitOnFile(String id) {
    return new PlanQueries(database).find(PlanLayer.PERMITS, id, Scope.CITY).orElseThrow();
  }

  private void edit(PlanRow row, int seen) throws Exception {
    new PlanEditStore(database)
        .apply(
            List.of(new Edit(PlanLayer.PERMITS, row, seen, false)),
            new Editor(2, "127.0.0.1", NOW, NOW, Origin.PAGE, "局里批准"));
  }

  private static Why refused(Runnable work) {
    return assertThrows(KeepingRefusal.class, work::run).why();
  }

  @Test
  void whatIsTakenInIsAnEditOfThePlanFromThatMomentOn() {
    Instant begun = NOW.minus(Duration.ofDays(2));
    long id = ask(permit("Z1", OWN, begun, NOW.plus(Duration.ofDays(9))), 0);
    assertEquals("", found(id).row().text("entered_at"));
    assertEquals(0, server.ask("select count(*) from permit"), "a request permits nothing");
    store.take(id, at(LATER, ""));
    PlanVersion made = permitOnFile("Z1");
    assertEquals(1, made.version());
    assertEquals(Origin.PAGE, made.origin());
    assertEquals("监管员", made.by());
    assertEquals("工程延期", made.reason());
    assertEquals(Times.format(LATER), made.row().text("entered_at"), "not when it was asked for");
    assertEquals(1, found(id).outcome().orElseThrow().version());
    assertEquals(1, server.ask("select count(*) from audit where action = 'plan-edit'"));
  }

  @Test
  void anotherVersionInBetweenLeavesItWaiting() throws Exception {
    edit(permit("Z1"), 0);
    PlanRow longer = permit("Z1", OWN, NOW.plusSeconds(3600), NOW.plus(Duration.ofDays(19)));
    long id = ask(longer, 1);
    edit(permit("Z1", OWN, NOW.plusSeconds(7200), NOW.plus(Duration.ofDays(9))), 1);
    assertEquals(Why.STALE, refused(() -> store.take(id, at(LATER, ""))));
    assertEquals(Optional.empty(), found(id).outcome());
    assertEquals(2, found(id).onFile());
    assertEquals(2, permitOnFile("Z1").version(), "as the other one left it");
    store.close(id, Decision.WITHDRAWN, at(LATER, ""));
    long again = ask(longer, 2);
    store.take(again, at(NOW, ""));
    assertEquals(3, permitOnFile("Z1").version());
    assertEquals(longer.text("valid_to"), permitOnFile("Z1").row().text("valid_to"));
  }

  @Test
  void goesWithThePermitThatIsOnFile() throws Exception {
    edit(permit("Z1"), 0);
    edit(permit("Z2", FOREIGN, NOW.plusSeconds(3600), NOW.plus(Duration.ofDays(9))), 0);
    edit(permit("Z3", OWN, NOW.minusSeconds(3600), NOW.plus(Duration.ofDays(9))), 0);
    assertEquals(Why.TAKEN_ID, refused(() -> ask(permit("Z1"), 0)));
    assertEquals(Why.NO_CHANGE, refused(() -> ask(permit("Z1"), 1)));
    assertEquals(Why.STALE, refused(() -> ask(permit("Z1"), 2)));
    assertEquals(Why.UNKNOWN, refused(() -> ask(permit("Z2"), 1)));
    assertEquals(Why.UNKNOWN, refused(() -> ask(permit("Z9"), 1)));
    assertEquals(
        Why.REFUSED_EDIT,
        refused(
            () -> ask(permit("Z3", OWN, NOW.minusSeconds(7200), NOW.plus(Duration.ofDays(9))), 1)));
    ask(permit("Z3", OWN, NOW.minusSeconds(3600), NOW.plus(Duration.ofDays(10))), 1);
    assertEquals(
        Why.WAITING, refused(() -> ask(permit("Z3", OWN, NOW.minusSeconds(3600), NOW), 1)));
  }

  @Test
  void whatRunsOutWhileItWaitsIsNotExtended() throws Exception {
    edit(permit("Z1", OWN, NOW.minusSeconds(3600), NOW.plusSeconds(60)), 0);
    long id = ask(permit("Z1", OWN, NOW.minusSeconds(3600), NOW.plus(Duration.ofDays(3))), 1);
    assertEquals(Why.REFUSED_EDIT, refused(() -> store.take(id, at(NOW.plusSeconds(60), ""))));
    assertEquals(Optional.empty(), found(id).outcome());
    store.take(id, at(NOW.plusSeconds(59), ""));
    assertEquals(2, permitOnFile("Z1").version());
  }

  @Test
  void isNotTakenInForAVehicleThatIsAnotherCompanysByNow() {
    long id = ask(permit("Z1"), 0);
    database.update("update vehicle set company_id = 2 where plate = ?", OWN);
    assertEquals(Why.MOVED, refused(() -> store.take(id, at(LATER, ""))));
    assertTrue(queries.find(id, Scope.ofCompany(1)).isEmpty());
    assertTrue(queries.find(id, Scope.ofCompany(2)).isEmpty());
    store.close(id, Decision.REFUSED, at(LATER, "车辆已过户"));
    assertEquals(0, server.ask("select count(*) from permit"));
  }

  @Test
  void isNotTakenInWhereThePermitsVehicleOfBeforeIsAnotherCompanysByNow() throws Exception {
    database.update(
        "insert into vehicle (plate, kind, company_id, sensors) values (?, 'MUCK_TRUCK', 1, '')",
        SECOND);
    edit(permit("Z1"), 0);
    PlanRow moved = permit("Z1", SECOND, NOW.plusSeconds(3600), NOW.plus(Duration.ofDays(9)));
    long id = store.add(new NewRequest(1, 3, moved, 1, "换车", 1), NOW);
    database.update("update vehicle set company_id = 2 where plate = ?", OWN);
    assertEquals(Why.MOVED, refused(() -> store.take(id, at(NOW, ""))));
    assertEquals(OWN, permitOnFile("Z1").row().text("plate"), "the permit of the other company");
    for (int company : List.of(1, 2)) {
      assertTrue(queries.find(id, Scope.ofCompany(company)).isEmpty(), "company " + company);
    }
    database.update("update vehicle set company_id = 1 where plate = ?", OWN);
    assertTrue(queries.find(id, Scope.ofCompany(1)).isPresent());
    store.take(id, at(NOW, ""));
    assertEquals(SECOND, permitOnFile("Z1").row().text("plate"));
  }

  @Test
  void whoAskedDoesNotDecideOnIt() {
    long id = ask(permit("Z1"), 0);
    Decider asker = new Decider(1, "127.0.0.1", NOW, NOW, "可以");
    assertEquals(Why.OWN, refused(() -> store.take(id, asker)));
    assertEquals(Why.OWN, refused(() -> store.close(id, Decision.REFUSED, asker)));
    assertEquals(Optional.empty(), found(id).outcome());
    assertEquals(0, server.ask("select count(*) from permit"));
    store.close(id, Decision.WITHDRAWN, asker);
    assertEquals(Decision.WITHDRAWN, found(id).outcome().orElseThrow().decision());
    assertEquals(Why.DECIDED, refused(() -> store.take(id, asker)));
  }

  @Test
  void fiftyWhoDecideAtOnceDecideOnce() throws Exception {
    for (int round = 0; round < 4; round++) {
      long id = ask(permit("Z" + round), 0);
      Decision[] all = Decision.values();
      List<Callable<Boolean>> deciders =
          IntStream.range(0, EDITORS)
              .<Callable<Boolean>>mapToObj(i -> () -> decides(id, all[i % all.length], "" + i))
              .toList();
      assertEquals(1, atOnce(deciders), "one decision");
      Decision made = found(id).outcome().orElseThrow().decision();
      assertEquals(
          made == Decision.TAKEN ? 1 : 0,
          database
              .query(
                  "select count(*) from plan_version where object_id = ?",
                  row -> row.getLong(1),
                  "Z" + round)
              .get(0),
          "the plan goes with it: " + made);
    }
  }

  private boolean decides(long id, Decision decision, String reason) {
    try {
      if (decision == Decision.TAKEN) {
        store.take(id, at(LATER, reason));
      } else {
        store.close(id, decision, at(LATER, reason));
      }
      return true;
    } catch (KeepingRefusal e) {
      assertEquals(Why.DECIDED, e.why());
      return false;
    }
  }

  @Test
  void fiftyWhoAskAtOnceAskOnceAndOfTwoCompaniesOneGetsTheId() throws Exception {
    List<Callable<Boolean>> askers =
        IntStream.range(0, EDITORS)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      try {
                        return ask(permit("Z1"), 0) > 0;
                      } catch (KeepingRefusal e) {
                        assertEquals(Why.WAITING, e.why());
                        return false;
                      }
                    })
            .toList();
    assertEquals(1, atOnce(askers));
    PlanRow theirs = permit("Z1", FOREIGN, NOW, NOW.plus(Duration.ofDays(9)));
    long other = store.add(new NewRequest(2, 2, theirs, 0, "也要", 1), NOW);
    store.take(queries.all(State.WAITING, Scope.ofCompany(1), NOW, 9).get(0).id(), at(LATER, ""));
    assertEquals(Why.TAKEN_ID, refused(() -> store.take(other, at(LATER, ""))));
    assertEquals(Optional.empty(), found(other).outcome());
  }

  private static long atOnce(List<Callable<Boolean>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Boolean> done = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(work)) {
        done.add(one.get());
      }
      return done.stream().filter(yes -> yes).count();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void decisionsAreShownForThirtyDays() {
    long id = ask(permit("Z1"), 0);
    assertEquals(List.of(), queries.all(State.DECIDED, Scope.CITY, NOW, 9));
    store.close(id, Decision.REFUSED, at(NOW, "缺材料"));
    assertEquals(List.of(), queries.all(State.WAITING, Scope.CITY, NOW, 9));
    Instant last = NOW.plus(Duration.ofDays(30));
    assertEquals(1, queries.all(State.DECIDED, Scope.CITY, last, 9).size());
    assertEquals(List.of(), queries.all(State.DECIDED, Scope.CITY, last.plusSeconds(1), 9));
  }

  @Test
  void nothingOfItIsEverRemovedOrRewritten() {
    long id = ask(permit("Z1"), 0);
    store.close(id, Decision.REFUSED, at(LATER, "缺材料"));
    ask(permit("Z2"), 0);
    for (String sql :
        List.of(
            "delete from permit_request",
            "update permit_request set note = 'x' where state = 'WAITING'",
            "update permit_request set reason = 'x' where state = 'REFUSED'")) {
      assertThrows(StoreException.class, () -> database.update(sql), sql);
    }
  }
}
