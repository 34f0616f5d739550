package io.qingtu.server.store;

import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.PermitRequestRow.Decision;
import io.qingtu.server.store.PermitRequestRow.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The permits that companies have asked for. */
public final class PermitRequestQueries {
  /** Which of them are asked for. */
  public enum State {
    WAITING,
    /** Decided in the last thirty days. */
    DECIDED
  }

  /** So long a decision is shown. */
  private static final Duration SHOWN = Duration.ofDays(30);

  /**
   * What a company asks about a vehicle that is no longer its own is for neither company: the one
   * that the permit is to be for, and the one that it was for.
   */
  private static final String SELECT =
      """
      select q.*, v.plate, c.name company, u.display_name by_name,
        coalesce(w.display_name, '') decider,
        coalesce(n.version, case when p.id is null then 0 else 1 end) on_file
      from permit_request q
      join vehicle v on v.id = q.vehicle_id
      join company c on c.id = q.company_id
      join app_user u on u.id = q.user_id
      left join app_user w on w.id = q.decided_by
      left join permit p on p.id = q.permit_id
      left join plan_version n
        on n.layer = 'PERMITS' and n.object_id = q.permit_id and upper_inf(n.in_force)
      where (? or v.company_id = any(?) and q.company_id = any(?)
        and (q.before is null or exists (
          select 1 from vehicle b
          where b.plate = q.before -> 'columns' ->> 'plate' and b.company_id = any(?))))
      """;

  private final Database database;

  public PermitRequestQueries(Database database) {
    this.database = database;
  }

  /** Of those that wait the first asked for comes first, of the others the last decided. */
  public List<PermitRequestRow> all(State state, Scope scope, Instant now, int most) {
    Query page = select(scope);
    switch (state) {
      case WAITING -> page.and("and q.state = 'WAITING' order by q.at, q.id");
      case DECIDED ->
          page.and("and q.decided_at >= ? order by q.decided_at desc, q.id desc", now.minus(SHOWN));
    }
    return page.and("limit ?", most).list(database, PermitRequestQueries::row);
  }

  public Optional<PermitRequestRow> find(long id, Scope scope) {
    return select(scope).and("and q.id = ?", id).first(database, PermitRequestQueries::row);
  }

  private static Query select(Scope scope) {
    return new Query(SELECT, scope.wholeCity(), scope.ids(), scope.ids(), scope.ids());
  }

  private static PermitRequestRow row(ResultSet r) throws SQLException {
    String before = r.getString("before");
    return new PermitRequestRow(
        r.getLong("id"),
        r.getInt("company_id"),
        r.getString("company"),
        r.getString("plate"),
        r.getString("permit_id"),
        r.getInt("seen"),
        r.getInt("on_file"),
        Optional.ofNullable(before).map(PlanRow::parse),
        PlanRow.parse(r.getString("content")),
        r.getString("note"),
        r.getString("by_name"),
        Database.instant(r, "at"),
        outcome(r));
  }

  private static Optional<Outcome> outcome(ResultSet r) throws SQLException {
    String state = r.getString("state");
    if (state.equals(State.WAITING.name())) {
      return Optional.empty();
    }
    return Optional.of(
        new Outcome(
            Decision.valueOf(state),
            r.getString("decider"),
            Database.instant(r, "decided_at"),
            r.getString("reason"),
            r.getInt("plan_version")));
  }
}
