package io.qingtu.server.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The numbers that the rules have run with: an alert's version leads to what decided it. */
public final class RuleSetStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  public RuleSetStore(Database database) {
    this.database = database;
  }

  /** Files the numbers of the city and those of its fleets, where they are not yet on file. */
  public void file(Parameters parameters, Instant now) {
    fileOne(parameters, now);
    parameters.fleets().forEach(company -> fileOne(parameters.ofFleet(company), now));
  }

  private void fileOne(Parameters parameters, Instant now) {
    Map<String, Double> values = new TreeMap<>();
    for (Parameter p : Parameter.values()) {
      values.put(p.key(), parameters.get(p));
    }
    database.update(
        "insert into rule_set (version, since, parameters) values (?, ?, ?::jsonb)"
            + " on conflict (version) do nothing",
        RuleSet.VERSION + "+" + parameters.fingerprint(),
        now,
        JSON.valueToTree(values).toString());
  }

  /** A JSON object of every parameter by its name; empty where the version never ran here. */
  public Optional<String> findParameters(String version) {
    return database
        .query(
            "select parameters from rule_set where version = ?", row -> row.getString(1), version)
        .stream()
        .findFirst();
  }
}
