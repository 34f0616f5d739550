package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.forensics.SuspectedSiteSearch;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.OpenStay;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where unregistered sites are suspected (P01, 疑似未登记工地), of the whole city. */
final class SiteQueries {
  private final Database database;
  private final Parameters p;

  SiteQueries(Database database, Parameters parameters) {
    this.database = database;
    this.p = parameters;
  }

  /**
   * From the loadings outside every site (M06f) of a period that stand and nobody has rejected, and
   * from its stays that nothing explains.
   *
   * @param asOf the last moment of which reviews are known
   */
  List<SuspectedSite> suspected(Instant from, Instant to, Instant asOf) {
    Set<String> rejected = rejected(from, to, asOf);
    List<Alert> loadings =
        new AlertStore(database)
            .ofRule("M06f", from, to).stream()
                .map(StoredAlert::alert)
                .filter(a -> a.stands() && !rejected.contains(a.key()))
                .toList();
    return new SuspectedSiteSearch(p).find(loadings, stays(from, to));
  }

  private Set<String> rejected(Instant from, Instant to, Instant asOf) {
    return Set.copyOf(
        database.query(
            """
            select key from (
              select distinct on (a.id) a.key, r.decision from review r
              join alert a on a.id = r.alert_id
              where a.rule = 'M06f' and a.start_time >= ? and a.start_time < ? and r.at <= ?
              order by a.id, r.at desc, r.id desc
            ) newest where decision = 'REJECTED'""",
            row -> row.getString("key"),
            from,
            to,
            asOf));
  }

  private List<OpenStay> stays(Instant from, Instant to) {
    return database.query(
        "select v.plate, s.* from open_stay s join vehicle v on v.id = s.vehicle_id"
            + " where not s.superseded and s.start_time >= ? and s.start_time < ?"
            + " order by s.start_time, v.plate",
        row ->
            new OpenStay(
                row.getString("plate"),
                Database.instant(row, "start_time"),
                Database.instant(row, "end_time"),
                row.getDouble("lon"),
                row.getDouble("lat")),
        from,
        to);
  }
}
