package io.qingtu.server.store;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Dirt that others have reported of a road (遗撒), and whether the road was swept since: a fact, and
 * no word about who dropped it. A case that an alert is part of has somebody to answer for it and
 * is left to people.
 */
final class CleanedRoads {
  /** From the middle of a road to its verge, and the error of a phone, m. */
  private static final double NEAR = 40;

  /** A case that stands open. */
  record Dirt(long id, int version, double longitude, double latitude, Instant found) {}

  private static final String OPEN =
      """
      select c.id, c.version, c.lon, c.lat, max(s.found_at) found
      from case_file c join case_source s on s.case_id = c.id
      where c.type = 'SPILL' and c.lon is not null
        and c.stage in ('FILED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'VERIFYING', 'ON_LEDGER')
      group by c.id having bool_and(s.source <> 'alert') order by c.id\
      """;

  /** Roads of which each side that is to be cleaned was, from a beginning after a moment on. */
  private static final String SWEPT =
      """
      select s.* from segment s where s.id in (
        select segment_id from pass_result
        where not superseded and op in ('SWEEP', 'WASH', 'FLUSH') and window_end > ?
        group by segment_id
        having count(distinct side) filter (where done >= 1 and first_time >= ?) = count(distinct side))\
      """;

  private final Database database;

  CleanedRoads(Database database) {
    this.database = database;
  }

  /** The cases whose road was swept since the dirt was found last. */
  List<Dirt> cases() {
    return database.query(OPEN, CleanedRoads::dirt).stream().filter(this::isGone).toList();
  }

  private static Dirt dirt(ResultSet row) throws SQLException {
    return new Dirt(
        row.getLong("id"),
        row.getInt("version"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        Database.instant(row, "found"));
  }

  private boolean isGone(Dirt dirt) {
    return database.query(SWEPT, PlanRows::segment, dirt.found(), dirt.found()).stream()
        .anyMatch(s -> metres(s, dirt) <= NEAR);
  }

  private static double metres(Segment segment, Dirt dirt) {
    LocalPlane plane = new LocalPlane(dirt.longitude(), dirt.latitude());
    CoordinateSequence degrees = segment.line().getCoordinateSequence();
    Coordinate[] metres = new Coordinate[degrees.size()];
    for (int i = 0; i < metres.length; i++) {
      metres[i] =
          new Coordinate(
              plane.x(degrees.getX(i), degrees.getY(i)), plane.y(degrees.getX(i), degrees.getY(i)));
    }
    GeometryFactory geometry = new GeometryFactory();
    LineString line = geometry.createLineString(metres);
    return line.distance(geometry.createPoint(new Coordinate(0, 0)));
  }
}
