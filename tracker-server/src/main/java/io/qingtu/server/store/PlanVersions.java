package io.qingtu.server.store;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.PlanVersion.Origin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of the layers of the plan within one transaction. A file's row counts when it
 * differs from the row that the file had before: what the page has made of it stays until the file
 * itself changes.
 */
final class PlanVersions {
  /**
   * A version to be.
   *
   * @param recordedAt null: now, by the database's clock
   */
  record Entry(PlanRow row, Origin origin, Integer userId, String reason, Instant recordedAt) {
    static Entry ofFile(PlanRow row) {
      return new Entry(row, Origin.FILE, null, "", null);
    }
  }

  /** What counts now, and since when. */
  record Current(int version, PlanRow row, Instant since) {}

  private static final String NOW = " where layer = ? and object_id = ? and upper_inf(in_force)";

  private final Connection connection;

  PlanVersions(Connection connection) {
    this.connection = connection;
  }

  /** One after the other: who edits and who files must see what the other has made. */
  void lock() throws SQLException {
    Database.query(connection, "select pg_advisory_xact_lock(hashtext('plan'))", row -> true);
  }

  /** Files the rows of files that are new or changed. */
  <T> void file(PlanTable<T> table, List<T> things) throws SQLException {
    if (things.isEmpty()) {
      return;
    }
    PlanLayer<T> layer = table.layer();
    Map<String, Integer> versions = versions(layer);
    Map<String, T> ofFiles = newestOfFiles(layer);
    Map<String, T> standing = new HashMap<>();
    table.all(connection).forEach(t -> standing.put(layer.id(layer.write(t)), t));
    boolean isFirst = standing.isEmpty();
    for (T thing : things) {
      PlanRow row = layer.write(thing);
      String id = layer.id(row);
      T old = standing.get(id);
      int version = versions.getOrDefault(id, 0);
      if (thing.equals(version == 0 ? old : ofFiles.get(id))) {
        continue;
      }
      if (version == 0 && old != null) {
        insert(layer, ++version, Entry.ofFile(layer.write(old)), Instant.MIN);
      }
      Optional<Current> before = version == 0 ? Optional.empty() : current(layer, id);
      Instant since = before.map(Current::since).orElse(Instant.MIN);
      if (layer.isTask() && !isFirst) {
        before.ifPresent(b -> refuseRewriting(layer, b.row(), row));
        since = later(since, nextDay(databaseTime()));
        close(layer, id, since);
      } else {
        correct(layer, id);
      }
      insert(layer, version + 1, Entry.ofFile(row), since);
      table.write(connection, thing);
    }
  }

  private static void refuseRewriting(PlanLayer<?> layer, PlanRow before, PlanRow row) {
    Optional<String> refusal = layer.refusal(before, row);
    if (refusal.isPresent()) {
      String file = layer.name().toLowerCase(Locale.ROOT) + ".csv";
      throw new DataSetException(file, layer.id(row), refusal.get());
    }
  }

  private Instant databaseTime() throws SQLException {
    return Database.query(connection, "select now()", row -> Database.instant(row, "now")).get(0);
  }

  /** Begin of the city's next day: what a task asks for today stays. */
  static Instant nextDay(Instant now) {
    return now.atZone(DailyHours.CITY_ZONE)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(DailyHours.CITY_ZONE)
        .toInstant();
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** What counts now of a thing; what has no version yet is at its first. */
  <T> Optional<Current> now(PlanTable<T> table, String id) throws SQLException {
    Optional<Current> known = current(table.layer(), id);
    return known.isPresent() ? known : standing(table, id);
  }

  /** What counts now of a thing; what has no version yet gets its first. */
  <T> Optional<Current> begun(PlanTable<T> table, String id) throws SQLException {
    Optional<Current> known = current(table.layer(), id);
    if (known.isPresent()) {
      return known;
    }
    Optional<Current> first = standing(table, id);
    if (first.isPresent()) {
      insert(table.layer(), 1, Entry.ofFile(first.get().row()), Instant.MIN);
    }
    return first;
  }

  private <T> Optional<Current> standing(PlanTable<T> table, String id) throws SQLException {
    return table
        .find(connection, id)
        .map(thing -> new Current(1, table.layer().write(thing), Instant.MIN));
  }

  /** The version that counts was never right. */
  void correct(PlanLayer<?> layer, String id) throws SQLException {
    Database.update(
        connection, "update plan_version set in_force = 'empty'" + NOW, layer.name(), id);
  }

  /** The version that counts gives way from a moment on. */
  void close(PlanLayer<?> layer, String id, Instant at) throws SQLException {
    Database.update(
        connection,
        "update plan_version set in_force = case when lower(in_force) >= ? then 'empty'::tstzrange"
            + " else tstzrange(lower(in_force), ?) end"
            + NOW,
        at,
        at,
        layer.name(),
        id);
  }

  /** What counts at a moment gives way at another, whatever was to come after it. */
  void cut(PlanLayer<?> layer, String id, Instant now, Instant end) throws SQLException {
    Database.update(
        connection,
        "update plan_version set in_force = tstzrange(lower(in_force), ?)"
            + " where layer = ? and object_id = ? and in_force @> ? and upper(in_force) > ?",
        end,
        layer.name(),
        id,
        now,
        end);
  }

  /** Adds the version that counts from a moment on, and puts it into the layer's own table. */
  <T> void add(PlanTable<T> table, int version, Entry entry, Instant since) throws SQLException {
    insert(table.layer(), version, entry, since);
    table.write(connection, table.layer().read(entry.row()));
  }

  private void insert(PlanLayer<?> layer, int version, Entry entry, Instant since)
      throws SQLException {
    Database.update(
        connection,
        """
        insert into plan_version (layer, object_id, version, origin, content, in_force, recorded_at,
          user_id, reason)
        values (?, ?, ?, ?, ?::jsonb, tstzrange(?::timestamptz, null),
          coalesce(?::timestamptz, now()), ?, ?)\
        """,
        layer.name(),
        layer.id(entry.row()),
        version,
        entry.origin(),
        entry.row().toJson().toString(),
        since.equals(Instant.MIN) ? null : since,
        entry.recordedAt(),
        entry.userId(),
        entry.reason());
  }

  private Optional<Current> current(PlanLayer<?> layer, String id) throws SQLException {
    return Database.query(
            connection,
            "select version, content, lower(in_force) as since from plan_version" + NOW,
            row ->
                new Current(
                    row.getInt("version"),
                    PlanRow.parse(row.getString("content")),
                    period(row, "since", "since").from()),
            layer.name(),
            id)
        .stream()
        .findFirst();
  }

  private Map<String, Integer> versions(PlanLayer<?> layer) throws SQLException {
    Map<String, Integer> byId = new HashMap<>();
    Database.query(
        connection,
        "select object_id, max(version) newest from plan_version where layer = ? group by 1",
        row -> byId.put(row.getString("object_id"), row.getInt("newest")),
        layer.name());
    return byId;
  }

  private <T> Map<String, T> newestOfFiles(PlanLayer<T> layer) throws SQLException {
    Map<String, T> byId = new HashMap<>();
    Database.query(
        connection,
        """
        select distinct on (object_id) object_id, content from plan_version
        where layer = ? and origin = 'FILE' order by object_id, version desc\
        """,
        row ->
            byId.put(
                row.getString("object_id"), layer.read(PlanRow.parse(row.getString("content")))),
        layer.name());
    return byId;
  }

  /** A period of two columns; null is open. */
  static Validity period(ResultSet row, String from, String to) throws SQLException {
    Instant begin = Database.instant(row, from);
    Instant end = from.equals(to) ? null : Database.instant(row, to);
    return new Validity(begin == null ? Instant.MIN : begin, end == null ? Instant.MAX : end);
  }
}
