package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.config.CityHour;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PositionStream;
import io.qingtu.server.upkeep.DailyTimer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day, in the night: analyzes the stored days as the batch run does and files what only so
 * many of them show. It reads with one thread, beside the live analysis; a look that fails, or that
 * the server missed, is made up for by the next one, which sees the same days.
 */
public final class LookBack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);
  private static final int THREADS = 1;

  /**
   * @param days whole days that are looked at; 0: never
   * @param at when the days before are looked at
   * @param window of the live analysis
   */
  public record Config(int days, CityHour at, Duration window) {
    public static Config read(ConfigReader in) {
      return new Config(
          in.number("analysis.look-back-days", 30, 0, 366),
          CityHour.read(in, "analysis.look-back-at", "03:30"),
          AnalysisConfig.window(in));
    }
  }

  private final Config config;
  private final Clock clock;
  private final StoredPeriod period;
  private final AlertStore alerts;
  private final AlertPublisher publisher;
  private final DailyTimer timer;
  private volatile boolean closing;

  /**
   * @param feeds get every alert that was filed; may grow later
   */
  public LookBack(Config config, Clock clock, Database database, List<AlertFeed> feeds) {
    this.config = config;
    this.clock = clock;
    this.period = new StoredPeriod(new PositionStream(database), THREADS);
    this.alerts = new AlertStore(database);
    this.publisher = new AlertPublisher(alerts, feeds, clock);
    this.timer = new DailyTimer("look-back", config.at(), clock);
  }

  /** Begins to keep time. */
  public void start(Function<Validity, RuleSet> rules) {
    if (config.days() > 0) {
      timer.start(() -> look(rules.apply(over())));
    }
  }

  private void look(RuleSet rules) {
    try {
      int filed = judge(rules);
      LOG.info("looked back over {} days: {} alerts are new or other", config.days(), filed);
    } catch (CancellationException e) {
      LOG.info("the look back was broken off: {}", e.getMessage());
    }
  }

  /**
   * Looks now at the days that are over. To look twice changes nothing.
   *
   * @return how many alerts were filed or revised
   */
  public int judge(RuleSet rules) {
    Validity over = over();
    List<Alert> found =
        period.analyze(rules, over.from(), over.to(), share -> breakOffIfClosing()).alerts();
    // a day more than the window: where it begins differs from vehicle to vehicle
    Instant closed = clock.instant().minus(config.window()).minus(Duration.ofDays(1));
    LookBackRevisions revisions =
        new LookBackRevisions(
            rules, new LookBackRevisions.Span(over.from(), over.to(), closed), alerts);
    List<Alert> changed = revisions.of(found);
    publisher.publish(changed, Map.of());
    return changed.size();
  }

  /** The days that are looked at. */
  private Validity over() {
    ZonedDateTime midnight =
        clock
            .instant()
            .atZone(DailyHours.CITY_ZONE)
            .toLocalDate()
            .atStartOfDay(DailyHours.CITY_ZONE);
    return new Validity(midnight.minusDays(config.days()).toInstant(), midnight.toInstant());
  }

  private void breakOffIfClosing() {
    if (closing) {
      throw new CancellationException("the server stops");
    }
  }

  @Override
  public void close() {
    closing = true;
    timer.close();
    publisher.close();
  }
}
