package io.qingtu.server.store;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.trip.PermitExpiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

  /**
   * A permit of one vehicle, in force or not.
   *
   * @param siteName empty where the site is not on file
   * @param groundNames of its disposal grounds in their order; the id of one that is not on file
   * @param expiry the warning that it runs out; null where there is none to give
   */
  public record Held(
      Permit permit, String siteName, List<String> groundNames, PermitExpiry expiry) {}

  private record Named(Permit permit, String company, String siteName, List<String> groundNames) {}

  private static final String SELECT =
      """
      select p.*, c.name company, coalesce(s.name, '') site_name, array(
          select coalesce(d.name, g.id)
          from unnest(string_to_array(p.disposal_ids, ';')) with ordinality g(id, n)
            left join place d on d.id = g.id
          order by g.n) grounds
      from permit p
      join vehicle v on v.plate = p.plate join company c on c.id = v.company_id
      left join place s on s.id = p.site_id
      where\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;

  public PermitQueries(Database database) {
    this.database = database;
  }

  /** The warnings in force at a moment, the permit that ends first in front. */
  public List<Expiring> expiring(Instant now, Parameters parameters, Scope scope) {
    List<Named> permits =
        new Query(SELECT, scope.arguments())
            .and("and (p.valid_to is null or p.valid_to > ?)", now)
            .list(database, PermitQueries::named);
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

  /** All that a vehicle has and had: what is valid for longest in front. */
  public List<Held> ofVehicle(String plate, Instant now, Parameters parameters, Scope scope) {
    List<Named> permits =
        new Query(SELECT, scope.arguments())
            .and("and p.plate = ? order by p.valid_to desc nulls first, p.id", plate)
            .list(database, PermitQueries::named);
    Map<String, PermitExpiry> soon = new HashMap<>();
    List<Permit> plain = permits.stream().map(Named::permit).toList();
    PermitExpiry.soon(plain, now, parameters).forEach(e -> soon.put(e.permit().id(), e));
    return permits.stream()
        .map(n -> new Held(n.permit, n.siteName, n.groundNames, soon.get(n.permit.id())))
        .toList();
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(
        PlanRows.permit(row),
        row.getString("company"),
        row.getString("site_name"),
        Query.texts(row, "grounds"));
  }
}
