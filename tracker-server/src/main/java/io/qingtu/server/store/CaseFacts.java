package io.qingtu.server.store;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the system itself can see of open cases, without a word about guilt: a road was swept, a
 * point served, a terminal is in order again. A case of several alerts is seen to when all of them
 * are.
 */
public final class CaseFacts {
  /** How long a terminal has to be in order. */
  public static final Duration IN_ORDER = Duration.ofHours(24);

  /**
   * A terminal that was not heard for so long is not in order; a parked one reports each minute.
   */
  static final Duration HEARD_WITHIN = Duration.ofHours(1);

  /** What was seen. */
  public enum Fact {
    /** A later pass of the road side counts, or the pass was exempt. */
    SWEPT,
    /** A collection truck has stood at the point, or its equipment has counted there. */
    SERVED,
    /**
     * The terminal reports, and no rule about it has held for {@link #IN_ORDER}; where no rule had
     * said that it was faulty, its sensors were found healthy since.
     */
    IN_ORDER,
    /** The analysis has taken the alert back: data that came later, or an exemption. */
    TAKEN_BACK
  }

  /** A case that was seen to, as it stands. */
  public record Seen(long caseId, int version, Fact fact) {}

  /**
   * A case whose limit has passed one and a half times.
   *
   * @param onLedger whether the limit is that of its review there
   */
  public record Overdue(long caseId, int version, boolean onLedger) {}

  private record Alert(long id, String rule, String status) {}

  private record Open(long id, int version, List<Alert> alerts) {}

  private static final String OPEN =
      """
      select c.id, c.version, a.id alert, a.rule, a.status
      from case_file c join case_source s on s.case_id = c.id and s.source = 'alert'
        join alert a on a.id = case when s.source_id ~ '^\\d{1,18}$' then s.source_id::bigint end
      where c.type in ('CLEANING', 'POINT', 'DEVICE')
        and c.stage in ('FILED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'VERIFYING', 'ON_LEDGER')
      order by c.id, a.id\
      """;

  /** The reason of these alerts is their operation and side; their start is the window's. */
  private static final String SWEPT =
      """
      select 1 from alert a where a.id = ? and cardinality(a.segment_ids) > 0 and not exists (
        select 1 from unnest(a.segment_ids) segment where not exists (
          select 1 from pass_result p
          where p.segment_id = segment and p.op || ' ' || p.side = a.reason
            and (p.window_start >= a.end_time and p.done >= 1
              or p.window_start = a.start_time and p.judged and p.result = 'EXEMPT')))\
      """;

  /** Fixes one after the other, at the point and slow, that together take as long as a service. */
  private static final String SERVED =
      """
      select 1 from alert a join collection_point c on c.id = a.place_id
      where a.id = ? and (
        exists (select 1 from point_service s where s.point_id = c.id and s.time > a.decided_time)
        or exists (
          select 1 from vehicle v cross join lateral (
            select extract(epoch from lead(time) over w - time) seconds,
              at_point and lead(at_point) over w at_point
            from (select time, speed_dkmh <= ? and flags & 1 = 1
                and (power((lon_e6 / 1e6 - c.lon) * cos(radians(c.lat)), 2) + power(lat_e6 / 1e6 - c.lat, 2))
                  * power(111320, 2) <= power(?, 2) at_point
              from positions where vehicle_id = v.id and time > a.decided_time and time <= ?) p
            window w as (order by time)) step
          where v.kind = 'COLLECTION_TRUCK' and step.at_point and step.seconds <= 60
          group by v.id having sum(step.seconds) >= ?))\
      """;

  private static final String IN_ORDER_AGAIN =
      """
      select 1 from alert a join last_position l on l.vehicle_id = a.vehicle_id
      where a.id = ? and l.time > ? and not exists (
        select 1 from alert d
        where d.vehicle_id = a.vehicle_id and d.rule like 'D%' and d.status not in ('RETRACTED', 'SUPPRESSED')
          and (d.status in ('OPEN', 'CANDIDATE') or coalesce(d.end_time, d.decided_time) > ?))\
      """;

  private final Database database;
  private final Supplier<Parameters> parameters;

  /**
   * @param parameters what a service of a point is
   */
  public CaseFacts(Database database, Supplier<Parameters> parameters) {
    this.database = database;
    this.parameters = parameters;
  }

  /** Cases that are open and have been seen to by now. */
  public List<Seen> seen(Instant now) {
    List<Seen> seen = new ArrayList<>();
    for (Open open : open()) {
      boolean takenBack = open.alerts().stream().allMatch(CaseFacts::isTakenBack);
      Predicate<Alert> isSeenTo = a -> isTakenBack(a) || isSeenTo(a, now);
      if (takenBack || open.alerts().stream().allMatch(isSeenTo)) {
        Fact fact = takenBack ? Fact.TAKEN_BACK : fact(open.alerts().get(0));
        seen.add(new Seen(open.id(), open.version(), fact));
      }
    }
    new CleanedRoads(database)
        .cases()
        .forEach(c -> seen.add(new Seen(c.id(), c.version(), Fact.SWEPT)));
    new RestoredDevices(database)
        .cases(parameters.get(), now)
        .forEach(c -> seen.add(new Seen(c.id(), c.version(), Fact.IN_ORDER)));
    return seen;
  }

  private List<Open> open() {
    List<Open> cases = new ArrayList<>();
    database.query(
        OPEN,
        row -> {
          long id = row.getLong("id");
          if (cases.isEmpty() || cases.get(cases.size() - 1).id() != id) {
            cases.add(new Open(id, row.getInt("version"), new ArrayList<>()));
          }
          return cases
              .get(cases.size() - 1)
              .alerts()
              .add(new Alert(row.getLong("alert"), row.getString("rule"), row.getString("status")));
        });
    return cases;
  }

  private static boolean isTakenBack(Alert alert) {
    return alert.status().equals("RETRACTED") || alert.status().equals("SUPPRESSED");
  }

  private static Fact fact(Alert alert) {
    if (alert.rule().startsWith("D")) {
      return Fact.IN_ORDER;
    }
    return alert.rule().equals("S12") ? Fact.SERVED : Fact.SWEPT;
  }

  private boolean isServed(long alert, Parameters now, Instant at) {
    return holds(
        SERVED,
        alert,
        10 * now.get(Parameter.POINT_KMH),
        now.get(Parameter.POINT_M),
        at,
        now.get(Parameter.POINT_S));
  }

  /** The other rules of sweepers are about how work was done, which nobody does again. */
  private boolean isSeenTo(Alert alert, Instant now) {
    return switch (alert.rule()) {
      case "S01", "S02", "S03" -> holds(SWEPT, alert.id());
      case "S12" -> isServed(alert.id(), parameters.get(), now);
      default ->
          alert.rule().startsWith("D")
              && holds(IN_ORDER_AGAIN, alert.id(), now.minus(HEARD_WITHIN), now.minus(IN_ORDER));
    };
  }

  private boolean holds(String question, Object... arguments) {
    return !database.query(question, row -> true, arguments).isEmpty();
  }

  /** Cases to be called for, which nobody has called for since their limit began. */
  public List<Overdue> overdue(Instant now) {
    return database.query(
        "select id, version, review_at is not null on_ledger from case_file"
            + " where urge_at <= ? and not urged order by id",
        row -> new Overdue(row.getLong("id"), row.getInt("version"), row.getBoolean("on_ledger")),
        now);
  }
}
