package io.qingtu.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often alarms were right: what people decided of them, by rule and grade. */
public final class PrecisionQueries {
  /**
   * What became of the alarms of one rule and grade.
   *
   * @param alarms given out: neither held back nor taken back by the analysis
   * @param confirmed of them, decided by a person
   * @param rejected of them
   * @param precision confirmed ÷ (confirmed + rejected); NaN where nobody has decided yet
   * @param reasons why they were rejected, with numbers
   */
  public record Row(
      String rule,
      String grade,
      long alarms,
      long confirmed,
      long rejected,
      double precision,
      Map<String, Long> reasons) {}

  private record Count(String rule, String grade, String decision, String reason, long alarms) {}

  private final Database database;

  public PrecisionQueries(Database database) {
    this.database = database;
  }

  /** Of the alerts that begin in a period, in the order of rule and grade. */
  public List<Row> between(Instant from, Instant to, Scope scope) {
    Map<String, List<Count>> groups = new LinkedHashMap<>();
    for (Count c : counts(from, to, scope)) {
      groups.computeIfAbsent(c.rule + "|" + c.grade, k -> new ArrayList<>()).add(c);
    }
    return groups.values().stream().map(PrecisionQueries::row).toList();
  }

  private List<Count> counts(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select a.rule, a.grade, coalesce(r.decision, '') decision,
              coalesce(r.reason, '') reason, count(*) n
            from alert a
            left join vehicle v on v.id = a.vehicle_id
            left join lateral (
              select decision, reason from review where alert_id = a.id
              order by at desc, id desc limit 1) r on true
            where a.start_time >= ? and a.start_time < ? and a.status in ('OPEN', 'ENDED') and
            """,
            from,
            to)
        .and(Scope.CONDITION, scope.arguments())
        .and("group by 1, 2, 3, 4 order by 1, 2, 3, 4")
        .list(
            database,
            r ->
                new Count(
                    r.getString("rule"),
                    r.getString("grade"),
                    r.getString("decision"),
                    r.getString("reason"),
                    r.getLong("n")));
  }

  private static Row row(List<Count> group) {
    long alarms = 0;
    long confirmed = 0;
    long rejected = 0;
    Map<String, Long> reasons = new TreeMap<>();
    for (Count c : group) {
      alarms += c.alarms;
      if (c.decision.equals(Review.Decision.CONFIRMED.name())) {
        confirmed += c.alarms;
      } else if (c.decision.equals(Review.Decision.REJECTED.name())) {
        rejected += c.alarms;
        reasons.merge(c.reason, c.alarms, Long::sum);
      }
    }
    long decided = confirmed + rejected;
    return new Row(
        group.get(0).rule,
        group.get(0).grade,
        alarms,
        confirmed,
        rejected,
        decided == 0 ? Double.NaN : (double) confirmed / decided,
        reasons);
  }
}
