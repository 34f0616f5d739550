package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;

/**
 * Places with the ground around them on which a stay is explained by the place (M02, M13): 100 m
 * around end places, 50 m around others, nothing around zones.
 */
public final class PlaceAprons {
  private final PlaceIndex places;
  private final double aroundEnds;
  private final double aroundOthers;

  public PlaceAprons(PlaceIndex places, Parameters p) {
    this.places = places;
    aroundEnds = p.get(Parameter.SUSPECT_END_M);
    aroundOthers = p.get(Parameter.SUSPECT_PLACE_M);
  }

  /** Whether no place explains a stay at a point. */
  public boolean isClear(double x, double y, Instant at) {
    for (Fenced f : places.near(x, y)) {
      double apron = f.place().kind().isEndPlace() ? aroundEnds : aroundOthers;
      if (!f.place().kind().isZone()
          && f.place().validity().contains(at)
          && f.polygon().isWithin(x, y, apron)) {
        return false;
      }
    }
    return true;
  }
}
