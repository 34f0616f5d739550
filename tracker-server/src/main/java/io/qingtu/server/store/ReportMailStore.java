package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The mails of issued reports. They are filed in the transaction that issues a report, one for each
 * recipient there is; a process takes each for a while, so that another one goes on with it where
 * that one dies.
 */
public final class ReportMailStore {
  /** With the table that the mails are in. */
  private static final String SELECT =
      """
      select m.*, r.address, coalesce(c.name, '') organisation from %s m
        join report_recipient r on r.id = m.recipient_id left join company c on c.id = r.company_id\
      """;

  private final Database database;

  public ReportMailStore(Database database) {
    this.database = database;
  }

  /**
   * Takes the mail that has been due for the longest time.
   *
   * @param lease so long nobody else takes it, unless the attempt is told before
   */
  public Optional<ReportMail> take(Duration lease, Instant now) {
    return database
        .updateReturning(
            """
            with next as (
              select id from report_mail where state = 'WAITING' and due_at <= ?
                and (busy_until is null or busy_until <= ?)
              order by due_at, id limit 1 for update skip locked),
            taken as (
              update report_mail set busy_until = ?, since = coalesce(since, ?)
              where id in (select id from next) returning *)
            """
                + SELECT.formatted("taken"),
            ReportMailStore::mail,
            now,
            now,
            now.plus(lease),
            now)
        .stream()
        .findFirst();
  }

  /**
   * Tells how an attempt ended.
   *
   * @param next when it is tried again; empty: never
   */
  public void told(
      ReportMail mail, DeliveryState state, String outcome, Optional<Instant> next, Instant now) {
    database.update(
        """
        update report_mail set state = ?, outcome = ?, attempts = attempts + 1, busy_until = null,
          due_at = coalesce(?, due_at), finished_at = ? where id = ? and state = 'WAITING'\
        """,
        state,
        outcome,
        next.orElse(null),
        state == DeliveryState.WAITING ? null : now,
        mail.id());
  }

  /** Gives up what was issued before a moment and was never tried; how many. */
  public int giveUpUntried(Instant before, String outcome, Instant now) {
    return database.update(
        """
        update report_mail set state = 'PARKED', outcome = ?, finished_at = ?
        where state = 'WAITING' and since is null and made_at < ?\
        """,
        outcome,
        now,
        before);
  }

  /** Those of a report, by recipient. */
  public List<ReportMail> of(long runId) {
    return database.query(
        SELECT.formatted("report_mail") + " where m.run_id = ? order by organisation, r.address",
        ReportMailStore::mail,
        runId);
  }

  /**
   * Lets the mails of a report that were given up be sent again, and files one for each recipient
   * that was added since.
   *
   * @return how many
   */
  public int resend(long runId, Instant now) {
    return database
        .updateReturning(
            """
            insert into report_mail as m (run_id, recipient_id, made_at, due_at)
            select ?, r.id, ?, ? from report_recipient r where r.ended_at is null
            on conflict (run_id, recipient_id) do update set state = 'WAITING', made_at = ?,
              since = null, due_at = ?, attempts = 0, finished_at = null
              where m.state = 'PARKED'
            returning m.id\
            """,
            row -> row.getLong("id"),
            runId,
            now,
            now,
            now,
            now)
        .size();
  }

  /** Mails that wait, of all reports. */
  public long waiting() {
    return database
        .query("select count(*) from report_mail where state = 'WAITING'", r -> r.getLong(1))
        .get(0);
  }

  private static ReportMail mail(ResultSet row) throws SQLException {
    return new ReportMail(
        row.getLong("id"),
        row.getLong("run_id"),
        row.getString("address"),
        row.getString("organisation"),
        DeliveryState.valueOf(row.getString("state")),
        Database.instant(row, "made_at"),
        Database.instant(row, "since"),
        Database.instant(row, "due_at"),
        row.getInt("attempts"),
        row.getString("outcome"),
        Database.instant(row, "finished_at"));
  }
}
