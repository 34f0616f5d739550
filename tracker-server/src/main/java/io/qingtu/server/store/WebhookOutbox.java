package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What has happened, the messages that were made of it, and how far each has come. An event is gone
 * when its messages are there, in one transaction; a message is sent by who holds its webhook, one
 * at a time and in the order of the sequence.
 */
public final class WebhookOutbox {
  /**
   * Something that has happened.
   *
   * @param subject alert or case
   * @param detail the alert's revision, the case's stage
   */
  public record Event(long id, Instant at, String subject, long objectId, String detail) {}

  /** A webhook that holds, and whose eyes it has. */
  public record Listener(long id, List<WebhookKind> kinds, Account owner) {}

  /** A message of an event for a webhook. */
  public record Draft(long eventId, long webhookId, String kind, String body) {}

  /** A message whose turn it is. */
  public record Due(WebhookMessage message, String url, byte[] secret, String body) {}

  private final Database database;

  public WebhookOutbox(Database database) {
    this.database = database;
  }

  /** The oldest events of which there are no messages yet. */
  public List<Event> events(int most) {
    return database.query(
        "select * from webhook_event order by id limit ?",
        r ->
            new Event(
                r.getLong("id"),
                Database.instant(r, "at"),
                r.getString("subject"),
                r.getLong("object_id"),
                r.getString("detail")),
        most);
  }

  /** Those that hold, of accounts that may still sign in. */
  public List<Listener> listeners() {
    return database.query(
        "select w.id webhook, w.kinds, a.* from webhook w join ("
            + UserStore.ACCOUNT
            + ") a on a.id = w.owner_id where w.ended_at is null and a.enabled order by w.id",
        r ->
            new Listener(
                r.getLong("webhook"),
                WebhookStore.kinds(r.getArray("kinds")),
                UserStore.account(r)));
  }

  /** Files messages in the place of their events; what another process was quicker with is left. */
  public void file(Collection<Event> events, List<Draft> drafts, Instant now) {
    database.inTransaction(
        "filing messages to webhooks",
        connection -> {
          Database.query(
              connection, "select pg_advisory_xact_lock(hashtext('webhook')::bigint)", row -> true);
          List<Long> ours =
              Database.query(
                  connection,
                  "delete from webhook_event where id = any(?) returning id",
                  row -> row.getLong(1),
                  (Object) events.stream().map(Event::id).toArray(Long[]::new));
          for (Draft draft : drafts) {
            if (ours.contains(draft.eventId())) {
              file(connection, draft, now);
            }
          }
          return null;
        });
  }

  private static void file(Connection connection, Draft draft, Instant now) throws SQLException {
    Database.update(
        connection,
        """
        with next as (update webhook set sequence = sequence + 1 where id = ? returning id, sequence)
        insert into webhook_message (webhook_id, sequence, kind, body, made_at, since, due_at)
        select id, sequence, ?, ?, ?, ?, ? from next\
        """,
        draft.webhookId(),
        draft.kind(),
        draft.body(),
        now,
        now,
        now);
  }

  /**
   * Takes the webhooks whose first waiting message is due and that nobody else sends to, until the
   * attempt is told or so much time has passed.
   */
  public List<Due> take(Duration longest, Instant now) {
    return database.updateReturning(
        """
        with first as (
          select distinct on (webhook_id) * from webhook_message where state = 'WAITING'
          order by webhook_id, sequence)
        update webhook w set busy_until = ? from first f
        where f.webhook_id = w.id and f.due_at <= ? and w.ended_at is null
          and (w.busy_until is null or w.busy_until < ?)
        returning f.*, w.url, w.secret\
        """,
        r ->
            new Due(
                WebhookStore.message(r),
                r.getString("url"),
                r.getBytes("secret"),
                r.getString("body")),
        now.plus(longest),
        now,
        now);
  }

  /**
   * Tells how an attempt ended, and lets its webhook go.
   *
   * @param next when it is tried again; empty: never
   */
  public void told(
      WebhookMessage message,
      DeliveryState state,
      String outcome,
      Optional<Instant> next,
      Instant now) {
    database.inTransaction(
        "an attempt of message " + message.id(),
        connection -> {
          Database.update(
              connection,
              """
              update webhook_message set state = ?, outcome = ?, attempts = attempts + 1,
                due_at = coalesce(?, due_at), finished_at = ? where id = ? and state = 'WAITING'\
              """,
              state,
              outcome,
              next.orElse(null),
              state == DeliveryState.WAITING ? null : now,
              message.id());
          Database.update(
              connection, "update webhook set busy_until = null where id = ?", message.webhookId());
          return null;
        });
  }

  /** Messages that wait, of all webhooks that hold. */
  public long waiting() {
    return database
        .query("select count(*) from webhook_message where state = 'WAITING'", r -> r.getLong(1))
        .get(0);
  }
}
