package io.qingtu.server.store;

import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.AppealRefusal.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an appeal against an alert, and all that is filed for one, stands on.
 *
 * @param company id of the vehicle's company
 * @param confirmedAt empty where no confirmation stands
 * @param inCase whether a case has taken the alert up
 * @param appealed whether it was appealed against
 */
record AppealGround(
    int company,
    AlertStatus status,
    Optional<Instant> confirmedAt,
    boolean inCase,
    boolean appealed) {
  private static final String HELD =
      """
      select v.company_id, a.status, k.at confirmed_at, %s in_case
      from alert a join vehicle v on v.id = a.vehicle_id left join lateral (%s) k on true
      where a.id = ? for update of a\
      """
          .formatted(AppealQueries.IN_CASE, AppealQueries.CONFIRMATION);

  /**
   * Holds the alert, so that two appeals of one company are not both the first.
   *
   * @throws AppealRefusal where it is no alert of the company
   */
  static AppealGround hold(Connection connection, long alertId, int companyId) throws SQLException {
    AppealGround held =
        Database.query(
                connection,
                HELD,
                row ->
                    new AppealGround(
                        row.getInt("company_id"),
                        AlertStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(Database.instant(row, "confirmed_at")),
                        row.getBoolean("in_case"),
                        false),
                alertId)
            .stream()
            .filter(ground -> ground.company() == companyId)
            .findFirst()
            .orElseThrow(() -> new AppealRefusal(Why.UNKNOWN, "it is no alert of the company"));
    return held.appealed(connection, alertId);
  }

  /** A statement of its own: it sees what was lodged while the alert was waited for. */
  private AppealGround appealed(Connection connection, long alertId) throws SQLException {
    boolean lodged =
        !Database.query(
                connection, "select 1 from alert_appeal where alert_id = ?", row -> true, alertId)
            .isEmpty();
    return new AppealGround(company, status, confirmedAt, inCase, lodged);
  }

  /**
   * When what is appealed against was confirmed.
   *
   * @throws AppealRefusal where the company cannot appeal against it now
   */
  Instant confirmed(Instant at, WorkCalendar today) {
    AppealRefusal.require(!appealed, Why.APPEALED, "it was appealed against once");
    boolean stands = status != AlertStatus.SUPPRESSED && status != AlertStatus.RETRACTED;
    Instant confirmed =
        confirmedAt
            .filter(t -> stands)
            .orElseThrow(() -> new AppealRefusal(Why.NOT_CHARGED, "the alert is not confirmed"));
    AppealRefusal.require(!inCase, Why.IN_CASE, "a case has taken the alert up: appeal there");
    AppealRefusal.require(
        !at.isAfter(today.end(confirmed, Limit.TO_APPEAL)),
        Why.TOO_LATE,
        "the time for an appeal is over");
    return confirmed;
  }
}
