package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.ShiftRefusal.Why;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shift logs (值班日志): the city's desk has one, and each district's. Whoever is on duty notes
 * what happens and hands over in the end, with what is left to do; the next one takes it over. With
 * a handover goes what the system itself counts as open.
 */
public final class ShiftStore {
  /** Kinds of lines. */
  public enum Kind {
    /** 上岗, with nobody to take over from, or beside a colleague. */
    BEGIN,
    /** 记事. */
    NOTE,
    /** 交班. */
    HAND_OVER,
    /** 接班. */
    TAKE_OVER
  }

  /**
   * A line before it is filed.
   *
   * @param desk id of the district; 0 for the city's
   * @param items what is left to do; of a handover alone
   * @param handover id of what is taken over; 0 where nothing is
   */
  public record NewLine(
      Kind kind, int desk, int userId, String text, List<String> items, long handover) {
    public NewLine {
      items = List.copyOf(items);
    }
  }

  /**
   * What stands open.
   *
   * @param alerts of grade A and B of the last day that nobody has decided on
   * @param cases that are not closed
   * @param overdue of them
   * @param exemptions that wait for a decision
   */
  public record Standing(long alerts, long cases, long overdue, long exemptions) {}

  /** Somebody who is on duty. */
  public record OnDuty(int userId, String name, Instant since) {}

  /**
   * A line on file.
   *
   * @param standing null but for a handover
   * @param handover id of what was taken over; 0 where nothing was
   */
  public record Line(
      long id,
      Kind kind,
      int userId,
      String by,
      Instant at,
      String text,
      List<String> items,
      Standing standing,
      long handover) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RECENT = Duration.ofDays(1);

  private static final String SELECT =
      """
      select e.*, u.display_name from shift_entry e join app_user u on u.id = e.user_id
      where coalesce(e.desk_id, 0) = ?
      """;

  /** Who has begun since his or her last handover. */
  private static final String ON_DUTY =
      """
      select e.user_id, u.display_name, min(e.at) since from shift_entry e join app_user u on u.id = e.user_id
      where coalesce(e.desk_id, 0) = ? and e.kind in ('BEGIN', 'TAKE_OVER') and e.id > coalesce((
        select max(h.id) from shift_entry h
        where coalesce(h.desk_id, 0) = coalesce(e.desk_id, 0) and h.user_id = e.user_id and h.kind = 'HAND_OVER'), 0)
      group by e.user_id, u.display_name order by since, e.user_id\
      """;

  private static final String STANDING =
      """
      select
        (select count(*) from alert a left join vehicle v on v.id = a.vehicle_id
          where a.grade in ('A', 'B') and a.status in ('OPEN', 'ENDED') and a.start_time > ? and a.start_time <= ?
            and (? or v.company_id = any(?) or a.contractors && ?)
            and not exists (select from review r where r.alert_id = a.id)) alerts,
        count(*) cases, count(*) filter (where c.due_at < ?) overdue,
        (select count(*) from exemption_request r where r.decision is null and (? or r.companies && ?)) exemptions
      from case_file c
      where c.stage not in ('CLOSED', 'EVALUATED', 'NOT_FILED', 'TRANSFERRED')
        and (? or c.company_id = any(?) or c.side_id = any(?))\
      """;

  private final Database database;

  public ShiftStore(Database database) {
    this.database = database;
  }

  /**
   * Files a line.
   *
   * @param scope what counts as standing open at the desk
   * @return its id
   * @throws ShiftRefusal where it may not be written so
   */
  public long add(NewLine line, Scope scope, Instant now) {
    return database.inTransaction(
        "writing the shift log",
        connection -> {
          Database.query(
              connection,
              "select pg_advisory_xact_lock(hashtext('shift'), ?)",
              row -> true,
              line.desk());
          refuse(connection, line);
          Standing standing =
              line.kind() == Kind.HAND_OVER ? standing(connection, scope, now) : null;
          return Database.query(
                  connection,
                  """
                  insert into shift_entry (desk_id, user_id, at, kind, text, items, standing, handover_id)
                  values (nullif(?, 0), ?, ?, ?, ?, ?::jsonb, ?::jsonb, nullif(?, 0)) returning id\
                  """,
                  row -> row.getLong(1),
                  line.desk(),
                  line.userId(),
                  now,
                  line.kind(),
                  line.text(),
                  JSON.valueToTree(line.items()).toString(),
                  standing == null ? null : JSON.valueToTree(standing).toString(),
                  line.handover())
              .get(0);
        });
  }

  private static void refuse(Connection connection, NewLine line) throws SQLException {
    boolean onDuty =
        Database.query(connection, ON_DUTY, ShiftStore::onDuty, line.desk()).stream()
            .anyMatch(d -> d.userId() == line.userId());
    if (line.kind() == Kind.TAKE_OVER) {
      refuseHandover(connection, line);
    } else if (line.kind() == Kind.BEGIN && onDuty) {
      throw new ShiftRefusal(Why.ON_DUTY, "you are on duty already");
    } else if (line.kind() != Kind.BEGIN && !onDuty) {
      throw new ShiftRefusal(Why.OFF_DUTY, "you are not on duty");
    }
  }

  private static void refuseHandover(Connection connection, NewLine line) throws SQLException {
    Line handover =
        select(line.desk())
            .and("and e.id = ? and e.kind = 'HAND_OVER'", line.handover())
            .list(connection, ShiftStore::line)
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new ShiftRefusal(Why.UNKNOWN, "there is no handover " + line.handover()));
    if (handover.userId() == line.userId()) {
      throw new ShiftRefusal(Why.OWN, "somebody else takes over what you hand over");
    }
    boolean taken =
        !Database.query(
                connection,
                "select 1 from shift_entry where handover_id = ?",
                row -> true,
                line.handover())
            .isEmpty();
    if (taken) {
      throw new ShiftRefusal(Why.TAKEN, "somebody has taken it over");
    }
  }

  /** Who is on duty at a desk now, the longest first. */
  public List<OnDuty> onDuty(int desk) {
    return database.query(ON_DUTY, ShiftStore::onDuty, desk);
  }

  /** Handovers that nobody has taken over, the newest first. */
  public List<Line> waiting(int desk) {
    return select(desk)
        .and("and e.kind = 'HAND_OVER' and not exists")
        .and("(select from shift_entry t where t.handover_id = e.id) order by e.id desc limit 20")
        .list(database, ShiftStore::line);
  }

  /** The newest first, from before a line. */
  public List<Line> page(int desk, Optional<Long> before, int limit) {
    Query query = select(desk);
    before.ifPresent(id -> query.and("and e.id < ?", id));
    return query.and("order by e.id desc limit ?", limit).list(database, ShiftStore::line);
  }

  /** What stands open now, as a handover would carry it. */
  public Standing standing(Scope scope, Instant now) {
    return database.reading("counting what stands open", c -> standing(c, scope, now));
  }

  private static Standing standing(Connection connection, Scope scope, Instant now)
      throws SQLException {
    boolean city = scope.wholeCity();
    Integer[] own = scope.ids();
    return Database.query(
            connection,
            STANDING,
            r ->
                new Standing(
                    r.getLong("alerts"),
                    r.getLong("cases"),
                    r.getLong("overdue"),
                    r.getLong("exemptions")),
            now.minus(RECENT),
            now,
            city,
            own,
            own,
            now,
            city,
            own,
            city,
            own,
            own)
        .get(0);
  }

  private static Query select(int desk) {
    return new Query(SELECT, desk);
  }

  private static OnDuty onDuty(ResultSet r) throws SQLException {
    return new OnDuty(
        r.getInt("user_id"), r.getString("display_name"), Database.instant(r, "since"));
  }

  private static Line line(ResultSet r) throws SQLException {
    String standing = r.getString("standing");
    try {
      return new Line(
          r.getLong("id"),
          Kind.valueOf(r.getString("kind")),
          r.getInt("user_id"),
          r.getString("display_name"),
          Database.instant(r, "at"),
          r.getString("text"),
          Arrays.asList(JSON.readValue(r.getString("items"), String[].class)),
          standing == null ? null : JSON.readValue(standing, Standing.class),
          r.getLong("handover_id"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of the shift log", e);
    }
  }
}
