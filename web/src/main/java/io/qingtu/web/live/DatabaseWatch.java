package io.qingtu.web.live;

import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.PositionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Feeds the live feed from the database, where another process stores positions or files alerts.
 * Each look reads what a moment ago may not have been committed yet, and tells only what is new.
 */
public final class DatabaseWatch {
  /**
   * Longest that a change may carry a time before it can be read: a long commit, a skewed clock.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final PositionStore positions;
  private final AlertQueries alerts;
  private final CommandQueries commands;
  private final LiveFeed feed;
  private Map<Long, AlertRow> known;
  private Map<Long, CommandRow> knownCommands;
  private Instant looked;

  /** What is filed before {@code now} is taken as told. Asks the database. */
  public DatabaseWatch(
      PositionStore positions,
      AlertQueries alerts,
      CommandQueries commands,
      LiveFeed feed,
      Instant now) {
    this.positions = positions;
    this.alerts = alerts;
    this.commands = commands;
    this.feed = feed;
    this.looked = now;
    this.known = changed();
    this.knownCommands = changedCommands();
  }

  /** Hands what has changed to the feed. Asks the database. */
  public synchronized void look(Instant now) {
    feed.accept(positions.latest());
    Map<Long, AlertRow> changed = changed();
    changed.forEach(
        (id, alert) -> {
          if (!alert.equals(known.get(id))) {
            feed.accept(alert);
          }
        });
    known = changed;
    Map<Long, CommandRow> moved = changedCommands();
    moved.forEach(
        (id, command) -> {
          if (!command.equals(knownCommands.get(id))) {
            feed.accept(command);
          }
        });
    knownCommands = moved;
    looked = now;
  }

  private Map<Long, AlertRow> changed() {
    Map<Long, AlertRow> byId = new HashMap<>();
    alerts.changedSince(looked.minus(OVERLAP)).forEach(a -> byId.put(a.id(), a));
    return byId;
  }

  private Map<Long, CommandRow> changedCommands() {
    Map<Long, CommandRow> byId = new LinkedHashMap<>();
    commands.changedSince(looked.minus(OVERLAP)).forEach(c -> byId.put(c.id(), c));
    return byId;
  }
}
