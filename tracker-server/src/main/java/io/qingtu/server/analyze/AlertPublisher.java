package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.StoredAlert;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts to the store and what changed there to the feeds, one batch after the other. What
 * the whole city's view holds back stays held back while the vehicle's own alert goes on.
 */
final class AlertPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPublisher.class);

  private final AlertStore store;
  private final List<AlertFeed> feeds;
  private final Clock clock;
  private Map<String, Alert> heldBack = Map.of();

  AlertPublisher(AlertStore store, List<AlertFeed> feeds, Clock clock) {
    this.store = store;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** Alerts of one vehicle, as its own fixes tell them. */
  synchronized void publish(Collection<Alert> alerts) {
    if (!alerts.isEmpty()) {
      store(alerts.stream().map(this::asTheCitySeesIt).toList());
    }
  }

  /**
   * What the city's view adds.
   *
   * @param alerts as judged
   * @param newlyHeldBack the vehicles' alerts to which it gave another standing, by key; replaces
   *     what was held back before
   */
  synchronized void publish(Collection<Alert> alerts, Map<String, Alert> newlyHeldBack) {
    heldBack = Map.copyOf(newlyHeldBack);
    store(alerts);
  }

  private Alert asTheCitySeesIt(Alert alert) {
    Alert judged = heldBack.get(alert.key());
    return judged == null ? alert : Revision.of(alert, judged.status(), judged.reason());
  }

  private void store(Collection<Alert> alerts) {
    List<StoredAlert> changed = store.publish(alerts, clock.instant());
    if (changed.isEmpty()) {
      return;
    }
    for (AlertFeed feed : feeds) {
      try {
        feed.accept(changed);
      } catch (RuntimeException e) {
        LOG.error("a feed of alerts failed", e);
      }
    }
  }
}
