package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads the log of who did what, and proves that nothing in it was changed. */
public final class AuditQueries {
  /**
   * Which lines are asked for; an empty part asks for all.
   *
   * @param from first moment
   * @param to first moment that is no longer meant
   * @param before id of the last line of the page before; the newest come first
   */
  public record Filter(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> action,
      Optional<String> object,
      Optional<String> login,
      Optional<Long> before) {
    /** All lines of a period. */
    public static Filter ofPeriod(Instant from, Instant to) {
      return new Filter(
          Optional.of(from),
          Optional.of(to),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same from below a line on. */
    public Filter after(long id) {
      return new Filter(from, to, action, object, login, Optional.of(id));
    }
  }

  /**
   * A line.
   *
   * @param login of who did it; empty where nobody was known
   * @param detail a JSON object
   */
  public record AuditRow(
      long id,
      Instant at,
      String login,
      String user,
      String origin,
      String action,
      String object,
      String detail,
      String hash) {}

  /**
   * What the chain says.
   *
   * @param lines looked at
   * @param root hash of the newest line, in hex; empty where there is none
   * @param brokenAt id of the first line that does not follow from the one before; null where all
   *     do
   */
  public record Verdict(long lines, String root, Long brokenAt) {}

  private final Database database;

  public AuditQueries(Database database) {
    this.database = database;
  }

  public List<AuditRow> page(Filter filter, int limit) {
    Query query =
        new Query(
            "select a.*, coalesce(u.login, '') login, coalesce(u.display_name, '') display_name"
                + " from audit a left join app_user u on u.id = a.user_id where true");
    filter.from().ifPresent(t -> query.and("and a.at >= ?", t));
    filter.to().ifPresent(t -> query.and("and a.at < ?", t));
    filter.action().ifPresent(a -> query.and("and a.action = ?", a));
    filter.object().ifPresent(o -> query.and("and a.object = ?", o));
    filter.login().ifPresent(l -> query.and("and u.login = ?", l));
    filter.before().ifPresent(id -> query.and("and a.id < ?", id));
    return query.and("order by a.id desc limit ?", limit).list(database, AuditQueries::row);
  }

  static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        Database.instant(row, "at"),
        row.getString("login"),
        row.getString("display_name"),
        row.getString("origin"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        HexFormat.of().formatHex(row.getBytes("hash")));
  }

  /** Looks at every line; a million take some seconds. */
  public Verdict verify() {
    return database
        .query(
            """
            select count(*) lines,
              min(id) filter (where prev is distinct from before or hash is distinct from
                audit_hash(prev, at, user_id, origin, action, object, detail)) broken,
              (select encode(hash, 'hex') from audit order by id desc limit 1) root
            from (select *, lag(hash) over (order by id) before from audit) chain\
            """,
            row -> {
              long broken = row.getLong("broken");
              Long first = row.wasNull() ? null : broken;
              String root = row.getString("root");
              return new Verdict(row.getLong("lines"), root == null ? "" : root, first);
            })
        .get(0);
  }
}
