package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.plan.Parameters;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Versions of the rules' numbers. Whoever asks reads them by the server's own rights: it is for the
 * caller not to show one company what is another's.
 */
public final class ParameterStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  public ParameterStore(Database database) {
    this.database = database;
  }

  /**
   * Files the first version, in force since ever, where there is none.
   *
   * @return whether it did
   */
  public boolean fileFirst(Parameters parameters, Instant now) {
    return database.inTransaction(
        "filing the first parameters",
        connection -> {
          lock(connection);
          boolean none = newest(connection).isEmpty();
          if (none) {
            add(
                connection,
                new ParameterVersion(1, "", parameters, Instant.MIN, Optional.empty()),
                now);
          }
          return none;
        });
  }

  /** What is in force at a moment; empty where nothing was ever filed. */
  public Optional<ParameterVersion> inForce(Instant at) {
    return select("where in_force_from <= ? order by number desc limit 1", at).stream().findFirst();
  }

  /** Whether there is such a company, so that it may have parameters of its own. */
  public boolean isCompany(String name) {
    return !database
        .query("select 1 from company where name = ? and kind = 'OPERATOR'", row -> true, name)
        .isEmpty();
  }

  /** All, the newest first; it may come into force later. */
  public List<ParameterVersion> all() {
    return select("order by number desc");
  }

  private List<ParameterVersion> select(String which, Object... arguments) {
    return database.inTransaction(
        "reading parameters", connection -> select(connection, which, arguments));
  }

  static Optional<ParameterVersion> newest(Connection connection) throws SQLException {
    return select(connection, "order by number desc limit 1").stream().findFirst();
  }

  /** One change of the parameters after the other. */
  static void lock(Connection connection) throws SQLException {
    Database.query(
        connection, "select pg_advisory_xact_lock(hashtext('parameters')::bigint)", row -> true);
  }

  /** Files a version, and its numbers under the version that alerts will carry. */
  static void add(Connection connection, ParameterVersion version, Instant now)
      throws SQLException {
    Parameters parameters = version.parameters();
    String ruleSet = RuleSetStore.file(connection, parameters, now);
    Database.update(
        connection,
        """
        insert into parameter_version (number, rule_set, city, fleets, in_force_from, filed_at, proposal_id)
        values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)\
        """,
        version.number(),
        ruleSet,
        json(parameters.byName()),
        fleets(parameters),
        version.inForceFrom(),
        now,
        version.proposalId().orElse(null));
  }

  /** By company the numbers that are not the city's. */
  static String fleets(Parameters parameters) {
    Map<String, Map<String, Double>> fleets = new TreeMap<>();
    parameters.fleets().forEach(company -> fleets.put(company, parameters.ownOf(company)));
    return json(fleets);
  }

  static String json(Object numbers) {
    return JSON.valueToTree(numbers).toString();
  }

  private static List<ParameterVersion> select(
      Connection connection, String which, Object... arguments) throws SQLException {
    return Database.query(
        connection, "select * from parameter_version " + which, ParameterStore::row, arguments);
  }

  private static ParameterVersion row(ResultSet r) throws SQLException {
    long proposal = r.getLong("proposal_id");
    boolean first = r.wasNull();
    return new ParameterVersion(
        r.getInt("number"),
        r.getString("rule_set"),
        parameters(r.getString("city"), r.getString("fleets")),
        Database.instant(r, "in_force_from"),
        first ? Optional.empty() : Optional.of(proposal));
  }

  /** Numbers that this version of the server has no more are passed over. */
  private static Parameters parameters(String city, String fleets) {
    try {
      Map<String, Double> values = JSON.readValue(city, new TypeReference<>() {});
      Map<String, Map<String, Double>> own = JSON.readValue(fleets, new TypeReference<>() {});
      values.keySet().retainAll(Parameters.DEFAULTS.byName().keySet());
      own.values().forEach(v -> v.keySet().retainAll(Parameters.DEFAULTS.byName().keySet()));
      return Parameters.with(values, own);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored parameters", e);
    }
  }
}
