package io.qingtu.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Position;
import io.qingtu.server.command.CommandIntake.Wish;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.ingest.CommittedPositions;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.AuditStore;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a picture when a muck truck begins to raise its body where nothing may be unloaded: the
 * evidence that an alert of illegal dumping will need cannot be had later.
 */
public final class LiftSnapshots implements CommittedPositions {
  private static final Logger LOG = LoggerFactory.getLogger(LiftSnapshots.class);

  /** Beside the end places: where a body is raised to be cleaned or repaired. */
  private static final Set<PlaceKind> WORKSHOPS =
      EnumSet.of(PlaceKind.DEPOT, PlaceKind.REPAIR, PlaceKind.WASH);

  /** A fix that took longer to come says nothing of what can be seen now. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** A picture taken later would show something else. */
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  /**
   * @param interval at most one picture of a vehicle in so much time
   * @param channel camera that sees the body
   */
  public record Config(boolean enabled, Duration interval, int channel) {
    public static Config read(ConfigReader in) {
      return new Config(
          in.flag("command.snapshot-on-lift", true),
          in.duration("command.snapshot-interval", Duration.ofMinutes(10)),
          in.number("command.snapshot-channel", 1, 1, 255));
    }
  }

  /** Where commands go in. */
  public record Office(
      CommandIntake intake, FleetQueries fleet, AuditStore audit, LongConsumer filed) {}

  /** What is known of a truck's body, and when it was asked for a picture. */
  private record Seen(Lift lift, Instant time, Instant asked) {}

  private final Config config;
  private final Office office;
  private final Executor database;
  private final Clock clock;
  private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();
  private volatile RuleSet rules;
  private volatile Set<String> trucks = Set.of();

  /**
   * @param database where it may wait for the database
   */
  public LiftSnapshots(Config config, Office office, Executor database, Clock clock) {
    this.config = config;
    this.office = office;
    this.database = database;
    this.clock = clock;
  }

  public boolean enabled() {
    return config.enabled();
  }

  /** The city's places and trucks as they are on file now; to be told before the first position. */
  public void plan(RuleSet plan) {
    rules = plan;
    trucks =
        plan.plan().vehicles().stream()
            .filter(v -> v.kind() == VehicleKind.MUCK_TRUCK)
            .map(Vehicle::plate)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void accept(List<Position> positions) {
    for (Position p : positions) {
      if (isTelling(p)) {
        seen.compute(p.plate(), (plate, before) -> after(p, before));
      }
    }
  }

  /** Whether it says for certain where the truck is now, and how its body stands. */
  private boolean isTelling(Position p) {
    return p.fixValid()
        && !p.backfill()
        && p.sensors().lift() != Lift.UNKNOWN
        && Duration.between(p.fixTime(), p.receivedTime()).compareTo(FRESH) <= 0
        && trucks.contains(p.plate());
  }

  private Seen after(Position p, Seen before) {
    if (before == null) {
      return new Seen(p.sensors().lift(), p.fixTime(), Instant.MIN);
    }
    if (!p.fixTime().isAfter(before.time)) {
      return before;
    }
    boolean begins = before.lift == Lift.DOWN && p.sensors().lift() == Lift.UP;
    boolean asks =
        begins
            && (before.asked.equals(Instant.MIN)
                || !p.fixTime().isBefore(before.asked.plus(config.interval())))
            && p.speedKmh() <= rules.parameters().get(Parameter.LIFT_KMH)
            && !mayUnload(p);
    if (asks) {
      later(p);
    }
    return new Seen(p.sensors().lift(), p.fixTime(), asks ? p.fixTime() : before.asked);
  }

  private boolean mayUnload(Position p) {
    double x = rules.plane().x(p.longitude(), p.latitude());
    double y = rules.plane().y(p.longitude(), p.latitude());
    double buffer = rules.parameters().get(Parameter.PLACE_BUF);
    for (Fenced f : rules.places().near(x, y)) {
      PlaceKind kind = f.place().kind();
      if ((kind.isEndPlace() || WORKSHOPS.contains(kind))
          && f.place().validity().contains(p.fixTime())
          && f.polygon().distance(x, y) <= buffer) {
        return true;
      }
    }
    return false;
  }

  private void later(Position p) {
    try {
      database.execute(() -> ask(p));
    } catch (RejectedExecutionException e) {
      LOG.debug("closing: no picture of the lift of {}", p.plate(), e);
    }
  }

  private void ask(Position p) {
    try {
      office
          .fleet()
          .find(p.plate(), Scope.CITY)
          .filter(v -> !v.phone().isEmpty())
          .ifPresent(
              vehicle -> {
                Wish wish =
                    new Wish(
                        CommandKind.SNAPSHOT,
                        JsonNodeFactory.instance
                            .objectNode()
                            .put(Snapshots.CHANNEL, config.channel()),
                        "lift at " + p.fixTime(),
                        null,
                        LIFETIME);
                long id = office.intake().file(vehicle, wish);
                office
                    .audit()
                    .append(
                        clock.instant(),
                        null,
                        "system",
                        AuditAction.COMMAND,
                        "command/" + id,
                        Map.of(
                            "plate", p.plate(),
                            "kind", wish.kind().name(),
                            "reason", wish.reason()));
                office.filed().accept(id);
              });
    } catch (RuntimeException e) {
      LOG.warn("no picture of the lift of {} at {}", p.plate(), p.fixTime(), e);
    }
  }
}
