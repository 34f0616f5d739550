package io.qingtu.server.store;

import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the question about behaviour (P10) asks of the store. */
public final class BehaviourQueries {
  private final Database database;

  public BehaviourQueries(Database database) {
    this.database = database;
  }

  /** The trips that left their site in a period. */
  public List<Trip> trips(Instant from, Instant to, Scope scope) {
    return new LedgerStore(database).trips(from, to, scope);
  }

  /**
   * Those of them that were not completed (M07): alarms that were given out and not rejected. A
   * truck that parked for the night with its load is no such trip; its alarm is a note.
   */
  public Set<String> notCompleted(Instant from, Instant to, Scope scope) {
    return Set.copyOf(
        new Query(
                """
                select distinct t.id from trip t join vehicle v on v.id = t.vehicle_id
                join alert a on a.trip_id = t.id and a.vehicle_id = t.vehicle_id
                left join lateral (
                  select decision from review where alert_id = a.id order by at desc, id desc limit 1
                ) r on true
                where a.rule = 'M07' and a.status in ('OPEN', 'ENDED') and a.severity > 1
                  and r.decision is distinct from 'REJECTED'
                  and t.out_time >= ? and t.out_time < ? and
                """,
                from,
                to)
            .and(Scope.CONDITION, scope.arguments())
            .list(database, row -> row.getString("id")));
  }
}
