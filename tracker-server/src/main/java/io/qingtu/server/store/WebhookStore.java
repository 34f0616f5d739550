package io.qingtu.server.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Webhooks as the administrator sees them. None is ever removed: they end. */
public final class WebhookStore {
  /** One that somebody adds. */
  public record NewWebhook(
      int ownerId, String url, List<WebhookKind> kinds, byte[] secret, int createdBy) {}

  private static final String SELECT =
      """
      select w.*, u.login owner, c.display_name creator,
        (select count(*) from webhook_message m where m.webhook_id = w.id and m.state = 'WAITING') waiting,
        (select count(*) from webhook_message m where m.webhook_id = w.id and m.state = 'PARKED') parked,
        coalesce((select outcome from webhook_message m where m.webhook_id = w.id and m.attempts > 0
          order by m.sequence desc limit 1), '') last_outcome
      from webhook w join app_user u on u.id = w.owner_id join app_user c on c.id = w.created_by
      """;

  private static final String MESSAGES =
      """
      select id, webhook_id, sequence, kind, state, made_at, since, due_at, attempts, outcome, finished_at
      from webhook_message where webhook_id = ?\
      """;

  private final Database database;

  public WebhookStore(Database database) {
    this.database = database;
  }

  public WebhookRow add(NewWebhook webhook, Instant now) {
    long id =
        database
            .updateReturning(
                "insert into webhook (owner_id, url, kinds, secret, created_by, created_at)"
                    + " values (?, ?, ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                webhook.ownerId(),
                webhook.url(),
                webhook.kinds().stream().map(Enum::name).toArray(String[]::new),
                webhook.secret(),
                webhook.createdBy(),
                now)
            .get(0);
    return find(id).orElseThrow();
  }

  /** All, the newest first. */
  public List<WebhookRow> all() {
    return database.query(SELECT + "order by w.id desc", WebhookStore::row);
  }

  public Optional<WebhookRow> find(long id) {
    return database.query(SELECT + "where w.id = ?", WebhookStore::row, id).stream().findFirst();
  }

  /** Ends one for good, and parks what waits; false where there is none that holds. */
  public boolean end(long id, String reason, Instant now) {
    return database.inTransaction(
        "ending webhook " + id,
        connection -> {
          int ended =
              Database.update(
                  connection,
                  "update webhook set ended_at = ?, end_reason = ? where id = ? and ended_at is null",
                  now,
                  reason,
                  id);
          Database.update(
              connection,
              "update webhook_message set state = 'PARKED', finished_at = ?"
                  + " where webhook_id = ? and state = 'WAITING'",
              now,
              id);
          return ended == 1;
        });
  }

  /** Its newest messages, the last one first. */
  public List<WebhookMessage> messages(long id, Optional<DeliveryState> state, int most) {
    return state.isPresent()
        ? database.query(
            MESSAGES + " and state = ? order by sequence desc limit ?",
            WebhookStore::message,
            id,
            state.get(),
            most)
        : database.query(
            MESSAGES + " order by sequence desc limit ?", WebhookStore::message, id, most);
  }

  /**
   * Lets parked messages be sent again, before those that wait.
   *
   * @param sequence of one; empty: all
   * @return how many
   */
  public int resend(long id, Optional<Long> sequence, Instant now) {
    return database.update(
        """
        update webhook_message m set state = 'WAITING', since = ?, due_at = ?, attempts = 0, finished_at = null
        from webhook w where w.id = m.webhook_id and w.ended_at is null and m.webhook_id = ?
          and m.state = 'PARKED' and m.sequence between ? and ?\
        """,
        now,
        now,
        id,
        sequence.orElse(0L),
        sequence.orElse(Long.MAX_VALUE));
  }

  static WebhookMessage message(ResultSet r) throws SQLException {
    return new WebhookMessage(
        r.getLong("id"),
        r.getLong("webhook_id"),
        r.getLong("sequence"),
        r.getString("kind"),
        DeliveryState.valueOf(r.getString("state")),
        Database.instant(r, "made_at"),
        Database.instant(r, "since"),
        Database.instant(r, "due_at"),
        r.getInt("attempts"),
        r.getString("outcome"),
        Database.instant(r, "finished_at"));
  }

  static List<WebhookKind> kinds(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray()).map(WebhookKind::valueOf).toList();
  }

  private static WebhookRow row(ResultSet r) throws SQLException {
    return new WebhookRow(
        r.getLong("id"),
        r.getString("owner"),
        r.getString("url"),
        kinds(r.getArray("kinds")),
        r.getString("creator"),
        Database.instant(r, "created_at"),
        Database.instant(r, "ended_at"),
        r.getString("end_reason"),
        r.getLong("waiting"),
        r.getLong("parked"),
        r.getString("last_outcome"));
  }
}
