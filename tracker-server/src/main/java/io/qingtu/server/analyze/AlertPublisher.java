package io.qingtu.server.analyze;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.store.AlertStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which alerts are news and hands them to the {@link AlertWriter}. What the whole city's
 * view holds back stays held back while the vehicle's own alert goes on. An alert that only grows
 * (a longer way off the route, a later end) waits for the next look at the city, so that a
 * violation of a quarter of an hour does not leave a revision for every fix.
 */
final class AlertPublisher implements AutoCloseable {
  private final AlertWriter writer;
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

  /** One that does not measure how long alerts take. */
  AlertPublisher(AlertStore store, List<AlertFeed> feeds, Clock clock) {
    this(store, feeds, clock, new CompositeMeterRegistry());
  }

  AlertPublisher(AlertStore store, List<AlertFeed> feeds, Clock clock, MeterRegistry meters) {
    writer = new AlertWriter(store, feeds, clock, meters);
  }

  /** What is published from now on was found by these rules. */
  void by(RuleSet rules) {
    writer.storeOnly(rules::raises);
  }

  /** Alerts of one vehicle, as time tells them; returns before they are stored. */
  void publish(Collection<Alert> alerts) {
    if (!alerts.isEmpty()) {
      publishOwn(alerts, Optional.empty());
    }
  }

  /**
   * Alerts of one vehicle that a fix has decided; returns before they are stored.
   *
   * @param received when the fix came, by the server's clock
   */
  void publish(Collection<Alert> alerts, Instant received) {
    if (!alerts.isEmpty()) { // nearly always: nobody is waited for
      publishOwn(alerts, Optional.of(received));
    }
  }

  private synchronized void publishOwn(Collection<Alert> alerts, Optional<Instant> received) {
    for (Alert raised : newestStates(alerts)) {
      Alert alert = asTheCitySeesIt(raised);
      Alert before = told.get(alert.key());
      if (before == null || isNews(before, alert)) {
        grown.remove(alert.key());
        told.put(alert.key(), alert);
        writer.write(alert, received);
      } else {
        grown.put(alert.key(), alert);
      }
    }
  }

  /**
   * What the city's view adds; returns when it is stored.
   *
   * @param alerts as judged
   * @param newlyHeldBack the vehicles' alerts to which it gave another standing, by key; replaces
   *     what was held back before
   * @throws io.qingtu.server.store.StoreException where the database does not take it now: it will
   *     be tried again
   */
  void publish(Collection<Alert> alerts, Map<String, Alert> newlyHeldBack) {
    synchronized (this) {
      heldBack = Map.copyOf(newlyHeldBack);
      Map<String, Alert> all = new LinkedHashMap<>();
      grown.values().forEach(a -> all.put(a.key(), asTheCitySeesIt(a)));
      alerts.forEach(a -> all.put(a.key(), a));
      grown.clear();
      told.putAll(all);
      writer.writeLater(all.values());
    }
    writer.flush();
  }

  /** Returns when what was published is stored. */
  void flush() {
    writer.flush();
  }

  /** Stores what waits, if the database lets it. */
  @Override
  public void close() {
    writer.close();
  }

  /**
   * Of several states of one alert the last: a vehicle that is analyzed again goes through what the
   * store has long, and none of it may be revised to what it was for a moment.
   */
  private static Collection<Alert> newestStates(Collection<Alert> alerts) {
    Map<String, Alert> newest = new LinkedHashMap<>();
    alerts.forEach(a -> newest.put(a.key(), a));
    return newest.values();
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
}
