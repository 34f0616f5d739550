package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Refusal;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.report.SignOff.Step;
import io.qingtu.server.store.ReportRunStore.RefusedException;
import io.qingtu.server.store.ReportRunStore.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRunStoreIT {
  private static final Instant AT = Instant.parse("2026-11-17T10:00:00Z");

  private TestDatabase server;
  private Database database;
  private ReportRunStore runs;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    runs = new ReportRunStore(database);
    for (String name : List.of("anna", "boris")) {
      database.update(
          "insert into app_user (login, display_name, role, password_hash) values (?, ?, 'x', '')",
          name,
          name);
    }
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private Run frozen(String week) {
    Period w = Period.parse(week);
    runs.freeze(w, Edition.FORMAL, AT, new byte[] {1, 2, 3}, "abc");
    return runs.find(w, Edition.FORMAL).orElseThrow();
  }

  private Step step(Move move, String who) {
    int id =
        database.query("select id from app_user where login = ?", row -> row.getInt(1), who).get(0);
    return new Step(move, new Signature(id, who, AT), "", "");
  }

  @Test
  void ofTwoProcessesOneFreezes() throws Exception {
    Period week = Period.parse("2026-W40");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> one =
          () -> runs.freeze(week, Edition.EXPRESS, AT, new byte[] {1}, "abc").isPresent();
      int filed = 0;
      for (Future<Boolean> f : two.invokeAll(List.of(one, one))) {
        filed += f.get() ? 1 : 0;
      }
      assertEquals(1, filed);
    } finally {
      two.shutdown();
    }
    assertEquals(1, runs.all().stream().filter(r -> r.period().equals(week)).count());
  }

  @Test
  void whatIsFrozenStays() {
    Run run = frozen("2026-W41");
    assertEquals(
        Optional.empty(), runs.freeze(run.period(), run.edition(), AT, new byte[] {9}, "other"));
    assertArrayEquals(new byte[] {1, 2, 3}, runs.document(run.id()));
    assertEquals(Optional.of(run), runs.find(run.id()));
  }

  @Test
  void aMonthAndItsDaysAreNoWeekThatBeginsWithThem() {
    Run week = frozen("2026-W23");
    Run month = frozen("2026-06");
    Run days = frozen("2026-06-01--2026-06-07");
    assertEquals(week.period().first(), month.period().first());
    for (Run run : List.of(week, month, days)) {
      assertEquals(Optional.of(run), runs.find(run.period(), Edition.FORMAL));
    }
    assertEquals(3, List.of(week.id(), month.id(), days.id()).stream().distinct().count());
  }

  @Test
  void chosenDaysAreFrozenAsOftenAsSomebodyAsks() {
    Run first = frozen("2026-05-04--2026-05-06");
    Run second = frozen("2026-05-04--2026-05-06");
    assertTrue(second.id() > first.id());
    assertEquals(Optional.of(first), runs.find(first.id()));
  }

  @Test
  void isIssuedByASecondPersonOnly() throws Exception {
    Run run = frozen("2026-W42");
    refused(run, 0, step(Move.ISSUE, "anna"), Optional.of(Refusal.NOT_REVIEWED));
    runs.add(run.id(), 0, step(Move.REVIEW, "anna"));
    refused(run, 1, step(Move.ISSUE, "anna"), Optional.of(Refusal.TWO_PERSONS));
    SignOff issued = runs.add(run.id(), 1, step(Move.ISSUE, "boris"));
    assertEquals("anna", issued.reviewer().orElseThrow().name());
    assertEquals("boris", issued.issuer().orElseThrow().name());
    refused(run, 2, step(Move.EDIT, "anna"), Optional.of(Refusal.ISSUED));
  }

  @Test
  void whoHasSeenAnOlderVersionIsRefused() throws Exception {
    Run run = frozen("2026-W43");
    runs.add(run.id(), 0, step(Move.EDIT, "anna"));
    refused(run, 0, step(Move.REVIEW, "boris"), Optional.empty());
    assertTrue(runs.signOff(run.id()).reviewer().isEmpty());
  }

  private void refused(Run run, int version, Step step, Optional<Refusal> why) {
    assertEquals(
        why, assertThrows(RefusedException.class, () -> runs.add(run.id(), version, step)).why());
  }
}
