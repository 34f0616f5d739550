package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what was once with the device of a vehicle, of every kind in one list. */
public final class DeviceHistory {
  /** What there is in it. */
  public enum Kind {
    /** 指令: something was asked of the terminal. */
    COMMAND(
        """
        select 'COMMAND' kind, k.id, k.created_at at, null::timestamptz since,
          k.answered_at until, k.kind what, k.state, '' reason, k.phone,
          coalesce(u.login, '') actor
        from command k left join app_user u on u.id = k.requested_by
        where k.vehicle_id = ?
        """,
        "k.created_at",
        "k.id"),
    /** 故障: what the rules have found, when it was over and nobody has rejected it. */
    FINDING(
        """
        select 'FINDING' kind, a.id, a.end_time at, a.start_time since, a.end_time until,
          a.rule what, a.status state, a.reason, '' phone, '' actor
        from alert a
        where a.vehicle_id = ? and a.rule like 'D%' and a.status = 'ENDED'
          and a.end_time is not null and 'REJECTED' is distinct from (
            select decision from review where alert_id = a.id order by at desc, id desc limit 1)
        """,
        "a.end_time", "a.id"),
    /** 装机: a terminal was ordered for the vehicle, tested and accepted, or not. */
    INSTALLATION(
        """
        select 'INSTALLATION' kind, i.id, i.at, null::timestamptz since, e.at until,
          i.reason what, case e.move when 'ACCEPT' then 'IN_USE' when 'CANCEL' then 'CANCELLED'
            else case when exists (select from installation_step t
              where t.installation_id = i.id and t.move = 'TEST') then 'TESTING' else 'ORDERED' end
          end state, '' reason, i.phone, coalesce(u.display_name, '') actor
        from installation i left join app_user u on u.id = i.user_id
          left join installation_step e
            on e.installation_id = i.id and e.move in ('ACCEPT', 'CANCEL')
        where i.vehicle_id = ?
        """,
        "i.at",
        "i.id"),
    /** 绑定: a terminal of the register came on line for the vehicle. */
    BINDING(
        """
        select 'BINDING' kind, t.id, coalesce(t.registered_at, x.first_seen) at,
          null::timestamptz since, null::timestamptz until, t.profile what,
          case when t.enabled then 'ENABLED' else 'DISABLED' end state, '' reason, t.phone,
          '' actor
        from terminal t left join terminal_traits x on x.phone = t.phone
        where t.vehicle_id = ? and coalesce(t.registered_at, x.first_seen) is not null
        """,
        "coalesce(t.registered_at, x.first_seen)",
        "t.id");

    private final String select;
    private final String at;
    private final String id;

    Kind(String select, String at, String id) {
      this.select = select;
      this.at = at;
      this.id = id;
    }
  }

  /**
   * One thing that was.
   *
   * @param at by which the newest is in front: when it was asked, ordered or registered; of a fault
   *     its end
   * @param since begin of a fault; null of others
   * @param until when it was answered, accepted, cancelled or over; null where that is not known
   * @param what kind of the command, rule, reason of the installation, profile of the terminal
   * @param reason of a fault as its alert carries it; empty of others
   * @param phone of the terminal; empty of a fault
   * @param actor who asked for it; empty where the system did
   */
  public record Entry(
      Kind kind,
      long id,
      Instant at,
      Instant since,
      Instant until,
      String what,
      String state,
      String reason,
      String phone,
      String actor) {
    public Cursor cursor() {
      return new Cursor(at, kind, id);
    }
  }

  /** Where an entry stands in the list. */
  public record Cursor(Instant at, Kind kind, long id) {}

  private final Database database;

  public DeviceHistory(Database database) {
    this.database = database;
  }

  /**
   * The newest first. Whether the reader may see the vehicle, and what kinds, is for who asks.
   *
   * @param before those that follow it only
   */
  public List<Entry> page(int vehicleId, Set<Kind> kinds, Optional<Cursor> before, int limit) {
    Query query = new Query("select * from (");
    String union = "";
    for (Kind kind : kinds) {
      query.and(union + "(" + kind.select, vehicleId);
      before.ifPresent(
          c ->
              query.and(
                  "and (%s, '%s', %s) < (?::timestamptz, ?, ?)"
                      .formatted(kind.at, kind.name(), kind.id),
                  c.at(),
                  c.kind().name(),
                  c.id()));
      // of each kind as much as the page may hold: no more of any can be on it
      query.and("order by %s desc, %s desc limit ?)".formatted(kind.at, kind.id), limit);
      union = "union all ";
    }
    return query
        .and(") h order by at desc, kind desc, id desc limit ?", limit)
        .list(database, DeviceHistory::entry);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Kind.valueOf(row.getString("kind")),
        row.getLong("id"),
        Database.instant(row, "at"),
        Database.instant(row, "since"),
        Database.instant(row, "until"),
        row.getString("what"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("phone"),
        row.getString("actor"));
  }
}
