package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One state that an alert has been in, and how it differs from the one before.
 *
 * @param at when it was filed
 * @param changes by the names that the API gives the alert's values; empty for the first one
 * @param conditions of the decision that are new, gone or came out otherwise, by their names
 */
public record AlertRevision(
    int revision,
    Instant at,
    Kind kind,
    AlertStatus status,
    int severity,
    Instant end,
    String reason,
    List<Change> changes,
    List<Change> conditions) {

  /** What it does to the alert. */
  public enum Kind {
    /** The first. */
    NEW,
    AMENDED,
    /** What came later shows that there was nothing. */
    RETRACTED;

    static Kind of(int revision, AlertStatus status) {
      if (revision == 1) {
        return NEW;
      }
      return status == AlertStatus.RETRACTED ? RETRACTED : AMENDED;
    }
  }

  /**
   * @param before text, number or moment; null where there was none
   * @param after as {@code before}
   */
  public record Change(String name, Object before, Object after) {}

  private static final Map<String, Function<Alert, Object>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("status", Alert::status);
    VALUES.put("reason", a -> a.reason().isEmpty() ? null : a.reason());
    VALUES.put("severity", Alert::severity);
    VALUES.put("grade", Alert::grade);
    VALUES.put("measured", a -> Database.orNull(a.measured()));
    VALUES.put("allowed", a -> Database.orNull(a.allowed()));
    VALUES.put("decided", Alert::decided);
    VALUES.put("end", Alert::end);
    VALUES.put("lon", a -> Database.orNull(a.longitude()));
    VALUES.put("lat", a -> Database.orNull(a.latitude()));
    VALUES.put("placeId", a -> a.placeId().isEmpty() ? null : a.placeId());
    VALUES.put("permitId", a -> a.permitId().isEmpty() ? null : a.permitId());
    VALUES.put("tripId", a -> a.tripId().isEmpty() ? null : a.tripId());
    VALUES.put("segmentIds", a -> a.segmentIds().isEmpty() ? null : a.segmentIds());
    VALUES.put("ruleVersion", Alert::ruleVersion);
  }

  /** All revisions of one alert, the first one first. */
  static List<AlertRevision> of(List<StoredAlert> stored) {
    List<AlertRevision> revisions = new ArrayList<>();
    Alert before = null;
    for (StoredAlert s : stored) {
      Alert a = s.alert();
      revisions.add(
          new AlertRevision(
              s.revision(),
              s.updatedAt(),
              Kind.of(s.revision(), a.status()),
              a.status(),
              a.severity(),
              a.end(),
              a.reason(),
              before == null ? List.of() : changes(before, a),
              before == null ? List.of() : conditions(before, a)));
      before = a;
    }
    return revisions;
  }

  private static List<Change> changes(Alert before, Alert after) {
    List<Change> changes = new ArrayList<>();
    VALUES.forEach(
        (name, value) -> compare(name, value.apply(before), value.apply(after), changes));
    return changes;
  }

  private static List<Change> conditions(Alert before, Alert after) {
    Map<String, Object> old = values(before.decision());
    Map<String, Object> fresh = values(after.decision());
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(fresh.keySet());
    List<Change> changes = new ArrayList<>();
    names.forEach(name -> compare(name, old.get(name), fresh.get(name), changes));
    return changes;
  }

  private static Map<String, Object> values(List<Condition> decision) {
    Map<String, Object> values = new LinkedHashMap<>();
    decision.forEach(c -> values.put(c.name(), c.value()));
    return values;
  }

  private static void compare(String name, Object before, Object after, List<Change> changes) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(name, before, after));
    }
  }
}
