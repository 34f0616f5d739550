package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the register: vehicles, their companies and terminals. */
public final class FleetQueries {
  /**
   * A registered vehicle.
   *
   * @param ratedLoadT t; NaN where the file does not say
   * @param phone of its terminal, without leading zeros; empty where none is fitted
   */
  public record VehicleRow(
      int id,
      String plate,
      String kind,
      int companyId,
      String company,
      double ratedLoadT,
      List<String> sensors,
      String phone) {}

  private static final String SELECT =
      """
      select v.id, v.plate, v.kind, v.company_id, c.name company, v.rated_load_t, v.sensors,
        coalesce((select t.phone from terminal t where t.vehicle_id = v.id and t.enabled
          order by t.id desc limit 1), '') phone
      from vehicle v join company c on c.id = v.company_id
      where\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;

  public FleetQueries(Database database) {
    this.database = database;
  }

  /** By company and plate. */
  public List<VehicleRow> vehicles(Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("order by c.name, v.plate")
        .list(database, FleetQueries::row);
  }

  public Optional<VehicleRow> find(String plate, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and v.plate = ?", plate)
        .first(database, FleetQueries::row);
  }

  private static List<String> sensors(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(";"));
  }

  private static VehicleRow row(ResultSet r) throws SQLException {
    return new VehicleRow(
        r.getInt("id"),
        r.getString("plate"),
        r.getString("kind"),
        r.getInt("company_id"),
        r.getString("company"),
        Database.number(r, "rated_load_t"),
        sensors(r.getString("sensors")),
        r.getString("phone"));
  }
}
