package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.acceptance.WeighSlip;
import io.qingtu.server.store.InstallationRow.Move;
import io.qingtu.server.store.InstallationRow.Reason;
import io.qingtu.server.store.InstallationRow.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads installations of vehicles that may be seen. */
public final class InstallationQueries {
  /**
   * What is asked for; what is empty does not matter.
   *
   * @param open those that are neither accepted nor cancelled, or all others
   * @param before id of the last one that was read; they come newest first
   */
  public record Filter(Optional<Boolean> open, Optional<String> plate, Optional<Long> before) {}

  /**
   * A step on file.
   *
   * @param by name
   * @param detail what it says, a JSON object
   */
  public record StepRow(Move move, String by, Instant at, JsonNode detail) {
    /** What a step WEIGH says. */
    WeighSlip slip() {
      return new WeighSlip(
          detail.get("loaded").booleanValue(), detail.get("grossT").doubleValue(), at);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SELECT =
      """
      select i.*, v.plate, v.kind, c.name company, v.rated_load_t, v.sensors, v.operator,
        v.work_width_m, u.display_name, coalesce(x.vin, '') registered_vin, t.at tested_from, e.move ending, e.at ended_at, e.move = 'ACCEPT' and not exists (
          select from installation n join installation_step a on a.installation_id = n.id and a.move = 'ACCEPT'
          where n.vehicle_id = i.vehicle_id and n.id > i.id) current
      from installation i join vehicle v on v.id = i.vehicle_id join company c on c.id = v.company_id
        left join app_user u on u.id = i.user_id
        left join terminal_traits x on x.phone = i.phone
        left join lateral (
          select max(at) at from installation_step where installation_id = i.id and move = 'TEST') t on true
        left join installation_step e on e.installation_id = i.id and e.move in ('ACCEPT', 'CANCEL')
      where\s""";

  private final Database database;

  public InstallationQueries(Database database) {
    this.database = database;
  }

  /** At most so many, the newest first. */
  public List<InstallationRow> page(Filter filter, Scope scope, int limit) {
    Query query = select(scope);
    filter.open().ifPresent(open -> query.and(open ? "and e.id is null" : "and e.id is not null"));
    filter.plate().ifPresent(plate -> query.and("and v.plate = ?", plate));
    filter.before().ifPresent(id -> query.and("and i.id < ?", id));
    return query.and("order by i.id desc limit ?", limit).list(database, InstallationQueries::row);
  }

  public Optional<InstallationRow> find(long id, Scope scope) {
    return select(scope).and("and i.id = ?", id).first(database, InstallationQueries::row);
  }

  private static Query select(Scope scope) {
    return new Query(SELECT).and(Scope.CONDITION, scope.arguments());
  }

  /** In their order. */
  public List<StepRow> steps(long id) {
    return database.query(
        "select s.*, u.display_name from installation_step s left join app_user u on u.id = s.user_id"
            + " where s.installation_id = ? order by s.id",
        row ->
            new StepRow(
                Move.valueOf(row.getString("move")),
                row.getString("display_name"),
                Database.instant(row, "at"),
                json(row.getString("detail"))),
        id);
  }

  /** The slips of the weighbridge among steps. */
  public static List<WeighSlip> slips(List<StepRow> steps) {
    return steps.stream().filter(s -> s.move() == Move.WEIGH).map(StepRow::slip).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the detail of a step is no JSON: " + text, e);
    }
  }

  private static InstallationRow row(ResultSet r) throws SQLException {
    String ending = r.getString("ending");
    Instant testedFrom = Database.instant(r, "tested_from");
    return new InstallationRow(
        r.getLong("id"),
        PlanRows.vehicle(r),
        r.getString("vin"),
        r.getString("registered_vin"),
        r.getString("phone"),
        r.getString("iccid"),
        Reason.valueOf(r.getString("reason")),
        r.getString("display_name"),
        Database.instant(r, "at"),
        state(ending, testedFrom),
        testedFrom,
        Database.instant(r, "ended_at"),
        r.getBoolean("current"));
  }

  private static State state(String ending, Instant testedFrom) {
    if (ending != null) {
      return Move.valueOf(ending) == Move.ACCEPT ? State.IN_USE : State.CANCELLED;
    }
    return testedFrom == null ? State.ORDERED : State.TESTING;
  }
}
