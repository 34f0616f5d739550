package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.trial.AlertChange;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.route.trial.RuleDifference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trials of parameters and their results; all of them stay. */
public final class TrialStore {
  /** Alerts that are kept of a result; the numbers by rule are of all. */
  static final int MOST_CHANGES = 5000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELECT =
      "select t.*, u.display_name from trial t join app_user u on u.id = t.user_id ";

  private final Database database;

  public TrialStore(Database database) {
    this.database = database;
  }

  /** What was under way when the server stopped will not end any more. */
  public void begin(Instant now) {
    database.update(
        "update trial set state = 'FAILED', failure = 'interrupted', finished_at = ?"
            + " where state in ('WAITING', 'RUNNING')",
        now);
  }

  /**
   * What is to be tried.
   *
   * @param company whose parameters; empty: the city's
   * @param changed names and values
   */
  public record Wish(
      int userId, Instant from, Instant to, String company, Map<String, Double> changed) {}

  /** Files a trial that is to be made; its id. */
  public long add(Wish wish, Instant at) {
    return database
        .updateReturning(
            "insert into trial (user_id, at, from_time, to_time, company, changed, state)"
                + " values (?, ?, ?, ?, ?, ?::jsonb, 'WAITING') returning id",
            row -> row.getLong(1),
            wish.userId(),
            at,
            wish.from(),
            wish.to(),
            wish.company(),
            JSON.valueToTree(wish.changed()).toString())
        .get(0);
  }

  public void run(long id) {
    database.update("update trial set state = 'RUNNING' where id = ?", id);
  }

  public void finish(long id, LedgerDifference difference, Instant now) {
    ArrayNode changes = JSON.createArrayNode();
    difference.changes().stream().limit(MOST_CHANGES).map(TrialStore::json).forEach(changes::add);
    database.update(
        "update trial set state = 'DONE', finished_at = ?, rules = ?::jsonb, changes = ?::jsonb"
            + " where id = ?",
        now,
        JSON.valueToTree(difference.rules()).toString(),
        changes.toString(),
        id);
  }

  public void fail(long id, String why, Instant now) {
    database.update(
        "update trial set state = 'FAILED', finished_at = ?, failure = ? where id = ?",
        now,
        why,
        id);
  }

  /** The newest first. */
  public List<TrialRow> newest(int most) {
    return database.query(SELECT + "order by t.id desc limit ?", TrialStore::row, most);
  }

  public Optional<TrialRow> find(long id) {
    return database.query(SELECT + "where t.id = ?", TrialStore::row, id).stream().findFirst();
  }

  /** What came out of it; empty until it is done. */
  public Optional<LedgerDifference> findDifference(long id) {
    return database
        .query(
            "select rules, changes from trial where id = ? and state = 'DONE'",
            TrialStore::difference,
            id)
        .stream()
        .findFirst();
  }

  private static ObjectNode json(AlertChange change) {
    ObjectNode node = JSON.createObjectNode();
    node.putRawValue("before", raw(change.before()));
    node.putRawValue("after", raw(change.after()));
    return node;
  }

  private static RawValue raw(Optional<Alert> alert) {
    return new RawValue(alert.map(AlertJson::write).orElse("null"));
  }

  private static LedgerDifference difference(ResultSet row) throws SQLException {
    try {
      List<AlertChange> changes = new ArrayList<>();
      JSON.readTree(row.getString("changes"))
          .forEach(
              c ->
                  changes.add(
                      new AlertChange(
                          alert(c.get("before").toString()), alert(c.get("after").toString()))));
      return new LedgerDifference(
          JSON.readValue(row.getString("rules"), new TypeReference<List<RuleDifference>>() {}),
          changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored result of a trial", e);
    }
  }

  private static Optional<Alert> alert(String json) {
    return json.equals("null") ? Optional.empty() : Optional.of(AlertJson.read(json));
  }

  private static TrialRow row(ResultSet r) throws SQLException {
    try {
      return new TrialRow(
          r.getLong("id"),
          r.getString("display_name"),
          Database.instant(r, "at"),
          Database.instant(r, "from_time"),
          Database.instant(r, "to_time"),
          r.getString("company"),
          JSON.readValue(r.getString("changed"), new TypeReference<Map<String, Double>>() {}),
          TrialRow.State.valueOf(r.getString("state")),
          Database.instant(r, "finished_at"),
          r.getString("failure"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored parameters of a trial", e);
    }
  }
}
