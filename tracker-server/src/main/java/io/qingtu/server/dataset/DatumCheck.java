package io.qingtu.server.dataset;

import io.qingtu.route.datum.LayerSentinel;
import io.qingtu.route.datum.LayerSentinel.Finding;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.util.Collection;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/** Refuses a layer that has another datum than WGS-84 and does not name it (C12). */
final class DatumCheck {
  private DatumCheck() {}

  /**
   * @param positions that the plan is held against; none, where only its layers can be compared
   */
  static void check(CityPlan plan, Collection<Position> positions) {
    Coordinate centre =
        Stream.concat(
                plan.places().stream().map(p -> p.polygon().getCoordinate()),
                plan.segments().stream().map(s -> s.line().getCoordinate()))
            .findFirst()
            .orElse(null);
    if (centre == null) {
      return;
    }
    LocalPlane plane = new LocalPlane(centre.x, centre.y);
    SegmentGrid roads = new SegmentGrid(plan.segments(), plane);
    new LayerSentinel(plan, plane, roads, Parameters.DEFAULTS)
        .judge(positions)
        .ifPresent(DatumCheck::refuse);
  }

  private static void refuse(Finding f) {
    throw new DataSetException(
        file(f.layer()),
        f.id(),
        reason(f) + "; if so, name it as \"datum\":\"" + f.datum().title() + "\"");
  }

  static String reason(Finding f) {
    return "lies in " + f.datum().title() + ", not in WGS-84: converted from it, " + f.evidence();
  }

  private static String file(LayerSentinel.Layer layer) {
    return switch (layer) {
      case SEGMENTS -> "segments.geojson";
      case ROUTES -> "routes.geojson";
      case PLACES -> "places.geojson";
    };
  }
}
