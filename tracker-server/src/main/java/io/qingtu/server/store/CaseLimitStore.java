package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.casework.CaseLimits;
import io.qingtu.route.casework.CaseLimits.Row;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.LimitBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Versions of the limits of cases. The first is the server's own and on no file. */
public final class CaseLimitStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL = "select * from case_limit_version order by number";

  private final Database database;

  public CaseLimitStore(Database database) {
    this.database = database;
  }

  /** All, the newest first; it may come into force later. */
  public List<CaseLimitVersion> all() {
    List<CaseLimitVersion> all = versions(database.query(ALL, CaseLimitStore::row));
    Collections.reverse(all);
    return all;
  }

  /** What was in force when. */
  LimitBook book() {
    return book(versions(database.query(ALL, CaseLimitStore::row)));
  }

  static LimitBook book(Connection connection) throws SQLException {
    return book(versions(Database.query(connection, ALL, CaseLimitStore::row)));
  }

  private static LimitBook book(List<CaseLimitVersion> versions) {
    return new LimitBook(
        versions.stream().map(v -> new LimitBook.Table(v.inForceFrom(), v.limits())).toList());
  }

  static CaseLimitVersion newest(Connection connection) throws SQLException {
    List<CaseLimitVersion> all = versions(Database.query(connection, ALL, CaseLimitStore::row));
    return all.get(all.size() - 1);
  }

  private static List<CaseLimitVersion> versions(List<CaseLimitVersion> filed) {
    List<CaseLimitVersion> all = new ArrayList<>(List.of(CaseLimitVersion.FIRST));
    all.addAll(filed);
    return all;
  }

  /** One change of the limits after the other. */
  static void lock(Connection connection) throws SQLException {
    Database.query(
        connection, "select pg_advisory_xact_lock(hashtext('case limits')::bigint)", row -> true);
  }

  static void add(Connection connection, CaseLimitVersion version, Instant now)
      throws SQLException {
    Database.update(
        connection,
        """
        insert into case_limit_version (number, limits, in_force_from, filed_at, proposal_id)
        values (?, ?::jsonb, ?, ?, ?)\
        """,
        version.number(),
        json(version.limits().rows()),
        version.inForceFrom(),
        now,
        version.proposalId().orElseThrow());
  }

  private static CaseLimitVersion row(ResultSet r) throws SQLException {
    return new CaseLimitVersion(
        r.getInt("number"),
        new CaseLimits(rows(r.getString("limits"))),
        Database.instant(r, "in_force_from"),
        Optional.of(r.getLong("proposal_id")));
  }

  static String json(Map<Row, Limit> rows) {
    Map<String, Limit> byName = new TreeMap<>();
    rows.forEach((row, limit) -> byName.put(row.name(), limit));
    return JSON.valueToTree(byName).toString();
  }

  /** Rows that this version of the server has no more are passed over. */
  static Map<Row, Limit> rows(String json) {
    Map<String, Row> known =
        Row.ALL.stream().collect(Collectors.toMap(Row::name, Function.identity()));
    try {
      Map<Row, Limit> rows = new TreeMap<>();
      JSON.readValue(json, new TypeReference<Map<String, Limit>>() {})
          .forEach(
              (name, limit) ->
                  Optional.ofNullable(known.get(name)).ifPresent(row -> rows.put(row, limit)));
      return rows;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored limits of cases", e);
    }
  }
}
