package io.qingtu.server.store;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The numbers that the rules have run with: an alert's version leads to what decided it. */
public final class RuleSetStore {
  private final Database database;

  public RuleSetStore(Database database) {
    this.database = database;
  }

  /** Files the numbers of the city and those of its fleets, where they are not yet on file. */
  public void file(Parameters parameters, Instant now) {
    database.inTransaction(
        "filing the rules' numbers", connection -> file(connection, parameters, now));
  }

  /** Inside a transaction; the version that alerts carry. */
  static String file(Connection connection, Parameters parameters, Instant now)
      throws SQLException {
    String version = RuleSet.VERSION + "+" + parameters.fingerprint();
    Database.update(
        connection,
        """
        insert into rule_set (version, since, parameters, fleets) values (?, ?, ?::jsonb, ?::jsonb)
        on conflict (version) do update set fleets = excluded.fleets where rule_set.fleets = '{}'\
        """,
        version,
        now,
        ParameterStore.json(parameters.byName()),
        ParameterStore.fleets(parameters));
    return version;
  }

  /**
   * A JSON object of every parameter by its name, as they were for a vehicle; empty where the
   * version never ran here.
   */
  public Optional<String> findParameters(String version, String plate) {
    return database
        .query(
            """
            select parameters || coalesce(fleets -> (
              select c.name from vehicle v join company c on c.id = v.company_id where v.plate = ?),
              '{}') from rule_set where version = ?\
            """,
            row -> row.getString(1),
            plate,
            version)
        .stream()
        .findFirst();
  }
}
