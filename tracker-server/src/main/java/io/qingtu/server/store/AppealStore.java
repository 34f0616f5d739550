package io.qingtu.server.store;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.server.store.AppealRefusal.Why;
import io.qingtu.server.store.AppealRow.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
    AppealGround ground = AppealGround.hold(connection, appeal.alertId(), appeal.companyId());
    if (isOnFile(connection, appeal)) {
      return false;
    }
    Instant confirmed = ground.confirmed(at, today);
    Database.update(
        connection,
        "insert into alert_appeal (alert_id, company_id, confirmed_at, user_id, client_id, at,"
            + " reason) values (?, ?, ?, ?, ?, ?, ?)",
        appeal.alertId(),
        appeal.companyId(),
        confirmed,
        appeal.userId(),
        appeal.clientId(),
        at,
        appeal.reason());
    return true;
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
          AppealRefusal.require(!lodged.decided(), Why.DECIDED, "it was decided on already");
          AppealRefusal.require(
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
}
