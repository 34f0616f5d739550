package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.ProposalRefusal.Why;
import io.qingtu.server.store.ProposalStore.NewProposal;
import io.qingtu.server.store.ProposalStore.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals of parameters and what becomes of them; four eyes also against raw SQL. */
class ProposalStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-16T04:00:00Z");

  private TestDatabase server;
  private Database database;
  private ParameterStore versions;
  private ProposalStore proposals;
  private TrialStore trials;
  private int author;
  private int owner;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    versions = new ParameterStore(database);
    proposals = new ProposalStore(database);
    trials = new TrialStore(database);
    UserStore users = new UserStore(database);
    users.add("guan", "管理员", Role.ADMINISTRATOR, Optional.empty(), "x");
    users.add("gui", "审批人", Role.RULE_OWNER, Optional.empty(), "x");
    author = (int) server.ask("select id from app_user where login = 'guan'");
    owner = (int) server.ask("select id from app_user where login = 'gui'");
    versions.fileFirst(Parameters.with(Map.of("v_cov", 12.0)), NOW);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private long propose(int base, String company, double vCov, Optional<Instant> from) {
    Map<String, Double> changed = Map.of("v_cov", vCov);
    long trial = trials.add(new TrialStore.Wish(author, NOW, NOW, company, changed), NOW);
    trials.finish(trial, new LedgerDifference(List.of(), List.of()), NOW);
    return proposals.add(
        new NewProposal(base, company, changed, "试算后误报更少", from, trial, author), NOW);
  }

  private Verdict approval() {
    return new Verdict(Decision.APPROVED, "同意", owner);
  }

  private double coverSpeed(Instant at) {
    return versions.inForce(at).orElseThrow().parameters().get(Parameter.V_COV);
  }

  private Why refusal(long id, Verdict verdict) {
    return assertThrows(ProposalRefusal.class, () -> proposals.decide(id, verdict, NOW)).why();
  }

  @Test
  void theConfigurationIsForTheFirstStartOnly() {
    versions.fileFirst(Parameters.DEFAULTS, NOW.plusSeconds(9));
    assertEquals(12, coverSpeed(NOW));
    assertEquals(12, coverSpeed(Instant.EPOCH), "in force since ever");
    assertEquals(1, versions.all().size());
  }

  @Test
  void anApprovedProposalIsTheNextVersionFromItsMomentOn() {
    Instant from = NOW.plusSeconds(3600);
    long id = propose(1, "", 15, Optional.of(from));
    ParameterVersion version = proposals.decide(id, approval(), NOW).orElseThrow();
    assertEquals(2, version.number());
    assertEquals(from, version.inForceFrom());
    assertEquals(12, coverSpeed(from.minusMillis(1)));
    assertEquals(15, coverSpeed(from));
    assertEquals(
        RuleSet.VERSION + "+" + version.parameters().fingerprint(),
        version.ruleSet(),
        "what alerts carry");
    assertTrue(
        new RuleSetStore(database)
            .findParameters(version.ruleSet(), "")
            .orElseThrow()
            .contains("\"v_cov\": 15.0"));
    assertEquals("审批人", proposals.find(id, author).orElseThrow().decidedBy());
  }

  @Test
  void aMomentThatHasPassedIsTheApprovalsAndNeverBeforeTheVersionBefore() {
    Instant later = NOW.plusSeconds(600);
    proposals.decide(propose(1, "", 15, Optional.of(later)), approval(), NOW);
    ParameterVersion second =
        proposals
            .decide(propose(2, "", 16, Optional.of(NOW.minusSeconds(60))), approval(), NOW)
            .orElseThrow();
    assertEquals(later, second.inForceFrom());
    assertEquals(16, coverSpeed(later), "the newer of two of one moment");
    assertEquals(12, coverSpeed(NOW));
  }

  @Test
  void aFleetsNumbersAreOnFileUnderTheCitysVersion() {
    database.update("insert into company (name) values ('甲公司')");
    database.update(
        "insert into vehicle (plate, kind, company_id, sensors)"
            + " select '鲁V1', 'MUCK_TRUCK', id, '' from company where name = '甲公司'");
    ParameterVersion version =
        proposals.decide(propose(1, "甲公司", 20, Optional.empty()), approval(), NOW).orElseThrow();
    RuleSetStore ruleSets = new RuleSetStore(database);
    assertEquals(12, version.parameters().get(Parameter.V_COV));
    assertEquals(20, version.parameters().ofFleet("甲公司").get(Parameter.V_COV));
    assertTrue(
        ruleSets.findParameters(version.ruleSet(), "鲁V1").orElseThrow().contains("\"v_cov\": 20"));
    assertTrue(
        ruleSets.findParameters(version.ruleSet(), "鲁V2").orElseThrow().contains("\"v_cov\": 12"));
  }

  @Test
  void nobodyDecidesOnTheOwnProposalOrASecondTime() {
    long id = propose(1, "", 15, Optional.empty());
    assertEquals(Why.OWN, refusal(id, new Verdict(Decision.APPROVED, "自批", author)));
    assertEquals(Why.OWN, refusal(id, new Verdict(Decision.REJECTED, "自驳", author)));
    assertEquals(Why.OWN, refusal(id, new Verdict(Decision.WITHDRAWN, "代撤", owner)));
    assertEquals(
        Optional.empty(), proposals.decide(id, new Verdict(Decision.REJECTED, "依据不足", owner), NOW));
    assertEquals(Why.DECIDED, refusal(id, approval()));
    assertEquals(Why.UNKNOWN, refusal(id + 1, approval()));
    assertEquals(1, versions.all().size());
  }

  @Test
  void waitsForTheTrial() {
    Map<String, Double> changed = Map.of("v_cov", 15.0);
    long trial = trials.add(new TrialStore.Wish(author, NOW, NOW, "", changed), NOW);
    long id =
        proposals.add(new NewProposal(1, "", changed, "x", Optional.empty(), trial, author), NOW);
    assertEquals(Why.TRIAL_UNFINISHED, refusal(id, approval()));
    trials.fail(trial, "no room", NOW);
    assertEquals(2, proposals.decide(id, approval(), NOW).orElseThrow().number());
  }

  @Test
  void ofTwoApprovalsAtOnceOnOneBaseOnlyOneHolds() throws Exception {
    long[] both = {propose(1, "", 15, Optional.empty()), propose(1, "", 18, Optional.empty())};
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Optional<ParameterVersion>>> answers =
          two.invokeAll(
              List.<Callable<Optional<ParameterVersion>>>of(
                  () -> proposals.decide(both[0], approval(), NOW),
                  () -> proposals.decide(both[1], approval(), NOW)));
      int refused = 0;
      for (Future<Optional<ParameterVersion>> answer : answers) {
        try {
          answer.get();
        } catch (ExecutionException e) {
          assertEquals(Why.OUTDATED, ((ProposalRefusal) e.getCause()).why());
          refused++;
        }
      }
      assertEquals(1, refused);
      assertEquals(2, versions.all().size());
    } finally {
      two.shutdown();
    }
  }

  @Test
  void theTablesThemselvesRefuse() {
    long own = propose(1, "", 15, Optional.empty());
    String approve =
        "update parameter_proposal set decision = 'APPROVED', decided_by = ?, decided_at = now()"
            + " where id = ?";
    assertThrows(StoreException.class, () -> database.update(approve, author, own));
    String version =
        "insert into parameter_version (number, rule_set, city, fleets, in_force_from, filed_at,"
            + " proposal_id) select ?, rule_set, city, fleets, now(), now(), ?"
            + " from parameter_version where number = 1";
    assertThrows(StoreException.class, () -> database.update(version, 2, own), "undecided");
    assertThrows(StoreException.class, () -> database.update(version, 2, null), "of nobody");
    database.update(approve, owner, own);
    assertThrows(StoreException.class, () -> database.update(version, 3, own), "another base");
    assertEquals(1, database.update(version, 2, own));
    assertThrows(
        StoreException.class, () -> database.update("update parameter_version set city = '{}'"));
    assertThrows(
        StoreException.class,
        () -> database.update("delete from parameter_version where number = 2"));
    assertThrows(
        StoreException.class,
        () -> database.update("update parameter_proposal set reason = 'y' where id = ?", own));
  }
}
