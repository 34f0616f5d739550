package io.qingtu.server.store;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.trip.PermitExpiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads of permits what people watch. */
public final class PermitQueries {
  /**
   * A permit that runs out soon.
   *
   * @param company of the vehicle
   * @param siteName empty where the site is not on file
   */
  public record Expiring(PermitExpiry expiry, String company, String siteName) {}

  private record Named(Permit permit, String company, String siteName) {}

  private final Database database;

  public PermitQueries(Database database) {
    this.database = database;
  }

  /** The warnings in force at a moment, the permit that ends first in front. */
  public List<Expiring> expiring(Instant now, Parameters parameters, Scope scope) {
    List<Named> permits =
        new Query(
                """
                select p.*, c.name company, coalesce(s.name, '') site_name from permit p
                join vehicle v on v.plate = p.plate join company c on c.id = v.company_id
                left join place s on s.id = p.site_id
                where (p.valid_to is null or p.valid_to > ?) and
                """,
                now)
            .and(Scope.CONDITION, scope.arguments())
            .list(
                database,
                row ->
                    new Named(
                        PlanRows.permit(row),
                        row.getString("company"),
                        row.getString("site_name")));
    Map<String, Named> byId = new LinkedHashMap<>();
    permits.forEach(p -> byId.put(p.permit().id(), p));
    List<Permit> plain = permits.stream().map(Named::permit).toList();
    List<Expiring> expiring = new ArrayList<>();
    for (PermitExpiry e : PermitExpiry.soon(plain, now, parameters)) {
      Named named = byId.get(e.permit().id());
      expiring.add(new Expiring(e, named.company(), named.siteName()));
    }
    return expiring;
  }
}
