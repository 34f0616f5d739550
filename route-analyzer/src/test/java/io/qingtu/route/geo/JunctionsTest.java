package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class JunctionsTest {
  private final LocalPlane plane = new LocalPlane(119.15, 36.70);
  private final List<Segment> segments = new ArrayList<>();

  private JunctionsTest road(String id, RoadGrade grade, double... xy) {
    Coordinate[] c = new Coordinate[xy.length / 2];
    for (int i = 0; i < c.length; i++) {
      double lon = plane.longitude(xy[2 * i], xy[2 * i + 1]);
      c[i] = new Coordinate(lon, plane.latitude(xy[2 * i], xy[2 * i + 1]));
    }
    segments.add(
        new Segment(
            id, id, grade, Set.of(Side.FWD), new GeometryFactory().createLineString(c), 50, false));
    return this;
  }

  private Junctions junctions() {
    return new Junctions(new SegmentGrid(segments, plane));
  }

  @Test
  void threeArmsMakeAJunctionAndTwoAreARoadThatGoesOn() {
    road("A", RoadGrade.FIRST, -500, 0, 0, 0).road("B", RoadGrade.FIRST, 0, 0, 500, 0);
    assertFalse(junctions().isNear(10, 0, 60));
    road("C", RoadGrade.SECOND, 0, 0, 0, 500);
    assertTrue(junctions().isNear(59, 0, 60));
    assertFalse(junctions().isNear(62, 0, 60));
  }

  @Test
  void aRoadThatRunsThroughIsTwoArms() {
    road("A", RoadGrade.FIRST, -500, 0, 500, 0).road("C", RoadGrade.SECOND, 0, 0, 0, 500);
    assertTrue(junctions().isNear(-40, 0, 60));
  }

  @Test
  void aBackLaneHasNoSignals() {
    road("A", RoadGrade.FIRST, -500, 0, 500, 0).road("L", RoadGrade.LANE, 0, 0, 0, 150);
    Junctions junctions = junctions();
    assertFalse(junctions.isNear(0, 0, 60));
    SegmentGrid grid = new SegmentGrid(segments, plane);
    assertTrue(junctions.isBlindAlley(grid.get("L")));
    assertFalse(junctions.isBlindAlley(grid.get("A")));
  }
}
