package io.qingtu.server;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.Decision;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ProposalStore;
import io.qingtu.server.store.TrialStore;
import io.qingtu.server.store.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A process that only receives takes over the numbers that others have let come into force: up to
 * which speed a body that rises is asked for a picture.
 */
class GatewayRulesIT {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Duration LATER = Duration.ofHours(1);

  private final HandClock clock = new HandClock(NOW);
  private Instant time = NOW;

  @Test
  void takesOverParametersWhenTheyComeIntoForce() {
    try (RunningServer running =
        new RunningServer(
            TestDatabase.forClass(getClass()), clock, Map.of("analysis.enabled", "false"))) {
      approve(running.parts().database(), 20, NOW.plus(LATER));
      assertEquals(List.of(5), lift(running, 15, 5), "not yet in force");
      clock.now = NOW.plus(LATER);
      await("the new number counts").until(() -> lift(running, 15, 5), List.of(15, 5)::equals);
      assertEquals(List.of(5), lift(running, 21, 5), "and nothing beyond it");
    }
  }

  /** By two people, with a trial, as it is done on the page. */
  private static void approve(Database database, double kmh, Instant from) {
    new ParameterStore(database).fileFirst(Parameters.DEFAULTS, NOW);
    UserStore users = new UserStore(database);
    users.add("guan", "guan", Role.ADMINISTRATOR, Optional.empty(), "x");
    users.add("gui", "gui", Role.RULE_OWNER, Optional.empty(), "x");
    Map<String, Double> changed = Map.of("lift_kmh", kmh);
    TrialStore trials = new TrialStore(database);
    long trial = trials.add(new TrialStore.Wish(1, NOW, NOW, "", changed), NOW);
    trials.finish(trial, new LedgerDifference(List.of(), List.of()), NOW);
    ProposalStore proposals = new ProposalStore(database);
    long id =
        proposals.add(
            new ProposalStore.NewProposal(1, "", changed, "why", Optional.of(from), trial, 1), NOW);
    proposals.decide(id, new ProposalStore.Verdict(Decision.APPROVED, "yes", 2), NOW);
  }

  /**
   * A body rises once at each speed, each an hour after the other.
   *
   * @return the speeds at which a picture was asked for; the last one always is
   */
  private List<Integer> lift(RunningServer running, int... speeds) {
    Database database = running.parts().database();
    long before = asked(database).size();
    String last = "";
    for (int kmh : speeds) {
      time = time.plus(LATER);
      Instant up = time.plusSeconds(kmh);
      running.parts().lifts().accept(List.of(fix(time, Lift.DOWN, kmh), fix(up, Lift.UP, kmh)));
      last = "lift at " + up;
    }
    String end = last;
    await("the last one is asked for").until(() -> asked(database).contains(end));
    return asked(database).stream()
        .skip(before)
        .map(why -> Instant.parse(why.substring("lift at ".length())))
        .map(at -> (int) (at.getEpochSecond() % 3600))
        .toList();
  }

  private static List<String> asked(Database database) {
    return database.query(
        "select reason from command where kind = 'SNAPSHOT' order by id",
        row -> row.getString("reason"));
  }

  private static Position fix(Instant at, Lift lift, int kmh) {
    return new Position(
        RunningServer.PLATE,
        at,
        at,
        119.1,
        36.7,
        true,
        kmh,
        Double.NaN,
        0,
        20,
        true,
        12,
        Double.NaN,
        0,
        3,
        new Sensors(Cover.OPEN, lift, Load.LOADED, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN),
        false);
  }
}
