package io.qingtu.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which gateway holds the connection of which terminal, for all gateways on one database. The
 * newest connection of a terminal stays, wherever it is. Blocks on the database.
 */
public final class SessionStore {
  /** Sessions are entered by one gateway at a time, else two of them would not see each other's. */
  private static final long LOCK = 0x51_6e67_7475L;

  /**
   * A terminal's session at a gateway.
   *
   * @param since to the microsecond, by the clock of the gateway's machine
   */
  public record Held(String phone, Instant since) {}

  private final Database database;

  public SessionStore(Database database) {
    this.database = database;
  }

  /** A gateway begins; returns the number that it has as long as it runs. */
  public long begin() {
    return database
        .query("insert into gateway (seen_at) values (now()) returning id", row -> row.getLong(1))
        .get(0);
  }

  /**
   * The gateway goes on.
   *
   * @return false where the others have taken it for dead, and its sessions for ended
   */
  public boolean goesOn(long gateway) {
    return database.update("update gateway set seen_at = now() where id = ?", gateway) > 0;
  }

  /** The gateway ends, and with it its sessions. */
  public void end(long gateway) {
    database.update("delete from gateway where id = ?", gateway);
  }

  /** Ends the gateways, and their sessions, that were not seen for so long; returns how many. */
  public int endSilent(Duration silence) {
    return database.update(
        "delete from gateway where seen_at < now() - make_interval(secs => ?)",
        silence.toMillis() / 1e3);
  }

  /** The gateway holds these sessions; older ones of the same terminals are replaced, anywhere. */
  public void enter(long gateway, Collection<Held> sessions) {
    String[] phones = sessions.stream().map(Held::phone).toArray(String[]::new);
    Long[] since = sessions.stream().map(s -> micros(s.since())).toArray(Long[]::new);
    database.inTransaction(
        "entering sessions",
        connection -> {
          Database.query(connection, "select pg_advisory_xact_lock(?)", row -> true, LOCK);
          Database.update(
              connection,
              """
              insert into terminal_session (gateway, phone, since)
                select ?, n.phone, 'epoch'::timestamptz + n.since * interval '1 microsecond'
                from unnest(?, ?) as n(phone, since)
              on conflict (gateway, phone) do update set since = excluded.since, replaced = false\
              """,
              gateway,
              phones,
              since);
          return Database.update(
              connection,
              """
              update terminal_session s set replaced = true
              where s.phone = any(?) and not s.replaced and exists (select from terminal_session n
                where n.phone = s.phone and (n.since, n.gateway) > (s.since, s.gateway))\
              """,
              (Object) phones);
        });
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  /** The gateway holds no session of these terminals any more. */
  public void leave(long gateway, Collection<String> phones) {
    database.update(
        "delete from terminal_session where gateway = ? and phone = any(?)",
        gateway,
        phones.toArray(new String[0]));
  }

  /** The gateway's sessions whose terminals have a newer one elsewhere. */
  public List<Held> replaced(long gateway) {
    return database.query(
        "select phone, since from terminal_session where gateway = ? and replaced",
        row -> new Held(row.getString("phone"), Database.instant(row, "since")),
        gateway);
  }
}
