package io.qingtu.server.store;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Validity;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The city's plan: vehicles, places, permits, roads and cleaning plans, as the rules need them. */
public final class PlanStore {
  private final Database database;

  public PlanStore(Database database) {
    this.database = database;
  }

  /**
   * Files a plan, all or nothing. A row with the id of an older one replaces it; what the plan does
   * not name stays. A place, a route or a permit that is as it was when it was last filed so stays
   * as the page has made it since.
   */
  public void write(CityPlan plan) {
    database.inTransaction(
        "filing the plan",
        connection -> {
          new PlanWriter(connection).write(plan);
          return null;
        });
  }

  /** Files districts, and which companies are under them from now on. */
  public void writeDistricts(Map<String, String> districtsByCompany) {
    database.inTransaction(
        "filing districts",
        connection -> {
          for (Map.Entry<String, String> e : districtsByCompany.entrySet()) {
            Database.update(
                connection,
                "insert into company (name, kind) values (?, 'DISTRICT') on conflict do nothing",
                e.getValue());
            Database.update(
                connection,
                "update company set district_id = (select id from company where name = ?)"
                    + " where name = ?",
                e.getValue(),
                e.getKey());
          }
          return null;
        });
  }

  /** One of the places on file. */
  public Optional<Place> findPlace(String id) {
    return database.query("select * from place where id = ?", PlanRows::place, id).stream()
        .findFirst();
  }

  /** One of the permitted routes on file. */
  public Optional<PermittedRoute> findRoute(String id) {
    return database.query("select * from route where id = ?", PlanRows::route, id).stream()
        .findFirst();
  }

  /** Everything on file, all that was ever noted day by day too. */
  public CityPlan read() {
    return read(Validity.ALWAYS);
  }

  /**
   * What a period is judged with, in the order of the ids; of routes and zones that were redrawn
   * also what they were before, each with the time for which it counts.
   *
   * @param period with a week before and after it, of which is read what a city notes day by day:
   *     waybills, captures of gate cameras, identities and services at collection points
   */
  public CityPlan read(Validity period) {
    return atOneMoment(rows -> rows.read(period));
  }

  /**
   * What an edit is held against, as it counts now: vehicles, places, routes, permits and roads,
   * and of the rest nothing.
   */
  public CityPlan layout() {
    return atOneMoment(PlanRows::layout);
  }

  /** Reads one. */
  private interface Reading {
    CityPlan of(PlanRows rows) throws SQLException;
  }

  private CityPlan atOneMoment(Reading reading) {
    return database.inTransaction(
        "reading the plan",
        connection -> {
          Database.update(connection, "set transaction isolation level repeatable read");
          return reading.of(new PlanRows(connection));
        });
  }

  /** Grows with every edit of places, routes and permits, from the page or from files. */
  public long newestEdit() {
    return database
        .query("select coalesce(max(seq), 0) from plan_version", row -> row.getLong(1))
        .get(0);
  }
}
