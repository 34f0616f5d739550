package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Files commands and moves them from state to state; each state that one was in stays on file.
 * Blocks on the database: not for event loops.
 */
public final class CommandStore {
  private static final String OPEN =
      " id, phone, kind, arguments::text, tries, expires_at, serial is not null as went_out,"
          + " detail = '"
          + OpenCommand.ACKNOWLEDGED
          + "' as acknowledged ";

  // one at a time for each terminal, in the order in which they were asked for
  private static final String NEXT =
      """
      c.id = (select id from command q where q.phone = ? and q.state = 'QUEUED'
          and q.expires_at > ?
          and not exists (select 1 from command s where s.phone = q.phone and s.state = 'SENT')
        order by id limit 1 for update skip locked)\
      """;

  private final Database database;

  public CommandStore(Database database) {
    this.database = database;
  }

  /** Files a new command; returns its id. */
  public long add(CommandOrder order) {
    return database
        .updateReturning(
            """
            with added as (
              insert into command (vehicle_id, phone, kind, arguments, reason, requested_by,
                  created_at, expires_at, state, updated_at)
                values (?, ?, ?, ?::jsonb, ?, ?::int, ?, ?, 'QUEUED', ?) returning *),
              event as (
                insert into command_event (command_id, at, state, tries)
                  select id, created_at, state, tries from added)
            select id from added\
            """,
            row -> row.getLong(1),
            order.vehicleId(),
            order.phone(),
            order.kind(),
            order.arguments(),
            order.reason(),
            order.requestedBy(),
            order.createdAt(),
            order.expiresAt(),
            order.createdAt())
        .get(0);
  }

  /** The terminals for which something waits. */
  public List<String> waitingPhones() {
    return database.query(
        "select distinct phone from command where state = 'QUEUED'", row -> row.getString(1));
  }

  /** Those of the terminals for which something waits. */
  public List<String> waitingPhones(Collection<String> phones) {
    return database.query(
        "select distinct phone from command where state = 'QUEUED' and phone = any(?)",
        row -> row.getString(1),
        (Object) phones.toArray(new String[0]));
  }

  /**
   * Takes the terminal's next command and counts it as sent, so that nobody else sends it; empty
   * where nothing waits or something is on its way.
   *
   * @param due when to look at it again
   */
  public Optional<OpenCommand> claim(String phone, Instant now, Instant due) {
    return change(
            "state = 'SENT', tries = tries + 1, sent_at = coalesce(sent_at, ?), due_at = ?,"
                + " serial = null, serials = null",
            NEXT,
            now,
            now,
            due,
            phone,
            now)
        .stream()
        .findFirst();
  }

  /** It did not go out: it waits again, as if it had never been claimed. */
  public void putBack(long id, Instant now) {
    change(
        "state = 'QUEUED', tries = tries - 1, due_at = null,"
            + " sent_at = case when tries > 1 then sent_at end",
        "c.id = ? and c.state = 'SENT'",
        now,
        id);
  }

  /**
   * What went out, and under which serial numbers.
   *
   * @param first serial number of the first packet
   * @param count packets
   */
  public void wentOut(long id, StoredMessage message, int first, int count) {
    database.update(
        "update command set version = ?, message_id = ?, message_body = ?, serial = ?, serials = ?"
            + " where id = ?",
        message.version(),
        message.messageId(),
        message.body().toArray(),
        first,
        count,
        id);
  }

  /**
   * Commands on their way whose time to be looked at has come, but for those of terminals that
   * another gateway holds; at most one of each terminal.
   */
  public List<OpenCommand> due(Instant now, long gateway) {
    return database.query(
        "select"
            + OPEN
            + """
            from command c where state = 'SENT' and due_at <= ?
              and not exists (select from terminal_session s
                where s.phone = c.phone and not s.replaced and s.gateway <> ?)
            order by id\
            """,
        CommandStore::open,
        now,
        gateway);
  }

  /** The terminals' commands that are on their way; at most one of each. */
  public List<OpenCommand> onTheirWay(Collection<String> phones) {
    return database.query(
        "select" + OPEN + "from command where state = 'SENT' and phone = any(?)",
        CommandStore::open,
        (Object) phones.toArray(new String[0]));
  }

  /** Sends it once more. */
  public void again(long id, Instant now, Instant due) {
    change(
        "tries = tries + 1, due_at = ?, serial = null, serials = null",
        "c.id = ? and c.state = 'SENT'",
        now,
        due,
        id);
  }

  /**
   * The terminal has it and has still to send what was asked for.
   *
   * @param due when to give that up
   */
  public void acknowledged(long id, Instant now, Instant due) {
    change(
        "detail = ?, due_at = ?",
        "c.id = ? and c.state = 'SENT'",
        now,
        OpenCommand.ACKNOWLEDGED,
        due,
        id);
  }

  /**
   * The end of a command that was answered.
   *
   * @param result null where the reply says none
   */
  public void answered(
      long id, CommandState state, Integer result, String detail, StoredMessage reply, Instant at) {
    change(
        "state = ?, result = ?::int, detail = ?, reply_version = ?, reply_id = ?, reply_body = ?,"
            + " answered_at = ?, due_at = null",
        "c.id = ? and c.state = 'SENT'",
        at,
        state,
        result,
        detail,
        reply.version(),
        reply.messageId(),
        reply.body().toArray(),
        at,
        id);
  }

  /** The reply announces pictures, which come on their own, before or after it. */
  public void announced(long id, List<Long> mediaIds) {
    Long[] ids = mediaIds.toArray(Long[]::new);
    database.update("update command set media_ids = ? where id = ?", ids, id);
    database.update(
        "update media m set command_id = c.id from command c where c.id = ? and m.phone = c.phone"
            + " and m.media_id = any(?) and m.command_id is null and m.received_at >= c.sent_at",
        id,
        ids);
  }

  /** It takes longer than others: is looked at later. */
  public void postpone(long id, Instant due) {
    database.update("update command set due_at = ? where id = ? and state = 'SENT'", due, id);
  }

  /** The end of a command that was sent in vain, or cannot be sent. */
  public void ended(long id, CommandState state, String detail, Instant at) {
    change(
        "state = ?, detail = ?, due_at = null",
        "c.id = ? and c.state in ('QUEUED', 'SENT')",
        at,
        state,
        detail,
        id);
  }

  /** Ends what waits beyond its time; returns what it ended. */
  public List<OpenCommand> expire(Instant now) {
    return change("state = 'EXPIRED'", "c.state = 'QUEUED' and c.expires_at <= ?", now, now);
  }

  private List<OpenCommand> change(String set, String where, Instant now, Object... arguments) {
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    int inSet = (int) set.chars().filter(c -> c == '?').count();
    all.add(inSet, now);
    all.add(now);
    return database.updateReturning(
        """
        with changed as (
            update command c set %s, updated_at = ? where %s returning *),
          event as (
            insert into command_event (command_id, at, state, tries, detail)
              select id, ?, state, tries, detail from changed)
        select %s from changed order by id\
        """
            .formatted(set, where, OPEN),
        CommandStore::open,
        all.toArray());
  }

  private static OpenCommand open(ResultSet row) throws SQLException {
    return new OpenCommand(
        row.getLong("id"),
        row.getString("phone"),
        row.getString("kind"),
        row.getString("arguments"),
        row.getInt("tries"),
        Database.instant(row, "expires_at"),
        row.getBoolean("went_out"),
        row.getBoolean("acknowledged"));
  }
}
