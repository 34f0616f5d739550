package io.qingtu.server.store;

import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.DriverRow.Turn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom companies have registered as drivers, and who drives which vehicle when. */
public final class DriverQueries {
  static final String SELECT =
      """
      select d.*, c.name company from company_driver d join company c on c.id = d.company_id
      where (? or d.company_id = any(?))
      """;

  private static final String TURNS =
      """
      select t.*, v.plate, n.at filed_at, n.reason from driver_turn t
        join vehicle v on v.id = t.vehicle_id
        join driver_turn_version n on n.turn_id = t.id and n.version = 1
      where t.driver_id = any(?) order by t.from_time desc, t.id desc\
      """;

  /**
   * What counts for the rules: nobody drives longer than the qualification lasts. Who drives
   * nothing is registered, too.
   */
  private static final String COUNTING =
      """
      select d.licence, v.plate, t.from_time, least(t.until_time,
          (d.valid_to + 1)::timestamp at time zone 'Asia/Shanghai') to_time
      from company_driver d left join driver_turn t on t.driver_id = d.id
          and least(t.until_time, (d.valid_to + 1)::timestamp at time zone 'Asia/Shanghai') > t.from_time
        left join vehicle v on v.id = t.vehicle_id
      order by d.licence, t.from_time, v.plate\
      """;

  private final Database database;

  public DriverQueries(Database database) {
    this.database = database;
  }

  /** All of the companies that may be seen; who drives no more comes last. */
  public List<DriverRow> all(Scope scope) {
    return withTurns(
        select(scope)
            .and("order by d.left_at is not null, c.name, d.name, d.id limit 5000")
            .list(database, DriverQueries::row));
  }

  public Optional<DriverRow> find(long id, Scope scope) {
    return withTurns(select(scope).and("and d.id = ?", id).list(database, DriverQueries::row))
        .stream()
        .findFirst();
  }

  /** The driver of a turn. */
  public Optional<DriverRow> ofTurn(long turn, Scope scope) {
    return withTurns(
            select(scope)
                .and("and d.id = (select driver_id from driver_turn where id = ?)", turn)
                .list(database, DriverQueries::row))
        .stream()
        .findFirst();
  }

  /** Grows with every step. */
  public long steps() {
    return database
        .query(
            "select (select count(*) from company_driver_version)"
                + " + (select count(*) from driver_turn_version)",
            row -> row.getLong(1))
        .get(0);
  }

  static Query select(Scope scope) {
    return new Query(SELECT, scope.wholeCity(), scope.ids());
  }

  private List<DriverRow> withTurns(List<DriverRow> rows) {
    Map<Long, List<Turn>> turns = new HashMap<>();
    database.query(
        TURNS,
        r -> turns.computeIfAbsent(r.getLong("driver_id"), k -> new ArrayList<>()).add(turn(r)),
        (Object) rows.stream().map(DriverRow::id).toArray(Long[]::new));
    return rows.stream().map(r -> r.with(turns.getOrDefault(r.id(), List.of()))).toList();
  }

  /** As the rules take them. */
  static List<Driver> counting(Connection connection) throws SQLException {
    Map<String, List<Driver.Turn>> turns = new LinkedHashMap<>();
    Database.query(
        connection,
        COUNTING,
        r -> {
          List<Driver.Turn> own =
              turns.computeIfAbsent(r.getString("licence"), k -> new ArrayList<>());
          String plate = r.getString("plate");
          return plate != null && own.add(new Driver.Turn(plate, PlanRows.period(r)));
        });
    List<Driver> all = new ArrayList<>();
    turns.forEach((licence, own) -> all.add(Driver.onTurns(licence, own)));
    return all;
  }

  static DriverRow row(ResultSet r) throws SQLException {
    return new DriverRow(
        r.getLong("id"),
        r.getInt("company_id"),
        r.getString("company"),
        r.getString("licence"),
        r.getString("name"),
        r.getObject("valid_to", LocalDate.class),
        Database.instant(r, "left_at"),
        r.getInt("version"),
        List.of());
  }

  private static Turn turn(ResultSet r) throws SQLException {
    return new Turn(
        r.getLong("id"),
        r.getString("plate"),
        new Validity(Database.instant(r, "from_time"), Database.instant(r, "until_time")),
        r.getInt("version"),
        Database.instant(r, "filed_at"),
        r.getString("reason"));
  }
}
