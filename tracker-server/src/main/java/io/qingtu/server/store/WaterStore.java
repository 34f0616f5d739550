package io.qingtu.server.store;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Underpass;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.AuditStore.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Water levels of underpasses, and the closures that they have made. */
public final class WaterStore {
  /** A sensor reports every few minutes while water stands; who is silent so long says nothing. */
  public static final Duration HOLDS = Duration.ofHours(2);

  /**
   * What a sensor has measured.
   *
   * @param userId of its key
   * @param source name of its key
   */
  public record Reading(
      int userId, String source, String underpassId, Instant at, double depthCm) {}

  static final String CLOSURES =
      """
      select c.from_time, c.to_time, c.source, u.segment_ids
      from water_closure c join underpass u on u.id = c.underpass_id order by c.from_time, c.id\
      """;

  private record Level(Underpass underpass, Instant at) {}

  private final Database database;

  public WaterStore(Database database) {
    this.database = database;
  }

  /** Files underpasses; one with the id of an older one replaces it, its level stays. */
  public void write(Collection<Underpass> underpasses) {
    database.inTransaction(
        "filing underpasses",
        connection -> {
          for (Underpass u : underpasses) {
            new Upsert("underpass", "id")
                .set("id", u.id())
                .set("name", u.name())
                .set("segment_ids", PlanWriter.list(u.segmentIds()))
                .set("limit_cm", u.limitCm())
                .set("clear_cm", u.clearCm())
                .run(connection);
          }
          return null;
        });
  }

  public Optional<Underpass> find(String id) {
    return database.query("select * from underpass where id = ?", WaterStore::level, id).stream()
        .map(Level::underpass)
        .findFirst();
  }

  /** Every closure, as the rules take it; one that goes on has no end. */
  public List<Exemption> closures() {
    return database.query(CLOSURES, WaterStore::closure);
  }

  static Exemption closure(ResultSet row) throws SQLException {
    Instant from = Database.instant(row, "from_time");
    return new Exemption(
        Exemption.Kind.CLOSURE,
        Optional.empty(),
        segments(row),
        new Validity(from, Database.instant(row, "to_time")),
        row.getString("source"),
        from);
  }

  /**
   * Files a reading, and with it the beginning or the end of a closure. A reading that is not newer
   * than the newest one changes nothing: it was sent again, or has come late.
   *
   * @return whether the underpass is closed now
   */
  public boolean file(Reading reading) {
    return database.inTransaction(
        "filing the water level of " + reading.underpassId(), c -> file(c, reading));
  }

  private static boolean file(Connection connection, Reading reading) throws SQLException {
    Level level =
        Database.query(
                connection,
                "select * from underpass where id = ? for update",
                WaterStore::level,
                reading.underpassId())
            .get(0);
    boolean was = isClosed(connection, reading.underpassId());
    if (level.at() != null && !reading.at().isAfter(level.at())) {
      return was;
    }
    Database.update(
        connection,
        "update underpass set level_at = ?, level_cm = ? where id = ?",
        reading.at(),
        reading.depthCm(),
        reading.underpassId());
    boolean is = level.underpass().isClosed(was, reading.depthCm());
    if (is && !was) {
      begin(connection, reading);
    } else if (was && !is) {
      end(connection, reading.underpassId(), reading.at());
    } else if (is) {
      Database.update(
          connection,
          "update water_closure set highest_cm = greatest(highest_cm, ?)"
              + " where underpass_id = ? and to_time = 'infinity'",
          reading.depthCm(),
          reading.underpassId());
    }
    if (is != was) {
      audit(connection, reading, is);
    }
    return is;
  }

  private static boolean isClosed(Connection connection, String id) throws SQLException {
    return !Database.query(
            connection,
            "select 1 from water_closure where underpass_id = ? and to_time = 'infinity'",
            row -> true,
            id)
        .isEmpty();
  }

  private static void begin(Connection connection, Reading reading) throws SQLException {
    Database.update(
        connection,
        "insert into water_closure (underpass_id, source, from_time, highest_cm) values (?, ?, ?,"
            + " ?)",
        reading.underpassId(),
        reading.source(),
        reading.at(),
        reading.depthCm());
  }

  private static void end(Connection connection, String id, Instant at) throws SQLException {
    Database.update(
        connection,
        "update water_closure set to_time = ? where underpass_id = ? and to_time = 'infinity'",
        at,
        id);
  }

  private static void audit(Connection connection, Reading reading, boolean closed)
      throws SQLException {
    Map<String, ?> detail =
        Map.of("closed", closed, "depthCm", reading.depthCm(), "source", reading.source());
    AuditStore.append(
        connection,
        new Entry(
            reading.at(),
            reading.userId(),
            "system",
            AuditAction.CLOSURE,
            "underpass/" + reading.underpassId(),
            detail));
  }

  /** Ends the closures of sensors that have been silent for {@link #HOLDS}, at its end. */
  public int endSilent(Instant now) {
    return database.inTransaction(
        "ending the closures of silent sensors",
        connection -> {
          List<String> silent =
              Database.query(
                  connection,
                  """
                  select u.id from underpass u join water_closure c on c.underpass_id = u.id
                  where c.to_time = 'infinity' and u.level_at <= ? for update of u\
                  """,
                  row -> row.getString("id"),
                  now.minus(HOLDS));
          for (String id : silent) {
            Database.update(
                connection,
                """
                update water_closure c set to_time = u.level_at + ? * interval '1 second' from underpass u
                where u.id = c.underpass_id and u.id = ? and c.to_time = 'infinity'\
                """,
                HOLDS.toSeconds(),
                id);
            AuditStore.append(
                connection,
                new Entry(
                    now,
                    null,
                    "system",
                    AuditAction.CLOSURE,
                    "underpass/" + id,
                    Map.of("closed", false, "why", "SILENT")));
          }
          return silent.size();
        });
  }

  private static Level level(ResultSet row) throws SQLException {
    return new Level(
        new Underpass(
            row.getString("id"),
            row.getString("name"),
            segments(row),
            row.getDouble("limit_cm"),
            row.getDouble("clear_cm")),
        Database.instant(row, "level_at"));
  }

  private static Set<String> segments(ResultSet row) throws SQLException {
    return new HashSet<>(List.of(row.getString("segment_ids").split(";")));
  }
}
