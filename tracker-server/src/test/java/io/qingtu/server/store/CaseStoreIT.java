package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.CaseStore.Accepted;
import io.qingtu.server.store.CaseStore.Fate;
import io.qingtu.server.store.CaseStore.Filing;
import io.qingtu.server.store.CaseStore.StaleCaseException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseStoreIT {
  /** Monday, 09:00 in the city. */
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private static final int CLERK = 1;
  private static final int HANDLER = 2;
  private static final int VERIFIER = 3;

  private TestDatabase server;
  private Database database;
  private CaseStore store;
  private CaseQueries queries;

  @BeforeAll
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new CaseStore(database, () -> WorkCalendar.USUAL);
    queries = new CaseQueries(database);
    database.update("insert into company (name, kind) values ('甲', 'OPERATOR'), ('一中队', 'SQUAD')");
    database.update(
        "insert into vehicle (plate, kind, company_id) values ('鲁V00001', 'MUCK_TRUCK', 1)");
    for (String name : List.of("clerk", "handler", "verifier")) {
      database.update(
          "insert into app_user (login, display_name, role, password_hash)"
              + " values (?, ?, 'SUPERVISOR', '')",
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

  @Test
  void opensACaseOnceAndJoinsWhatIsOfTheSame() {
    Accepted opened = store.accept(finding("a", CaseType.SPILL, 119.1, "B", "鲁V00001"), NOW);
    assertEquals(Fate.OPENED, opened.fate());
    assertEquals(
        new Accepted(opened.caseId(), Fate.KNOWN),
        store.accept(finding("a", CaseType.SPILL, 119.1, "B", "鲁V00001"), NOW));
    assertEquals(
        new Accepted(opened.caseId(), Fate.MERGED),
        store.accept(finding("b", CaseType.SPILL, 119.1005, "A", ""), NOW));
    assertEquals(
        Fate.OPENED, store.accept(finding("c", CaseType.SPILL, 119.12, "", ""), NOW).fate());
    assertEquals(
        Fate.OPENED, store.accept(finding("d", CaseType.LITTER, 119.1, "", ""), NOW).fate());
    CaseRow row = queries.find(opened.caseId(), Scope.CITY).orElseThrow();
    assertEquals("A", row.grade());
    assertEquals("鲁V00001", row.plate());
    assertEquals(2, row.sources());
  }

  @Test
  void devicesThatFailInOneDepotAreAsManyCasesAsVehicles() {
    database.update(
        "insert into vehicle (plate, kind, company_id)"
            + " select '鲁V00002', kind, company_id from vehicle where plate = '鲁V00001'");
    long first = store.accept(finding("k", CaseType.DEVICE, 119.8, "", "鲁V00001"), NOW).caseId();
    Accepted other = store.accept(finding("l", CaseType.DEVICE, 119.8, "", "鲁V00002"), NOW);
    assertEquals(Fate.OPENED, other.fate());
    assertEquals(
        new Accepted(first, Fate.MERGED),
        store.accept(finding("m", CaseType.DEVICE, 119.8, "", "鲁V00001"), NOW));
  }

  /**
   * Whoever comes first: a report of no company's joins either, and what it has become stays so.
   */
  @Test
  void twoCompaniesTrucksInOnePlaceAreTwoCases() {
    database.update("insert into company (name, kind) values ('乙', 'OPERATOR')");
    database.update(
        "insert into vehicle (plate, kind, company_id)"
            + " select '鲁V00003', 'MUCK_TRUCK', id from company where name = '乙'");
    long report = store.accept(finding("n", CaseType.SPILL, 119.9, "", ""), NOW).caseId();
    assertEquals(
        new Accepted(report, Fate.MERGED),
        store.accept(finding("o", CaseType.SPILL, 119.9, "B", "鲁V00003"), NOW));
    Accepted other = store.accept(finding("p", CaseType.SPILL, 119.9, "B", "鲁V00001"), NOW);
    assertEquals(Fate.OPENED, other.fate());
    assertEquals(
        new Accepted(report, Fate.MERGED),
        store.accept(finding("q", CaseType.SPILL, 119.9, "B", "鲁V00003"), NOW));
    assertEquals(
        new Accepted(other.caseId(), Fate.MERGED),
        store.accept(finding("r", CaseType.SPILL, 119.9, "B", "鲁V00001"), NOW));
    assertEquals("鲁V00003", queries.find(report, Scope.CITY).orElseThrow().plate());
    assertEquals("鲁V00001", queries.find(other.caseId(), Scope.CITY).orElseThrow().plate());
  }

  @Test
  void opensANewCaseWhereTheOldOneIsDone() throws Exception {
    long old = store.accept(finding("e", CaseType.WATER, 119.2, "", ""), NOW).caseId();
    take(old, 0, Move.REFUSE, CLERK, "no water there");
    Accepted again = store.accept(finding("f", CaseType.WATER, 119.2, "", ""), NOW);
    assertEquals(Fate.OPENED, again.fate());
  }

  @Test
  void keepsWhatTheStepsHaveMade() throws Exception {
    long id = store.accept(finding("g", CaseType.LITTER, 119.3, "", ""), NOW).caseId();
    take(id, 0, Move.FILE, CLERK, "");
    store.step(id, new Filing(1, dispatch(CLERK, 2), Optional.empty(), ""));
    take(id, 2, Move.BEGIN, HANDLER, "");
    CaseFile answered = take(id, 3, Move.ANSWER, HANDLER, "cleared");
    CaseRow row = queries.find(id, Scope.CITY).orElseThrow();
    assertEquals(Stage.FEEDBACK, row.stage());
    assertEquals("一中队", row.side());
    assertEquals(4, row.version());
    assertEquals(answered.deadline(WorkCalendar.USUAL).orElseThrow().due(), row.dueAt());
    assertEquals(
        CaseRefusal.Reason.FOUR_EYES,
        assertThrows(CaseRefusal.class, () -> take(id, 4, Move.VERIFY, HANDLER, "")).reason());
    assertEquals(4, queries.steps(id, Scope.CITY).size());
    assertEquals(List.of(id), ids(Scope.ofCompany(2)));
    assertEquals(List.of(), ids(Scope.NOTHING));
  }

  @Test
  void letsOneOfFiftyEditorsMoveACaseAndLosesNothingOfTheirWork() throws Exception {
    long id = store.accept(finding("h", CaseType.MANHOLE, 119.4, "", ""), NOW).caseId();
    List<Integer> won =
        Editors.atOnce(
            editor -> {
              try {
                take(id, 0, Move.URGE, CLERK, "editor " + editor);
                return 1;
              } catch (StaleCaseException e) {
                return 0;
              }
            });
    assertEquals(1, won.stream().mapToInt(Integer::intValue).sum());
    Editors.atOnce(editor -> urgeUntilTaken(id, editor));
    List<CaseQueries.StepRow> steps = queries.steps(id, Scope.CITY);
    assertEquals(
        IntStream.rangeClosed(1, Editors.MANY + 1).boxed().toList(),
        steps.stream().map(CaseQueries.StepRow::version).toList());
    assertEquals(
        Editors.MANY, steps.stream().skip(1).map(CaseQueries.StepRow::note).distinct().count());
  }

  @Test
  void holdsTheFourEyesWhereEditorsHandleAndVerifyAtOnce() throws Exception {
    long id = store.accept(finding("i", CaseType.HEATING, 119.5, "", ""), NOW).caseId();
    take(id, 0, Move.FILE, CLERK, "");
    store.step(id, new Filing(1, dispatch(CLERK, 2), Optional.empty(), ""));
    take(id, 2, Move.BEGIN, HANDLER, "");
    take(id, 3, Move.ANSWER, HANDLER, "warm again");
    List<Integer> verified =
        Editors.atOnce(
            editor -> {
              int actor = editor % 2 == 0 ? HANDLER : VERIFIER;
              try {
                take(id, 4, Move.VERIFY, actor, "");
                return actor;
              } catch (StaleCaseException | CaseRefusal e) {
                return 0;
              }
            });
    assertEquals(List.of(VERIFIER), verified.stream().filter(a -> a != 0).toList());
  }

  @Test
  void takesOneOfFiftyRequestsForMoreTimeAndOneOfFiftyDecisions() throws Exception {
    long id = begun("u", 119.41);
    Instant due = row(id).dueAt();
    List<Integer> asked = Editors.atOnce(editor -> wins(() -> ask(id, 3, HANDLER, 1 + editor % 4)));
    assertEquals(1, asked.stream().mapToInt(Integer::intValue).sum());
    assertEquals(Extension.State.ASKED, row(id).extension());
    assertEquals(due, row(id).dueAt());
    Limit extra = row(id).extra();
    List<Integer> decided =
        Editors.atOnce(
            editor ->
                wins(
                    () -> {
                      int actor = editor % 3 == 0 ? HANDLER : VERIFIER;
                      Move move = editor % 2 == 0 ? Move.EXTEND : Move.REFUSE_EXTENSION;
                      take(id, 4, move, actor, "editor " + editor);
                    }));
    assertEquals(1, decided.stream().mapToInt(Integer::intValue).sum());
    List<CaseQueries.StepRow> steps = queries.steps(id, Scope.CITY);
    CaseQueries.StepRow last = steps.get(4);
    assertEquals(5, steps.size());
    assertEquals(extra, steps.get(3).extra());
    assertEquals("verifier", last.actor());
    boolean granted = last.move() == Move.EXTEND;
    assertEquals(granted, row(id).extended());
    Limit limit = new Limit(4 + extra.amount(), Limit.Unit.WORKING_HOUR);
    Instant later = WorkCalendar.USUAL.end(NOW.plusSeconds(60), limit);
    assertEquals(granted ? later : due, row(id).dueAt());
  }

  @Test
  void keepsWhatWasAskedForAndForgetsItWithTheWork() throws Exception {
    long id = begun("v", 119.42);
    ask(id, 3, HANDLER, 2.5);
    assertEquals(Limit.workingHours(2.5), row(id).extra());
    assertEquals(Extension.State.ASKED, store.file(id).orElseThrow().extension().state());
    take(id, 4, Move.ANSWER, HANDLER, "done already");
    assertEquals(Extension.State.NONE, row(id).extension());
    assertNull(row(id).extra());
  }

  /** The bureau's hours change: what runs goes on as it was set, what begins then goes by them. */
  @Test
  void leavesALimitThatRunsWhereItWasSet() throws Exception {
    long id = begun("w", 119.43);
    Instant due = row(id).dueAt();
    WorkCalendar half =
        new WorkCalendar(
            List.of(new WorkCalendar.Span(LocalTime.of(8, 30), LocalTime.of(10, 30))), Map.of());
    CaseStore then = new CaseStore(database, () -> half);
    Step urge =
        new Step(
            Move.URGE, CLERK, NOW.plusSeconds(90), 0, Optional.empty(), Optional.empty(), "soon");
    then.step(id, new Filing(3, urge, Optional.empty(), ""));
    assertEquals(due, row(id).dueAt());
    Step answer =
        new Step(
            Move.ANSWER, HANDLER, NOW.plusSeconds(90), 0, Optional.empty(), Optional.empty(), "ok");
    then.step(id, new Filing(4, answer, Optional.empty(), ""));
    assertEquals(
        half.end(NOW.plusSeconds(90), Limit.workingHours(2)),
        row(id).dueAt(),
        "two hours of checking");
    List<Instant> filed =
        database.query(
            "select due_at from case_step where case_id = ? order by version",
            r -> Database.instant(r, "due_at"),
            id);
    assertEquals(List.of(due, due, row(id).dueAt()), filed.subList(2, 5));
  }

  private interface Attempt {
    void run() throws StaleCaseException, CaseRefusal;
  }

  private static int wins(Attempt attempt) {
    try {
      attempt.run();
      return 1;
    } catch (StaleCaseException | CaseRefusal e) {
      return 0;
    }
  }

  private long begun(String source, double longitude) throws Exception {
    long id = store.accept(finding(source, CaseType.MANHOLE, longitude, "", ""), NOW).caseId();
    take(id, 0, Move.FILE, CLERK, "");
    store.step(id, new Filing(1, dispatch(CLERK, 2), Optional.empty(), ""));
    take(id, 2, Move.BEGIN, HANDLER, "");
    return id;
  }

  private void ask(long id, int version, int actor, double hours)
      throws StaleCaseException, CaseRefusal {
    Step step =
        new Step(
            Move.ASK_EXTENSION,
            actor,
            NOW.plusSeconds(60),
            0,
            Optional.empty(),
            Optional.empty(),
            "the crane is away",
            Optional.of(Limit.workingHours(hours)));
    store.step(id, new Filing(version, step, Optional.empty(), ""));
  }

  private CaseRow row(long id) {
    return queries.find(id, Scope.CITY).orElseThrow();
  }

  @Test
  void makesOneCaseOfFiftyReportsAtOnce() throws Exception {
    Map<Fate, Long> fates =
        Editors.atOnce(
                editor ->
                    store.accept(finding("j" + editor, CaseType.OTHER, 119.6, "", ""), NOW).fate())
            .stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertEquals(Map.of(Fate.OPENED, 1L, Fate.MERGED, Editors.MANY - 1L), fates);
    List<Fate> same =
        Editors.atOnce(
            editor -> store.accept(finding("same", CaseType.DEVICE, 119.7, "", ""), NOW).fate());
    assertEquals(1, same.stream().filter(f -> f == Fate.OPENED).count());
    assertEquals(Editors.MANY - 1, same.stream().filter(f -> f == Fate.KNOWN).count());
  }

  private int urgeUntilTaken(long id, int editor) throws Exception {
    while (true) {
      int version = queries.find(id, Scope.CITY).orElseThrow().version();
      try {
        take(id, version, Move.URGE, CLERK, "again, editor " + editor);
        return version;
      } catch (StaleCaseException e) {
        // somebody else was quicker: looks again
      }
    }
  }

  private CaseFile take(long id, int version, Move move, int actor, String note)
      throws StaleCaseException, CaseRefusal {
    Step step =
        new Step(move, actor, NOW.plusSeconds(60), 0, Optional.empty(), Optional.empty(), note);
    return store.step(id, new Filing(version, step, Optional.empty(), "")).file();
  }

  private static Step dispatch(int actor, int side) {
    return new Step(
        Move.DISPATCH, actor, NOW.plusSeconds(60), side, Optional.empty(), Optional.empty(), "");
  }

  private List<Long> ids(Scope scope) {
    CaseFilter all =
        new CaseFilter(
            Optional.of(Stage.FEEDBACK),
            Optional.of(CaseType.LITTER),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return queries.page(all, scope, 10).stream().map(CaseRow::id).toList();
  }

  private static NewFinding finding(
      String id, CaseType type, double longitude, String grade, String plate) {
    return new NewFinding(
        "test", id, type, "found", NOW, longitude, 36.7, Double.NaN, grade, plate, "{}", "");
  }
}
