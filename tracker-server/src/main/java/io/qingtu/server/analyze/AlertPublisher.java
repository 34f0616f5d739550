package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.StoredAlert;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts to the store and what changed there to the feeds, one batch after the other. What
 * the whole city's view holds back stays held back while the vehicle's own alert goes on. An alert
 * that only grows (a longer way off the route, a later end) waits for the next look at the city, so
 * that a violation of a quarter of an hour does not leave a revision for every fix.
 */
final class AlertPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPublisher.class);

  private final AlertStore store;
  private final List<AlertFeed> feeds;
  private final Clock clock;
  private final Map<String, Alert> told = new RecentlyTold();
  private final Map<String, Alert> grown = new LinkedHashMap<>();
  private Map<String, Alert> heldBack = Map.of();

  /** Of those not among them, every change counts as news; the store knows what it has. */
  private static final class RecentlyTold extends LinkedHashMap<String, Alert> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Alert> eldest) {
      return size() > MOST;
    }
  }

  AlertPublisher(AlertStore store, List<AlertFeed> feeds, Clock clock) {
    this.store = store;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** Alerts of one vehicle, as its own fixes tell them. */
  void publish(Collection<Alert> alerts) {
    if (!alerts.isEmpty()) { // nearly always: no other worker is waited for
      publishOwn(alerts);
    }
  }

  private synchronized void publishOwn(Collection<Alert> alerts) {
    List<Alert> news = new ArrayList<>();
    for (Alert raised : alerts) {
      Alert alert = asTheCitySeesIt(raised);
      Alert before = told.get(alert.key());
      if (before == null || isNews(before, alert)) {
        grown.remove(alert.key());
        news.add(alert);
      } else {
        grown.put(alert.key(), alert);
      }
    }
    store(news);
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
    Map<String, Alert> all = new LinkedHashMap<>();
    grown.values().forEach(a -> all.put(a.key(), asTheCitySeesIt(a)));
    alerts.forEach(a -> all.put(a.key(), a));
    store(all.values());
    grown.clear();
  }

  private static boolean isNews(Alert before, Alert after) {
    return before.status() != after.status()
        || before.severity() != after.severity()
        || before.grade() != after.grade()
        || !before.reason().equals(after.reason())
        || !before.ruleVersion().equals(after.ruleVersion())
        || (before.end() == null) != (after.end() == null);
  }

  private Alert asTheCitySeesIt(Alert alert) {
    Alert judged = heldBack.get(alert.key());
    return judged == null ? alert : Revision.of(alert, judged.status(), judged.reason());
  }

  private void store(Collection<Alert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    List<StoredAlert> changed = store.publish(alerts, clock.instant());
    alerts.forEach(a -> told.put(a.key(), a));
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
