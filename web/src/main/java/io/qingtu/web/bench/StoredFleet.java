package io.qingtu.web.bench;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.report.Period;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.analyze.StoredPeriod;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.PositionStream;
import io.qingtu.server.store.Review;
import io.qingtu.server.store.ReviewStore;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.server.store.UserStore;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A synthetic fleet's week in a database: its positions, and what they come to. */
final class StoredFleet {
  private static final int BATCH = 20_000;

  /** Every so many-th alarm waits for its review; every so many-th reviewed one is rejected. */
  private static final int WAITS = 6;

  private static final int REJECTED = 4;
  private static final Duration REVIEWED_AFTER = Duration.ofHours(2);

  private final Database database;
  private final PrintStream progress;

  /**
   * @param database an empty one
   */
  StoredFleet(Database database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Stores the plan and all positions.
   *
   * @return how many positions
   */
  long store(SyntheticFleet fleet) {
    CityPlan plan = fleet.plan();
    new SettingStore(database).declareSynthetic();
    new PlanStore(database).write(plan);
    Map<String, Integer> ids = new HashMap<>();
    database.query(
        "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
    PositionStore store = new PositionStore(database);
    List<PositionRow> batch = new ArrayList<>(BATCH);
    long rows = 0;
    for (Position p : fleet.driven()) {
      for (int copy = 0; copy < fleet.copies(p.plate()); copy++) {
        Position own = SyntheticFleet.of(p, copy);
        batch.add(new PositionRow(ids.get(own.plate()), own, new byte[0]));
      }
      if (batch.size() >= BATCH) {
        rows += store.save(batch).size();
        batch.clear();
      }
    }
    rows += batch.isEmpty() ? 0 : store.save(batch).size();
    progress.printf("%,d positions of %,d vehicles are stored%n", rows, plan.vehicles().size());
    return rows;
  }

  /**
   * Analyzes the week and files what a server would have filed by its end: alerts, most of them
   * reviewed, trips, passes, quality and work of the days, service of collection points.
   */
  void analyze(Period week, int threads) {
    RuleSet rules = new RuleSet(new PlanStore(database).read(), Parameters.DEFAULTS);
    Ledger ledger =
        new StoredPeriod(new PositionStream(database), threads)
            .analyze(rules, week.start(), week.end(), done -> {});
    LedgerStore store = new LedgerStore(database);
    store.replace(ledger.trips(), ledger.passes(), ledger.quality(), ledger.work());
    store.replacePoints(ledger.points(), true);
    int reviewer = reviewer();
    List<StoredAlert> alerts = new AlertStore(database).publish(ledger.alerts(), week.end());
    alerts.stream()
        .filter(a -> a.alert().grade() != Grade.C)
        .filter(a -> a.id() % WAITS != 0 || isIdle(a))
        .forEach(a -> review(a, reviewer));
    database.update(
        "insert into terminal (phone, vehicle_id, registered_at)"
            + " select (13900000000 + id)::text, id, now() from vehicle");
    progress.printf(
        "%,d alerts, %,d trips, %,d passes are filed%n",
        alerts.size(), ledger.trips().size(), ledger.passes().size());
  }

  private int reviewer() {
    UserStore users = new UserStore(database);
    users.add("bench", "bench", Account.Role.SUPERVISOR, Optional.empty(), "");
    return users.find("bench").orElseThrow().account().id();
  }

  /** S05, whose minutes count when it is confirmed. */
  private static boolean isIdle(StoredAlert stored) {
    return stored.alert().rule().equals("S05");
  }

  private void review(StoredAlert stored, int reviewer) {
    Alert a = stored.alert();
    Review review =
        stored.id() % REJECTED == 0 && !isIdle(stored)
            ? new Review(Review.Decision.REJECTED, Optional.of(Review.Reason.OTHER), "")
            : new Review(Review.Decision.CONFIRMED, Optional.empty(), "");
    new ReviewStore(database).add(stored.id(), reviewer, review, a.decided().plus(REVIEWED_AFTER));
  }
}
