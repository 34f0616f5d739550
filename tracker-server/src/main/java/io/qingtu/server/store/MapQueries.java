package io.qingtu.server.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the city's map and permits as GeoJSON features and JSON objects, made by the database. */
public final class MapQueries {
  private static final String TIME =
      "to_char(%1$s at time zone 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+08:00\"')";

  private static final String PLACES =
      "select jsonb_build_object('type', 'Feature', 'id', id, 'geometry', geometry, 'properties',"
          + " jsonb_build_object('id', id, 'name', name, 'kind', kind, 'hours', hours,"
          + " 'valid_from', "
          + TIME.formatted("valid_from")
          + ", 'valid_to', "
          + TIME.formatted("valid_to")
          + ")) from place";

  private static final String ROUTES =
      "select jsonb_build_object('type', 'Feature', 'id', id, 'geometry', geometry, 'properties',"
          + " jsonb_build_object('id', id, 'corridor_m', corridor_m, 'valid_from', "
          + TIME.formatted("valid_from")
          + ", 'valid_to', "
          + TIME.formatted("valid_to")
          + ")) from route";

  private static final String SEGMENTS =
      "select jsonb_build_object('type', 'Feature', 'id', id, 'geometry', geometry, 'properties',"
          + " jsonb_build_object('id', id, 'road', road, 'grade', grade, 'sides', sides,"
          + " 'speed_limit_kmh', speed_limit_kmh, 'tunnel', tunnel)) from segment";

  private static final String PERMITS =
      "select jsonb_build_object('id', id, 'plate', plate, 'siteId', site_id,"
          + " 'disposalIds', string_to_array(disposal_ids, ';'),"
          + " 'routeIds', string_to_array(route_ids, ';'), 'validFrom', "
          + TIME.formatted("valid_from")
          + ", 'validTo', "
          + TIME.formatted("valid_to")
          + ", 'dailyFrom', to_char(daily_from, 'HH24:MI'), 'dailyTo',"
          + " to_char(daily_to, 'HH24:MI'), 'enteredAt', "
          + TIME.formatted("entered_at")
          + ") from permit";

  private final Database database;

  public MapQueries(Database database) {
    this.database = database;
  }

  /** Places as GeoJSON features. */
  public List<String> places() {
    return features(PLACES + " order by id");
  }

  /** Permitted routes as GeoJSON features: of the permits of the vehicles that may be seen. */
  public List<String> routes(Scope scope) {
    String own =
        " where ? or id in (select unnest(string_to_array(p.route_ids, ';')) from permit p"
            + " join vehicle v on v.plate = p.plate where "
            + Scope.CONDITION
            + ") order by id";
    return new Query(ROUTES + own, scope.wholeCity())
        .and("", scope.arguments())
        .list(database, r -> r.getString(1));
  }

  /** The routes that a permit names, as GeoJSON features. */
  public List<String> routesOf(String permitId) {
    return features(
        ROUTES
            + " where id = any (select unnest(string_to_array(route_ids, ';')) from permit"
            + " where id = ?) order by id",
        permitId);
  }

  /** Road segments as GeoJSON features. */
  public List<String> segments() {
    return features(SEGMENTS + " order by id");
  }

  /** The named road segments as GeoJSON features. */
  public List<String> segments(List<String> ids) {
    return features(
        SEGMENTS + " where id = any (string_to_array(?, ';')) order by id", String.join(";", ids));
  }

  /** A permit as a JSON object, where its vehicle may be seen. */
  public Optional<String> permit(String id, Scope scope) {
    String own =
        " where id = ? and (? or exists (select 1 from vehicle v where v.plate = permit.plate and "
            + Scope.CONDITION
            + "))";
    return new Query(PERMITS + own, id, scope.wholeCity())
        .and("", scope.arguments())
        .first(database, r -> r.getString(1));
  }

  /**
   * West, south, east and north of the city in WGS-84 degrees: the extent of its roads and places;
   * empty where nothing is filed.
   */
  public Optional<double[]> bounds() {
    return new Query(
            """
            select min(x), min(y), max(x), max(y) from (
              select (c->>0)::double precision x, (c->>1)::double precision y
              from (select geometry from segment union all select geometry from place) g,
                lateral jsonb_path_query(geometry, 'strict $.coordinates.**') c
              where jsonb_typeof(c) = 'array' and jsonb_typeof(c->0) = 'number') corners
            """)
        .first(
            database,
            r ->
                new double[] {
                  r.getDouble(1),
                  r.getDouble(2),
                  r.getDouble(3),
                  r.getDouble(4),
                  r.wasNull() ? 1 : 0
                })
        .filter(b -> b[4] == 0)
        .map(b -> Arrays.copyOf(b, 4));
  }

  private List<String> features(String sql, Object... arguments) {
    return new Query(sql, arguments).list(database, r -> r.getString(1));
  }
}
