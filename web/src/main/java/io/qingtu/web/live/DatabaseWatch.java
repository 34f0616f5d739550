package io.qingtu.web.live;

import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.PositionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
  private final LiveFeed feed;
  private Map<Long, AlertRow> known;
  private Instant looked;

  /** What is filed before {@code now} is taken as told. Asks the database. */
  public DatabaseWatch(PositionStore positions, AlertQueries alerts, LiveFeed feed, Instant now) {
    this.positions = positions;
    this.alerts = alerts;
    this.feed = feed;
    this.looked = now;
    this.known = changed();
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
    looked = now;
  }

  private Map<Long, AlertRow> changed() {
    Map<Long, AlertRow> byId = new HashMap<>();
    alerts.changedSince(looked.minus(OVERLAP)).forEach(a -> byId.put(a.id(), a));
    return byId;
  }
}
