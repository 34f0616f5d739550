package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.casework.CaseLimits;
import io.qingtu.route.casework.CaseLimits.Row;
import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.Term;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.CaseLimitProposals.NewProposal;
import io.qingtu.server.store.CaseStore.Filing;
import io.qingtu.server.store.CaseStore.StaleCaseException;
import io.qingtu.server.store.ProposalRefusal.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseLimitStoreIT {
  /** Monday, 09:00 in the city. */
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private static final int AUTHOR = 1;
  private static final int OWNER = 2;
  private static final Row FILING = new Row(CaseType.LITTER, Term.FILING);
  private static final Row HANDLING = new Row(CaseType.LITTER, Term.HANDLING);

  private TestDatabase server;
  private Database database;
  private CaseLimitStore versions;
  private CaseLimitProposals proposals;
  private CaseStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    versions = new CaseLimitStore(database);
    proposals = new CaseLimitProposals(database);
    store = new CaseStore(database, () -> WorkCalendar.USUAL);
    database.update("insert into company (name, kind) values ('一中队', 'SQUAD')");
    for (String name : List.of("author", "owner")) {
      database.update(
          "insert into app_user (login, display_name, role, password_hash)"
              + " values (?, ?, 'ADMINISTRATOR', '')",
          name,
          name);
    }
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void beginsWithWhatIsUsual() {
    assertEquals(List.of(CaseLimitVersion.FIRST), versions.all());
    assertEquals(CaseLimits.USUAL, versions.all().get(0).limits());
  }

  @Test
  void becomesAVersionWhenSomebodyElseApproves() {
    long id = propose(1, HANDLING, Limit.workingDays(1), null);
    assertEquals(Why.OWN, refusal(id, Decision.APPROVED, AUTHOR));
    assertEquals(Why.OWN, refusal(id, Decision.WITHDRAWN, OWNER));
    assertEquals(1, versions.all().size());
    decide(id, Decision.APPROVED, OWNER, NOW.plusSeconds(5));
    CaseLimitVersion version = versions.all().get(0);
    assertEquals(2, version.number());
    assertEquals(NOW.plusSeconds(5), version.inForceFrom());
    assertEquals(
        CaseLimits.USUAL.changed(Map.of(HANDLING, Limit.workingDays(1))), version.limits());
    CaseLimitProposal row = proposals.find(id, OWNER).orElseThrow();
    assertEquals(Map.of("LITTER/HANDLING", Limit.workingDays(1)), row.changed());
    assertEquals("owner", row.decidedBy());
    assertEquals(Why.DECIDED, refusal(id, Decision.REJECTED, OWNER));
  }

  @Test
  void becomesNoneWhereItIsRejectedOrWithdrawn() {
    decide(propose(1, HANDLING, Limit.workingDays(1), null), Decision.REJECTED, OWNER, NOW);
    decide(propose(1, HANDLING, Limit.workingDays(2), null), Decision.WITHDRAWN, AUTHOR, NOW);
    assertEquals(List.of(CaseLimitVersion.FIRST), versions.all());
    assertEquals(2, proposals.newest(10, AUTHOR).size());
  }

  @Test
  void comesIntoForceWhenItAsksForButNotBeforeItIsApproved() {
    Instant later = NOW.plus(Duration.ofDays(3));
    decide(propose(1, HANDLING, Limit.workingDays(1), later), Decision.APPROVED, OWNER, NOW);
    assertEquals(later, versions.all().get(0).inForceFrom());
    Instant past = NOW.minus(Duration.ofDays(3));
    decide(propose(2, HANDLING, Limit.workingDays(2), past), Decision.APPROVED, OWNER, NOW);
    assertEquals(later, versions.all().get(0).inForceFrom(), "nor before what it changes");
  }

  @Test
  void refusesALimitThatCannotBeByItsRow() {
    String told =
        assertThrows(
                IllegalArgumentException.class,
                () -> propose(1, FILING, Limit.workingHours(0), null))
            .getMessage();
    assertTrue(told.startsWith("LITTER/FILING: 0.0 WORKING_HOUR"), told);
    assertEquals(List.of(), proposals.newest(10, AUTHOR));
  }

  @Test
  void makesOneVersionOfFiftyProposalsOnOneBase() throws Exception {
    List<Long> ids =
        Editors.atOnce(editor -> propose(1, HANDLING, Limit.workingHours(1 + editor), null));
    List<Boolean> approved =
        Editors.atOnce(
            editor -> {
              try {
                decide(ids.get(editor), Decision.APPROVED, OWNER, NOW);
                return true;
              } catch (ProposalRefusal e) {
                assertEquals(Why.OUTDATED, e.why());
                return false;
              }
            });
    assertEquals(1, approved.stream().filter(a -> a).count());
    int winner = approved.indexOf(true);
    assertEquals(2, versions.all().size());
    assertEquals(
        Limit.workingHours(1 + winner),
        versions.all().get(0).limits().of(CaseType.LITTER, Term.HANDLING));
    assertEquals(
        Why.OUTDATED,
        assertThrows(ProposalRefusal.class, () -> propose(1, HANDLING, Limit.workingHours(2), null))
            .why());
  }

  @Test
  void decidesOnOneProposalOnce() throws Exception {
    long id = propose(1, HANDLING, Limit.workingDays(1), null);
    List<Boolean> decided =
        Editors.atOnce(
            editor -> {
              try {
                Decision decision = editor % 2 == 0 ? Decision.APPROVED : Decision.REJECTED;
                decide(id, decision, OWNER, NOW);
                return true;
              } catch (ProposalRefusal e) {
                return false;
              }
            });
    assertEquals(1, decided.stream().filter(d -> d).count());
    boolean taken = proposals.find(id, OWNER).orElseThrow().decision() == Decision.APPROVED;
    assertEquals(taken ? 2 : 1, versions.all().size());
  }

  @Test
  void nothingOnFileIsChangedOrRemoved() {
    decide(propose(1, HANDLING, Limit.workingDays(1), null), Decision.APPROVED, OWNER, NOW);
    for (String sql :
        List.of(
            "update case_limit_version set limits = '{}'",
            "delete from case_limit_version",
            "update case_limit_proposal set reason = 'another'",
            "delete from case_limit_proposal")) {
      assertThrows(StoreException.class, () -> database.update(sql), sql);
    }
  }

  /** What had begun keeps its end, even where a later step writes the case anew. */
  @Test
  void countsForWhatBeginsAfterItCameIntoForce() throws Exception {
    long before = accept("a", 119.1, NOW);
    Instant due = due(before);
    assertEquals(NOW.plus(Duration.ofMinutes(30)), due);
    Instant from = NOW.plusSeconds(60);
    long id =
        proposals.add(
            new NewProposal(
                1,
                Map.of(
                    FILING, new Limit(3, Limit.Unit.CLOCK_HOUR), HANDLING, Limit.workingHours(1)),
                "r",
                Optional.empty(),
                AUTHOR),
            NOW);
    decide(id, Decision.APPROVED, OWNER, from);
    assertEquals(due, due(before));
    step(before, 0, Move.URGE, from.plusSeconds(1), 0);
    assertEquals(due, due(before));
    long earlier = accept("b", 119.2, from.minusMillis(1));
    assertEquals(from.minusMillis(1).plus(Duration.ofMinutes(30)), due(earlier));
    assertEquals(from.plus(Duration.ofHours(3)), due(accept("c", 119.3, from)));
    Instant filed = from.plusSeconds(2);
    step(before, 1, Move.FILE, filed, 0);
    step(before, 2, Move.DISPATCH, filed, 1);
    step(before, 3, Move.BEGIN, filed, 0);
    assertEquals(WorkCalendar.USUAL.end(filed, Limit.workingHours(1)), due(before));
  }

  private long accept(String source, double longitude, Instant at) {
    return store
        .accept(
            new NewFinding(
                "test",
                source,
                CaseType.LITTER,
                "found",
                NOW,
                longitude,
                36.7,
                Double.NaN,
                "",
                "",
                "{}",
                ""),
            at)
        .caseId();
  }

  private void step(long id, int version, Move move, Instant at, int side)
      throws StaleCaseException, CaseRefusal {
    Step step = new Step(move, OWNER, at, side, Optional.empty(), Optional.empty(), "why");
    store.step(id, new Filing(version, step, Optional.empty(), ""));
  }

  private Instant due(long id) {
    return new CaseQueries(database).find(id, Scope.CITY).orElseThrow().dueAt();
  }

  private long propose(int base, Row row, Limit limit, Instant from) {
    return proposals.add(
        new NewProposal(base, Map.of(row, limit), "r", Optional.ofNullable(from), AUTHOR), NOW);
  }

  private void decide(long id, Decision decision, int user, Instant at) {
    proposals.decide(id, new ProposalStore.Verdict(decision, "seen", user), at);
  }

  private Why refusal(long id, Decision decision, int user) {
    return assertThrows(ProposalRefusal.class, () -> decide(id, decision, user, NOW)).why();
  }
}
