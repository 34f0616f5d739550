package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The alerts. Publishing the same again changes nothing; no revision is ever lost. */
public final class AlertStore {
  private static final String SELECT =
      "select a.id, a.key, a.revision, r.content, a.created_at, a.updated_at from alert a"
          + " join alert_revision r on r.alert_id = a.id and r.revision = a.revision ";
  private static final String COLUMNS =
      "rule, vehicle_id, start_time, decided_time, end_time, lon, lat, grade, severity, status,"
          + " reason, place_id, permit_id, trip_id, segment_ids, measured, allowed, unit,"
          + " rule_version, decision, updated_at";
  private static final String VALUES =
      "?, (select id from vehicle where plate = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?::jsonb, ?";

  private final Database database;

  public AlertStore(Database database) {
    this.database = database;
  }

  /**
   * Stores what is new or differs from the newest revision of the same key.
   *
   * @param now kept as the time of these revisions
   * @return the new revisions, in the order given
   */
  public List<StoredAlert> publish(Collection<Alert> alerts, Instant now) {
    return publish(alerts, now, alert -> true);
  }

  /**
   * As {@link #publish(Collection, Instant)}.
   *
   * @param raises whether one that is not on file is to be; others are passed over
   */
  public List<StoredAlert> publish(Collection<Alert> alerts, Instant now, Predicate<Alert> raises) {
    Map<String, Alert> byKey = new LinkedHashMap<>();
    alerts.forEach(a -> byKey.put(a.key(), a));
    if (byKey.isEmpty()) {
      return List.of();
    }
    try {
      return publishAll(byKey, now, raises);
    } catch (StoreException e) {
      if (!e.isDuplicate()) {
        throw e;
      }
      // another writer came between the look and the insert: the next look sees what it stored
      return publishAll(byKey, now, raises);
    }
  }

  private List<StoredAlert> publishAll(
      Map<String, Alert> byKey, Instant now, Predicate<Alert> raises) {
    return database.inTransaction(
        "publishing " + byKey.size() + " alerts",
        connection -> {
          Map<String, StoredAlert> known = lock(connection, byKey.keySet());
          List<StoredAlert> changed = new ArrayList<>();
          for (Alert alert : byKey.values()) {
            StoredAlert before = known.get(alert.key());
            if (before == null && raises.test(alert)) {
              changed.add(insert(connection, alert, now));
            } else if (before != null && !before.alert().equals(alert)) {
              changed.add(revise(connection, before, alert, now));
            }
          }
          return changed;
        });
  }

  /** The newest revisions of a vehicle's alerts that begin at a moment or later. */
  public List<StoredAlert> ofVehicle(String plate, Instant from) {
    return database.query(
        SELECT
            + "where a.vehicle_id = (select id from vehicle where plate = ?) and a.start_time >= ?"
            + " order by a.start_time, a.id",
        AlertStore::read,
        plate,
        from);
  }

  /** The newest revisions of all alerts that begin in a period, vehicles' and roads'. */
  public List<StoredAlert> between(Instant from, Instant to) {
    return database.query(
        SELECT + "where a.start_time >= ? and a.start_time < ? order by a.start_time, a.id",
        AlertStore::read,
        from,
        to);
  }

  /** The newest revisions of a rule's alerts that begin in a period. */
  List<StoredAlert> ofRule(String rule, Instant from, Instant to) {
    return database.query(
        SELECT
            + "where a.rule = ? and a.start_time >= ? and a.start_time < ?"
            + " order by a.start_time, a.id",
        AlertStore::read,
        rule,
        from,
        to);
  }

  /** The newest revisions of the vehicles' alerts of a period that a person has ever confirmed. */
  List<StoredAlert> confirmed(Instant from, Instant to) {
    return database.query(
        SELECT
            + "where a.start_time >= ? and a.start_time < ? and a.vehicle_id is not null and exists"
            + " (select from review where alert_id = a.id and decision = 'CONFIRMED')"
            + " order by a.start_time, a.id",
        AlertStore::read,
        from,
        to);
  }

  /** Keys of the alerts that begin in a period and that a person has decided on. */
  public Set<String> reviewed(Instant from, Instant to) {
    return Set.copyOf(
        database.query(
            "select a.key from alert a where a.start_time >= ? and a.start_time < ?"
                + " and exists (select from review where alert_id = a.id)",
            row -> row.getString(1),
            from,
            to));
  }

  /** Every revision of an alert, the first one first; empty where there is no such alert. */
  public List<StoredAlert> revisions(long id) {
    return database.query(
        "select a.id, a.key, r.revision, r.content, a.created_at, r.at as updated_at from alert a"
            + " join alert_revision r on r.alert_id = a.id where a.id = ? order by r.revision",
        AlertStore::read,
        id);
  }

  private static Map<String, StoredAlert> lock(Connection connection, Collection<String> keys)
      throws SQLException {
    Map<String, StoredAlert> known = new TreeMap<>();
    for (StoredAlert a :
        Database.query(
            connection,
            SELECT + "where a.key = any(?) order by a.id for update of a",
            AlertStore::read,
            (Object) keys.toArray(String[]::new))) {
      known.put(a.alert().key(), a);
    }
    return known;
  }

  private static StoredAlert insert(Connection connection, Alert alert, Instant now)
      throws SQLException {
    List<Object> arguments = new ArrayList<>(values(alert, now));
    arguments.add(alert.key());
    arguments.add(now);
    long id =
        Database.query(
                connection,
                "insert into alert (%s, key, created_at) values (%s, ?, ?) returning id"
                    .formatted(COLUMNS, VALUES),
                row -> row.getLong(1),
                arguments.toArray())
            .get(0);
    StoredAlert stored = new StoredAlert(id, 1, alert, now, now);
    keep(connection, stored);
    return stored;
  }

  private static StoredAlert revise(
      Connection connection, StoredAlert before, Alert alert, Instant now) throws SQLException {
    StoredAlert stored =
        new StoredAlert(before.id(), before.revision() + 1, alert, before.createdAt(), now);
    List<Object> arguments = new ArrayList<>(values(alert, now));
    arguments.add(stored.revision());
    arguments.add(stored.id());
    Database.update(
        connection,
        "update alert set (%s, revision) = (%s, ?) where id = ?".formatted(COLUMNS, VALUES),
        arguments.toArray());
    keep(connection, stored);
    return stored;
  }

  private static void keep(Connection connection, StoredAlert stored) throws SQLException {
    Database.update(
        connection,
        "insert into alert_revision (alert_id, revision, at, content) values (?, ?, ?, ?::jsonb)",
        stored.id(),
        stored.revision(),
        stored.updatedAt(),
        AlertJson.write(stored.alert()));
  }

  private static List<Object> values(Alert a, Instant now) {
    List<Object> values = new ArrayList<>();
    values.add(a.rule());
    values.add(a.plate());
    values.add(a.start());
    values.add(a.decided());
    values.add(a.end());
    values.add(Database.orNull(a.longitude()));
    values.add(Database.orNull(a.latitude()));
    values.add(a.grade());
    values.add(a.severity());
    values.add(a.status());
    values.add(a.reason());
    values.add(a.placeId());
    values.add(a.permitId());
    values.add(a.tripId());
    values.add(a.segmentIds().toArray(String[]::new));
    values.add(Database.orNull(a.measured()));
    values.add(Database.orNull(a.allowed()));
    values.add(a.unit());
    values.add(a.ruleVersion());
    values.add(AlertJson.decision(a.decision()).toString());
    values.add(now);
    return values;
  }

  private static StoredAlert read(ResultSet row) throws SQLException {
    return new StoredAlert(
        row.getLong("id"),
        row.getInt("revision"),
        AlertJson.read(row.getString("content")),
        Database.instant(row, "created_at"),
        Database.instant(row, "updated_at"));
  }
}
