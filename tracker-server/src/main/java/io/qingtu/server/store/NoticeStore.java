package io.qingtu.server.store;

import io.qingtu.route.casework.Deadline;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.NoticeRefusal.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What companies are asked about alerts of their vehicles (通知企业), and what they answer (说明). */
public final class NoticeStore {
  /** An answer that nobody has decided on for so long is looked up with its alert. */
  private static final Duration FRESH = Duration.ofDays(30);

  /**
   * An answer before it is filed.
   *
   * @param companyId for which it is given
   * @param clientId the sender's own name of it: the same again is the same answer; empty where it
   *     has none
   */
  public record NewAnswer(int userId, int companyId, String text, String clientId) {}

  private static final String SELECT =
      """
      select n.*, a.rule, a.start_time, a.lon, a.lat, v.plate, c.name company, u.display_name asker,
        coalesce(w.display_name, '') answerer
      from alert_notice n
      join alert a on a.id = n.alert_id
      join vehicle v on v.id = a.vehicle_id
      join company c on c.id = n.company_id
      join app_user u on u.id = n.user_id
      left join app_user w on w.id = n.answer_user_id
      where (? or n.company_id = any(?)) and\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;
  private final Supplier<WorkCalendar> calendar;

  /**
   * @param calendar the bureau's working time as it is known now
   */
  public NoticeStore(Database database, Supplier<WorkCalendar> calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Asks the company of an alert's vehicle, which has {@link Limit#FIRST_ANSWER} for it.
   *
   * @return the question's id; empty where the alert is of no vehicle
   */
  public Optional<Long> ask(long alertId, int userId, String note, Instant at) {
    Deadline limit = Deadline.of(calendar.get(), at, Limit.FIRST_ANSWER);
    return database
        .updateReturning(
            "insert into alert_notice (alert_id, company_id, user_id, at, note, amber_at, due_at)"
                + " select a.id, v.company_id, ?, ?, ?, ?, ? from alert a"
                + " join vehicle v on v.id = a.vehicle_id where a.id = ? returning id",
            row -> row.getLong(1),
            userId,
            at,
            note,
            limit.amber(),
            limit.due(),
            alertId)
        .stream()
        .findFirst();
  }

  /**
   * Files the answer of a company; what came before under the same name is not filed again.
   *
   * @return whether it is new
   * @throws NoticeRefusal where the company was not asked, or another answer is there
   */
  public boolean answer(long id, NewAnswer answer, Instant at) {
    int filed =
        database.update(
            "update alert_notice set answer = ?, answer_user_id = ?, answer_client_id = ?,"
                + " answered_at = ? where id = ? and company_id = ? and answered_at is null",
            answer.text(),
            answer.userId(),
            answer.clientId(),
            at,
            id,
            answer.companyId());
    if (filed == 0) {
      refuseOther(id, answer);
    }
    return filed == 1;
  }

  private void refuseOther(long id, NewAnswer answer) {
    boolean same =
        database
            .query(
                "select answer_user_id = ? and answer_client_id = ? and answer_client_id <> '' same"
                    + " from alert_notice where id = ? and company_id = ?",
                row -> row.getBoolean("same"),
                answer.userId(),
                answer.clientId(),
                id,
                answer.companyId())
            .stream()
            .findFirst()
            .orElseThrow(() -> new NoticeRefusal(Why.UNKNOWN, "there is no notice " + id));
    if (!same) {
      throw new NoticeRefusal(Why.ANSWERED, "notice " + id + " has been answered");
    }
  }

  public Optional<NoticeRow> find(long id, Scope scope) {
    return of(scope).and("and n.id = ?", id).first(database, NoticeStore::row);
  }

  /** All questions about an alert, the oldest first. */
  public List<NoticeRow> ofAlert(long alertId, Scope scope) {
    return of(scope)
        .and("and n.alert_id = ? order by n.id", alertId)
        .list(database, NoticeStore::row);
  }

  /**
   * Questions without an answer, the first due first; what has no limit is due when it was asked.
   *
   * @param after the last one of the page before
   */
  public List<NoticeRow> open(Optional<Long> after, Scope scope, int limit) {
    Query open = of(scope).and("and n.answered_at is null");
    after.ifPresent(
        id ->
            open.and(
                "and (coalesce(n.due_at, n.at), n.id) >"
                    + " (select coalesce(l.due_at, l.at), l.id from alert_notice l where l.id = ?)",
                id));
    return open.and("order by coalesce(n.due_at, n.at), n.id limit ?", limit)
        .list(database, NoticeStore::row);
  }

  /**
   * Answers of the last thirty days to questions about alerts that nobody has decided on yet, the
   * oldest first.
   *
   * @param after the last one of the page before
   */
  public List<NoticeRow> answered(Optional<Long> after, Scope scope, Instant now, int limit) {
    Query answered =
        of(scope)
            .and(
                "and n.answered_at >= ? and not exists"
                    + " (select from review r where r.alert_id = n.alert_id)",
                now.minus(FRESH));
    after.ifPresent(
        id ->
            answered.and(
                "and (n.answered_at, n.id) >"
                    + " (select l.answered_at, l.id from alert_notice l where l.id = ?)",
                id));
    return answered
        .and("order by n.answered_at, n.id limit ?", limit)
        .list(database, NoticeStore::row);
  }

  /** Who was asked sees it while the vehicle is its own. */
  private static Query of(Scope scope) {
    return new Query(SELECT, scope.arguments()).and("", scope.arguments());
  }

  private static NoticeRow row(ResultSet r) throws SQLException {
    String answer = r.getString("answer");
    return new NoticeRow(
        r.getLong("id"),
        r.getLong("alert_id"),
        r.getString("rule"),
        r.getString("plate"),
        r.getInt("company_id"),
        r.getString("company"),
        Database.instant(r, "start_time"),
        Database.number(r, "lon"),
        Database.number(r, "lat"),
        r.getInt("user_id"),
        r.getString("asker"),
        Database.instant(r, "at"),
        r.getString("note"),
        Database.instant(r, "amber_at"),
        Database.instant(r, "due_at"),
        answer == null ? "" : answer,
        r.getString("answerer"),
        Database.instant(r, "answered_at"));
  }
}
