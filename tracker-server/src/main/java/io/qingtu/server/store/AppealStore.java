package io.qingtu.server.store;

import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.server.store.AppealRefusal.Why;
import io.qingtu.server.store.AppealRow.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files appeals (申诉) against what reviews have confirmed, and what is decided of them. Nothing is
 * deleted: an appeal that is upheld adds a review that takes the confirmation back.
 */
public final class AppealStore {
  /**
   * An appeal before it is filed.
   *
   * @param companyId for which it is lodged
   * @param clientId the sender's own name of it: the same again is the same appeal; empty where it
   *     has none
   */
  public record NewAppeal(
      long alertId, int userId, int companyId, String reason, String clientId) {}

  /** A decision before it is filed. */
  public record NewDecision(long appealId, int userId, Decision decision, String reason) {}

  private record Charge(
      int company, AlertStatus status, Optional<Instant> confirmedAt, boolean inCase) {}

  private record Lodged(long alertId, boolean decided, int userId, List<Integer> confirmers) {}

  private final Database database;
  private final Supplier<WorkCalendar> calendar;

  /**
   * @param calendar the bureau's working time as it is known now
   */
  public AppealStore(Database database, Supplier<WorkCalendar> calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Lodges an appeal; what came before under the same name is not lodged again.
   *
   * @return whether it is new
   * @throws AppealRefusal where the company cannot appeal against the alert
   */
  public boolean lodge(NewAppeal appeal, Instant at) {
    // before a connection is held: it is asked of the database
    WorkCalendar today = calendar.get();
    return database.inTransaction(
        "an appeal against alert " + appeal.alertId(),
        connection -> lodge(connection, appeal, at, today));
  }

  private static boolean lodge(
      Connection connection, NewAppeal appeal, Instant at, WorkCalendar today) throws SQLException {
    Charge charge = charge(connection, appeal.alertId());
    require(charge.company() == appeal.companyId(), Why.UNKNOWN, "it is no alert of the company");
    if (isOnFile(connection, appeal)) {
      return false;
    }
    refuseSecond(connection, appeal.alertId());
    boolean stands =
        charge.status() != AlertStatus.SUPPRESSED && charge.status() != AlertStatus.RETRACTED;
    Instant confirmed =
        charge
            .confirmedAt()
            .filter(t -> stands)
            .orElseThrow(() -> new AppealRefusal(Why.NOT_CHARGED, "the alert is not confirmed"));
    require(!charge.inCase(), Why.IN_CASE, "a case has taken the alert up: appeal there");
    require(
        !at.isAfter(today.end(confirmed, Limit.TO_APPEAL)),
        Why.TOO_LATE,
        "the time for an appeal is over");
    Database.update(
        connection,
        "insert into alert_appeal (alert_id, company_id, confirmed_at, user_id, client_id, at, reason)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        appeal.alertId(),
        appeal.companyId(),
        confirmed,
        appeal.userId(),
        appeal.clientId(),
        at,
        appeal.reason());
    return true;
  }

  /** Holds the alert, so that two appeals of one company are not both the first. */
  private static Charge charge(Connection connection, long alertId) throws SQLException {
    return Database.query(
            connection,
            """
            select v.company_id, a.status, k.at confirmed_at, %s in_case
            from alert a join vehicle v on v.id = a.vehicle_id left join lateral (%s) k on true
            where a.id = ? for update of a\
            """
                .formatted(AppealQueries.IN_CASE, AppealQueries.CONFIRMATION),
            row ->
                new Charge(
                    row.getInt("company_id"),
                    AlertStatus.valueOf(row.getString("status")),
                    Optional.ofNullable(Database.instant(row, "confirmed_at")),
                    row.getBoolean("in_case")),
            alertId)
        .stream()
        .findFirst()
        .orElseThrow(() -> new AppealRefusal(Why.UNKNOWN, "there is no such alert of a vehicle"));
  }

  private static boolean isOnFile(Connection connection, NewAppeal appeal) throws SQLException {
    return !appeal.clientId().isEmpty()
        && !Database.query(
                connection,
                "select 1 from alert_appeal where alert_id = ? and user_id = ? and client_id = ?",
                row -> true,
                appeal.alertId(),
                appeal.userId(),
                appeal.clientId())
            .isEmpty();
  }

  private static void refuseSecond(Connection connection, long alertId) throws SQLException {
    boolean none =
        Database.query(
                connection, "select 1 from alert_appeal where alert_id = ?", row -> true, alertId)
            .isEmpty();
    require(none, Why.APPEALED, "it was appealed against once");
  }

  /**
   * Decides of an appeal; of two at the same time one does.
   *
   * @throws AppealRefusal where that was done, or is not for this person
   */
  public void decide(NewDecision decision, Instant at) {
    database.inTransaction(
        "the decision of appeal " + decision.appealId(),
        connection -> {
          Lodged lodged = lodged(connection, decision.appealId());
          require(!lodged.decided(), Why.DECIDED, "it was decided on already");
          require(
              lodged.userId() != decision.userId()
                  && !lodged.confirmers().contains(decision.userId()),
              Why.FOUR_EYES,
              "who confirmed the alert, or lodged the appeal, does not decide");
          Long review =
              decision.decision() == Decision.UPHELD
                  ? takeBack(connection, lodged.alertId(), decision, at)
                  : null;
          return Database.update(
              connection,
              "update alert_appeal set decision = ?, decided_by = ?, decided_at = ?,"
                  + " decision_reason = ?, review_id = ?::bigint where id = ?",
              decision.decision().name(),
              decision.userId(),
              at,
              decision.reason(),
              review,
              decision.appealId());
        });
  }

  private static Lodged lodged(Connection connection, long id) throws SQLException {
    return Database.query(
            connection,
            """
            select p.alert_id, p.decision is not null decided, p.user_id,
              array(select r.user_id from review r where r.alert_id = p.alert_id
                and r.decision = 'CONFIRMED' and r.at >= p.confirmed_at) confirmers
            from alert_appeal p where p.id = ? for update of p\
            """,
            row ->
                new Lodged(
                    row.getLong("alert_id"),
                    row.getBoolean("decided"),
                    row.getInt("user_id"),
                    List.of((Integer[]) row.getArray("confirmers").getArray())),
            id)
        .stream()
        .findFirst()
        .orElseThrow(() -> new AppealRefusal(Why.UNKNOWN, "there is no such appeal"));
  }

  /** A review of its own takes the confirmation back. */
  private static Long takeBack(
      Connection connection, long alertId, NewDecision decision, Instant at) throws SQLException {
    return Database.query(
            connection,
            "insert into review (alert_id, revision, user_id, decision, reason, note, at)"
                + " select id, revision, ?, 'REJECTED', ?, ?, ? from alert where id = ?"
                + " returning id",
            row -> row.getLong(1),
            decision.userId(),
            ReviewDecision.APPEAL_UPHELD,
            decision.reason(),
            at,
            alertId)
        .get(0);
  }

  private static void require(boolean holds, Why why, String message) {
    if (!holds) {
      throw new AppealRefusal(why, message);
    }
  }
}
