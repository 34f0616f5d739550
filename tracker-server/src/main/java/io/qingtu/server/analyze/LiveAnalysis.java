package io.qingtu.server.analyze;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.ingest.CommittedPositions;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the analysis with positions as they are stored. A vehicle belongs to one worker. A fix
 * that is older than the newest one has its vehicle analyzed again, from the store, once no more of
 * them come; the store then tells what differs. All times are the server clock's.
 */
public final class LiveAnalysis implements CommittedPositions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveAnalysis.class);

  private static final long TICK_MILLIS = 250;

  /** Windows: late data may have the last one analyzed again while the time goes on. */
  private static final int WINDOWS = 3;

  private final AnalysisConfig config;
  private final Clock clock;
  private final List<AnalysisLane> lanes = new ArrayList<>();
  private final AlertPublisher publisher;
  private final CityJudge judge;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "analysis-timer"));
  private volatile RuleSet rules = new RuleSet(CityPlan.EMPTY, Parameters.DEFAULTS);
  private volatile CompletableFuture<Void> resumed = CompletableFuture.completedFuture(null);
  private Instant nextJudgement = Instant.MIN;

  /**
   * @param feeds get every alert that was stored; may grow later
   */
  public LiveAnalysis(
      AnalysisConfig config,
      Clock clock,
      PositionStore positions,
      AlertStore alerts,
      LedgerStore ledger,
      List<AlertFeed> feeds,
      MeterRegistry meters) {
    this.config = config;
    this.clock = clock;
    publisher = new AlertPublisher(alerts, feeds, clock, meters);
    this.judge = new CityJudge(alerts, ledger, publisher);
    for (int i = 0; i < config.threads(); i++) {
      AnalysisWorker worker = new AnalysisWorker(config, clock, positions, publisher, meters);
      lanes.add(new AnalysisLane("analysis-" + i, worker));
    }
    TimeGauge.builder("analysis.lag", this, TimeUnit.SECONDS, LiveAnalysis::lagSeconds)
        .register(meters);
  }

  /**
   * Begins to keep time and to bring every vehicle to where it was, from its stored track; returns
   * before that is done. A vehicle that reports meanwhile goes before those that do not; the city
   * is judged when all are there. To be called before positions come.
   */
  public void start(RuleSet first) {
    rules = first;
    begin();
    timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Goes on with other rules or another plan: the window is analyzed again with them. Blocks until
   * that is done. What was decided before its numbers came into force is neither raised nor taken
   * back by them; what goes on is carried on.
   */
  public void reload(RuleSet newRules) {
    rules = newRules;
    begin();
    resumed.join();
  }

  /**
   * Goes on with other papers of loads: waybills that were scanned, gates that have seen somebody.
   * Blocks until the vehicles that they are about have been analyzed again.
   */
  public void revise(RuleSet newRules, Collection<String> plates) {
    rules = newRules;
    for (AnalysisLane lane : lanes) {
      lane.ask(
              worker -> {
                worker.revise(newRules, plates);
                return null;
              })
          .join();
    }
    resumed =
        CompletableFuture.allOf(
            lanes.stream().map(AnalysisLane::resume).toArray(CompletableFuture[]::new));
    resumed.join();
  }

  /** The time of which it may still judge something. */
  public Validity judged() {
    return new Validity(clock.instant().minus(config.window().multipliedBy(WINDOWS)), Instant.MAX);
  }

  /** What it runs with; an empty plan before it has started. */
  public RuleSet rules() {
    return rules;
  }

  @Override
  public void accept(List<Position> positions) {
    Map<String, List<Position>> byPlate =
        positions.stream()
            .sorted(Comparator.comparing(Position::fixTime))
            .collect(Collectors.groupingBy(Position::plate));
    for (Map.Entry<String, List<Position>> e : byPlate.entrySet()) {
      lanes.get(lane(e.getKey())).accept(e.getKey(), e.getValue());
    }
  }

  /**
   * Looks at the whole city now instead of when it is due, or as soon as every vehicle is where it
   * was; returns when that is done and all that was found until then is stored.
   *
   * @throws StoreException where the database does not take it now: it will be tried again
   */
  public void judgeNow() {
    resumed.join();
    try {
      CompletableFuture.runAsync(this::judge, timer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException refusal ? refusal : e;
    }
    publisher.flush();
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(30, TimeUnit.SECONDS); // a beat that has begun still asks the lanes
      lanes.forEach(AnalysisLane::close);
      for (AnalysisLane lane : lanes) {
        lane.awaitEnd();
      }
      publisher.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The age of the oldest position that is stored and waits to be analyzed. */
  private double lagSeconds() {
    return lanes.stream()
        .flatMap(lane -> lane.oldest().stream())
        .mapToDouble(t -> Duration.between(t, clock.instant()).toMillis() / 1e3)
        .max()
        .orElse(0);
  }

  private void begin() {
    RuleSet current = rules;
    publisher.by(current);
    List<CompletableFuture<?>> begun = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      int own = i;
      List<Vehicle> vehicles =
          current.plan().vehicles().stream().filter(v -> lane(v.plate()) == own).toList();
      begun.add(
          lanes
              .get(i)
              .ask(
                  worker -> {
                    worker.begin(current, vehicles);
                    return null;
                  }));
    }
    begun.forEach(CompletableFuture::join);
    resumed =
        CompletableFuture.allOf(
                lanes.stream().map(AnalysisLane::resume).toArray(CompletableFuture[]::new))
            .thenRun(
                () ->
                    LOG.info(
                        "analyzing {} vehicles by {}",
                        current.plan().vehicles().size(),
                        current.version()));
  }

  private void tick() {
    try {
      each(
          worker -> {
            worker.tick();
            return null;
          });
      Instant now = clock.instant();
      if (!now.isBefore(nextJudgement)) {
        nextJudgement = now.plus(config.judgeInterval());
        judge();
      }
    } catch (StoreException e) {
      LOG.warn("the city is judged later: {}", e.getMessage());
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer
      LOG.error("the analysis missed a beat", e);
    }
  }

  private void judge() {
    judge.judge(
        rules,
        clock.instant().minus(config.lateness()),
        config.window(),
        () -> answers(lanes.stream().map(AnalysisLane::report).toList()));
  }

  private <T> List<T> each(Function<AnalysisWorker, T> question) {
    return answers(lanes.stream().map(lane -> lane.ask(question)).toList());
  }

  private static <T> List<T> answers(List<CompletableFuture<T>> asked) {
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private int lane(String plate) {
    return Math.floorMod(plate.hashCode(), lanes.size());
  }
}
