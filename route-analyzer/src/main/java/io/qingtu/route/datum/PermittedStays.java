package io.qingtu.route.datum;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Where vehicles stood for long, from their raw fixes, whatever their order. */
final class PermittedStays {
  private final LocalPlane plane;
  private final double radius;
  private final long least;
  private final double slow;

  PermittedStays(LocalPlane plane, Parameters p) {
    this.plane = plane;
    this.radius = p.get(Parameter.STAY_R);
    this.least = p.millis(Parameter.END_DWELL_S);
    this.slow = p.get(Parameter.V_MOVE);
  }

  /** First slow fix of each stay, by plate, of these vehicles alone; degrees. */
  Map<String, List<Coordinate>> of(Set<String> plates, Collection<Position> positions) {
    Map<String, List<Position>> slowly = new HashMap<>();
    for (Position p : positions) {
      if (p.fixValid() && p.speedKmh() < slow && plates.contains(p.plate())) {
        slowly.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
      }
    }
    Map<String, List<Coordinate>> stays = new HashMap<>();
    slowly.forEach((plate, fixes) -> stays.put(plate, stays(fixes)));
    return stays;
  }

  private List<Coordinate> stays(List<Position> fixes) {
    fixes.sort(Comparator.comparing(Position::fixTime));
    List<Coordinate> stays = new ArrayList<>();
    Position first = null;
    boolean counted = false;
    for (Position p : fixes) {
      if (first == null || metres(first, p) > radius) {
        first = p;
        counted = false;
      } else if (!counted && p.fixTime().toEpochMilli() - first.fixTime().toEpochMilli() >= least) {
        counted = true;
        stays.add(new Coordinate(first.longitude(), first.latitude()));
      }
    }
    return stays;
  }

  private double metres(Position a, Position b) {
    return Planar.distance(
        plane.x(a.longitude(), a.latitude()),
        plane.y(a.longitude(), a.latitude()),
        plane.x(b.longitude(), b.latitude()),
        plane.y(b.longitude(), b.latitude()));
  }
}
