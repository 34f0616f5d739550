package io.qingtu.server.store;

import io.qingtu.route.permit.KeptPeriod;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.server.store.KeepingRefusal.Why;
import io.qingtu.server.store.LayUpRow.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 报停 and 复驶: a company files itself which of its vehicles do not run. Nothing of it is ever
 * removed; what is filed is read with the plan, beside the orders of its files.
 */
public final class LayUpStore {
  /**
   * What is filed.
   *
   * @param period until {@link Instant#MAX} where nobody knows yet when it runs again
   */
  public record NewLayUp(int vehicleId, Validity period, String reason, int userId) {}

  /**
   * That it ends.
   *
   * @param seen the version that somebody has looked at
   * @param until when the vehicle runs again; what has not begun by then is not to begin
   */
  public record NewEnd(long id, int seen, Instant until, String reason, int userId) {}

  /** All that counts, as orders about vehicles. */
  static final String ORDERS =
      """
      select v.plate, l.from_time, l.until_time, c.name company from lay_up l
        join vehicle v on v.id = l.vehicle_id join company c on c.id = v.company_id
      where l.until_time > l.from_time order by v.plate, l.from_time\
      """;

  /** What was driven on days on which it was laid up from their first moment to their last. */
  private static final String SELECT =
      """
      select l.*, v.plate, c.name company, (
          select coalesce(sum(q.distance_km), 0) from quality_day q
          where q.vehicle_id = v.id and q.day >= l.from_time at time zone 'Asia/Shanghai'
            and q.day + 1 <= l.until_time at time zone 'Asia/Shanghai') driven_km
      from (
        select id, vehicle_id, from_time, until_time, version, '' said_by from lay_up
        union all
        select 0, w.id, o.from_time, o.to_time, 0, o.approved_by
        from vehicle_order o join vehicle w on w.plate = o.plate where o.kind = 'LAID_UP'
      ) l join vehicle v on v.id = l.vehicle_id join company c on c.id = v.company_id where
      """;

  /** Of a vehicle one is filed at a time: it is locked meanwhile. */
  private static final String VEHICLE = "select id from vehicle where id = ? for no key update";

  private static final String VEHICLE_OF =
      "select v.id from lay_up l join vehicle v on v.id = l.vehicle_id where l.id = ?"
          + " for no key update of v";

  private final Database database;

  public LayUpStore(Database database) {
    this.database = database;
  }

  /**
   * Files that a vehicle is laid up.
   *
   * @param lag how late it may be typed in
   * @return its id
   * @throws KeepingRefusal where it does not go with what is on file
   */
  public long add(NewLayUp layUp, Instant now, Duration lag) {
    return database.inTransaction(
        "laying a vehicle up",
        connection -> {
          Database.query(connection, VEHICLE, row -> true, layUp.vehicleId());
          KeepingRefusal.check(
              KeptPeriod.beginning(
                  layUp.period(), others(connection, layUp.vehicleId(), 0), now, lag));
          long id =
              Database.query(
                      connection,
                      "insert into lay_up (vehicle_id, from_time, until_time, version)"
                          + " values (?, ?, ?, 1) returning id",
                      row -> row.getLong(1),
                      layUp.vehicleId(),
                      layUp.period().from(),
                      layUp.period().to())
                  .get(0);
          step(
              connection,
              new NewEnd(id, 0, layUp.period().to(), layUp.reason(), layUp.userId()),
              now);
          return id;
        });
  }

  /**
   * Files when the vehicle runs again, or does so after all.
   *
   * @param scope of who files it
   * @throws KeepingRefusal where it does not go with what is on file
   */
  public void end(NewEnd end, Scope scope, Instant now) {
    database.inTransaction(
        "ending the lay-up " + end.id(),
        connection -> {
          Database.query(connection, VEHICLE_OF, row -> true, end.id());
          LayUpRow before =
              one(end.id(), scope).list(connection, LayUpStore::row).stream()
                  .findFirst()
                  .orElseThrow(
                      () -> new KeepingRefusal(Why.UNKNOWN, "there is no lay-up " + end.id()));
          if (before.version() != end.seen()) {
            throw new KeepingRefusal(
                Why.STALE, "it is at version " + before.version() + ", not " + end.seen());
          }
          KeepingRefusal.check(
              KeptPeriod.ending(
                  before.period(),
                  end.until(),
                  others(connection, before.vehicleId(), end.id()),
                  now));
          Instant until = KeptPeriod.ended(before.period(), end.until()).to();
          Database.update(
              connection,
              "update lay_up set until_time = ?, version = version + 1 where id = ?",
              until,
              end.id());
          step(
              connection, new NewEnd(end.id(), end.seen(), until, end.reason(), end.userId()), now);
          return null;
        });
  }

  /** Those that end after a moment, or were never to begin after it; the last to begin in front. */
  public List<LayUpRow> since(Instant moment, Scope scope) {
    return withSteps(
        select(scope)
            .and("and l.until_time > ? order by l.from_time desc, v.plate limit 1000", moment)
            .list(database, LayUpStore::row));
  }

  public Optional<LayUpRow> find(long id, Scope scope) {
    return withSteps(one(id, scope).list(database, LayUpStore::row)).stream().findFirst();
  }

  /** Grows with every step. */
  public long steps() {
    return database.query("select count(*) from lay_up_version", row -> row.getLong(1)).get(0);
  }

  private static Query select(Scope scope) {
    return new Query(SELECT).and(Scope.CONDITION, scope.arguments());
  }

  /** None where a file of the city says it. */
  private static Query one(long id, Scope scope) {
    return select(scope).and("and l.id = ? and l.version > 0", id);
  }

  private List<LayUpRow> withSteps(List<LayUpRow> rows) {
    Map<Long, List<Step>> steps = new HashMap<>();
    database.query(
        """
        select n.*, coalesce(u.display_name, '') display_name from lay_up_version n
          left join app_user u on u.id = n.user_id
        where n.lay_up_id = any(?) order by n.lay_up_id, n.version\
        """,
        r -> steps.computeIfAbsent(r.getLong("lay_up_id"), k -> new ArrayList<>()).add(step(r)),
        (Object) rows.stream().map(LayUpRow::id).toArray(Long[]::new));
    return rows.stream().map(r -> r.with(steps.getOrDefault(r.id(), List.of()))).toList();
  }

  private static List<Validity> others(Connection connection, int vehicleId, long id)
      throws SQLException {
    return Database.query(
        connection,
        """
        select from_time, until_time to_time from lay_up where vehicle_id = ? and id <> ?
        union all select o.from_time, o.to_time from vehicle_order o
          join vehicle v on v.plate = o.plate where v.id = ? and o.kind = 'LAID_UP'\
        """,
        PlanRows::period,
        vehicleId,
        id,
        vehicleId);
  }

  private static void step(Connection connection, NewEnd end, Instant now) throws SQLException {
    Database.update(
        connection,
        "insert into lay_up_version (lay_up_id, version, until_time, reason, user_id, at)"
            + " values (?, ?, ?, ?, ?, ?)",
        end.id(),
        end.seen() + 1,
        end.until(),
        end.reason(),
        end.userId(),
        now);
  }

  private static LayUpRow row(ResultSet r) throws SQLException {
    return new LayUpRow(
        r.getLong("id"),
        r.getInt("vehicle_id"),
        r.getString("plate"),
        r.getString("company"),
        new Validity(Database.instant(r, "from_time"), Database.instant(r, "until_time")),
        r.getInt("version"),
        r.getString("said_by"),
        r.getDouble("driven_km"),
        List.of());
  }

  private static Step step(ResultSet r) throws SQLException {
    return new Step(
        Database.instant(r, "until_time"),
        r.getString("reason"),
        r.getString("display_name"),
        Database.instant(r, "at"));
  }

  /** One that counts, as the rules take it. */
  static VehicleOrder order(ResultSet r) throws SQLException {
    return new VehicleOrder(
        r.getString("plate"),
        VehicleOrder.Kind.LAID_UP,
        new Validity(Database.instant(r, "from_time"), Database.instant(r, "until_time")),
        r.getString("company"),
        "");
  }
}
