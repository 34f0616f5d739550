package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.alert.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads where loads may have been dumped, and which spots are probably places of rest. */
public final class StayQueries {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A stay at which a load may have been dumped.
   *
   * @param score 0–1
   * @param isFinal whether its trip is over
   * @param alertId the M02 that it is; null where it is for lists only
   */
  public record StayRow(
      String plate,
      String company,
      String tripId,
      String permitId,
      Instant start,
      Instant end,
      double longitude,
      double latitude,
      double score,
      boolean isFinal,
      String alertId,
      List<Condition> features) {}

  /** A spot at which a truck stays again and again. */
  public record RestRow(
      String plate,
      String company,
      double longitude,
      double latitude,
      int stays,
      Instant first,
      Instant last) {}

  private final Database database;

  public StayQueries(Database database) {
    this.database = database;
  }

  /** The suspected stays that begin in a period, the most suspicious first. */
  public List<StayRow> suspects(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select s.*, v.plate, c.name company, a.id::text alert_id
            from suspect_stay s join vehicle v on v.id = s.vehicle_id
            join company c on c.id = v.company_id
            left join alert a on a.vehicle_id = s.vehicle_id and a.start_time = s.start_time
              and a.rule = 'M02' and a.status in ('CANDIDATE', 'OPEN', 'ENDED')
            where not s.superseded and s.start_time >= ? and s.start_time < ? and
            """,
            from,
            to)
        .and(Scope.CONDITION, scope.arguments())
        .and("order by s.score desc, s.start_time desc, v.plate")
        .list(database, StayQueries::suspect);
  }

  /** The spots that trucks stayed at in a period, those with the most stays first. */
  public List<RestRow> rests(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select r.*, v.plate, c.name company
            from rest_place r join vehicle v on v.id = r.vehicle_id
            join company c on c.id = v.company_id
            where not r.superseded and r.last_time >= ? and r.first_time < ? and
            """,
            from,
            to)
        .and(Scope.CONDITION, scope.arguments())
        .and("order by r.stays desc, r.last_time desc, v.plate")
        .list(
            database,
            r ->
                new RestRow(
                    r.getString("plate"),
                    r.getString("company"),
                    r.getDouble("lon"),
                    r.getDouble("lat"),
                    r.getInt("stays"),
                    Database.instant(r, "first_time"),
                    Database.instant(r, "last_time")));
  }

  private static StayRow suspect(ResultSet r) throws SQLException {
    return new StayRow(
        r.getString("plate"),
        r.getString("company"),
        r.getString("trip_id"),
        r.getString("permit_id"),
        Database.instant(r, "start_time"),
        Database.instant(r, "end_time"),
        r.getDouble("lon"),
        r.getDouble("lat"),
        r.getDouble("score"),
        r.getBoolean("final"),
        r.getString("alert_id"),
        features(r.getString("features")));
  }

  private static List<Condition> features(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Condition>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stay's features are no list of conditions: " + json, e);
    }
  }
}
