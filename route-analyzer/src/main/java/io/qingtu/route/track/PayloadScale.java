package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;

/** What a weight means for one vehicle (SM-4). */
public final class PayloadScale {
  private final double rated;
  private final double heavy;
  private final double light;

  public PayloadScale(Vehicle vehicle, Parameters parameters) {
    rated =
        Double.isNaN(vehicle.ratedLoadT())
            ? parameters.get(Parameter.RATED_T)
            : vehicle.ratedLoadT();
    heavy = rated * parameters.get(Parameter.HEAVY_SHARE);
    light = rated * parameters.get(Parameter.LIGHT_SHARE);
  }

  /** Rated load, t. */
  public double ratedT() {
    return rated;
  }

  /** LOADED, EMPTY, PARTIAL in between; UNKNOWN where the weight is not known (NaN). */
  public Load of(double tonnes) {
    if (Double.isNaN(tonnes)) {
      return Load.UNKNOWN;
    }
    return tonnes >= heavy ? Load.LOADED : tonnes <= light ? Load.EMPTY : Load.PARTIAL;
  }
}
