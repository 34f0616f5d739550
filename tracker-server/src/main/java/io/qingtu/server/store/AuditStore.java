package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * The log of who did what, from where. It is only ever appended to, and each line carries the hash
 * of the one before.
 */
public final class AuditStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line of the log; the parameters of {@link #append}. */
  record Entry(
      Instant at,
      Integer userId,
      String origin,
      AuditAction action,
      String object,
      Map<String, ?> detail) {}

  private static final String INSERT =
      """
      insert into audit (at, user_id, origin, action, object, detail, prev, hash)
      select l.*, last.hash,
        audit_hash(last.hash, l.at, l.user_id, l.origin, l.action, l.object, l.detail)
      from (select ?::timestamptz at, ?::int user_id, ?::text origin, ?::text action, ?::text object,
          ?::jsonb detail) l
        left join (select hash from audit order by id desc limit 1) last on true\
      """;

  private final Database database;

  public AuditStore(Database database) {
    this.database = database;
  }

  /**
   * @param userId who; null where nobody is known, as for a failed sign-in
   * @param origin address that the request came from
   * @param object what was acted on, as {@code alert/17}
   */
  public void append(
      Instant at,
      Integer userId,
      String origin,
      AuditAction action,
      String object,
      Map<String, ?> detail) {
    database.inTransaction(
        "appending to the audit",
        connection -> {
          append(connection, new Entry(at, userId, origin, action, object, detail));
          return null;
        });
  }

  /**
   * As {@link #append(Instant, Integer, String, AuditAction, String, Map)} inside a transaction.
   */
  static void append(Connection connection, Entry entry) throws SQLException {
    String json;
    try {
      json = JSON.writeValueAsString(entry.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the detail of " + entry.action().code() + " is no JSON", e);
    }
    // one after the other: each line carries the hash of the one before
    Database.query(
        connection, "select pg_advisory_xact_lock(hashtext('audit')::bigint)", row -> true);
    Database.update(
        connection,
        INSERT,
        entry.at(),
        entry.userId(),
        entry.origin(),
        entry.action().code(),
        entry.object(),
        json);
  }
}
