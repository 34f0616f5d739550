package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What companies are asked about alerts of their vehicles (通知企业), and what they answer (说明). */
public final class NoticeStore {
  /**
   * A question about an alert.
   *
   * @param start of the alert
   * @param user who asked
   * @param answer empty while there is none
   * @param answeredBy empty while nobody has
   * @param answeredAt null while nobody has
   */
  public record NoticeRow(
      long id,
      long alertId,
      String rule,
      String plate,
      String company,
      Instant start,
      String user,
      Instant at,
      String note,
      String answer,
      String answeredBy,
      Instant answeredAt) {}

  private static final String SELECT =
      """
      select n.*, a.rule, a.start_time, v.plate, c.name company, u.display_name asker,
        coalesce(w.display_name, '') answerer
      from alert_notice n
      join alert a on a.id = n.alert_id
      join vehicle v on v.id = a.vehicle_id
      join company c on c.id = n.company_id
      join app_user u on u.id = n.user_id
      left join app_user w on w.id = n.answer_user_id
      where\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;

  public NoticeStore(Database database) {
    this.database = database;
  }

  /**
   * Asks the company of an alert's vehicle.
   *
   * @return the question's id; empty where the alert is of no vehicle
   */
  public Optional<Long> ask(long alertId, int userId, String note, Instant at) {
    return database
        .query(
            "insert into alert_notice (alert_id, company_id, user_id, at, note)"
                + " select a.id, v.company_id, ?, ?, ? from alert a"
                + " join vehicle v on v.id = a.vehicle_id where a.id = ? returning id",
            row -> row.getLong(1),
            userId,
            at,
            note,
            alertId)
        .stream()
        .findFirst();
  }

  /** Files an answer; false where there is one already. */
  public boolean answer(long id, int userId, String text, Instant at) {
    return database.update(
            "update alert_notice set answer = ?, answer_user_id = ?, answered_at = ?"
                + " where id = ? and answered_at is null",
            text,
            userId,
            at,
            id)
        == 1;
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
   * Questions without an answer, the oldest first.
   *
   * @param after the last one of the page before
   */
  public List<NoticeRow> open(Optional<Long> after, Scope scope, int limit) {
    return of(scope)
        .and("and n.answered_at is null and n.id > ?", after.orElse(0L))
        .and("order by n.id limit ?", limit)
        .list(database, NoticeStore::row);
  }

  private static Query of(Scope scope) {
    return new Query(SELECT, scope.arguments());
  }

  private static NoticeRow row(ResultSet r) throws SQLException {
    String answer = r.getString("answer");
    return new NoticeRow(
        r.getLong("id"),
        r.getLong("alert_id"),
        r.getString("rule"),
        r.getString("plate"),
        r.getString("company"),
        Database.instant(r, "start_time"),
        r.getString("asker"),
        Database.instant(r, "at"),
        r.getString("note"),
        answer == null ? "" : answer,
        r.getString("answerer"),
        Database.instant(r, "answered_at"));
  }
}
