package io.qingtu.route.report;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.VehicleDayWork;
import java.util.List;

/**
 * 作业面积: effective way × work width of the vehicle.
 *
 * @param squareMetres of the vehicles whose width is in their file; a metre that is worked twice
 *     counts twice
 * @param known effective km of these ÷ effective km of all
 */
public record WorkArea(double squareMetres, Ratio known) {
  /** Of a report that did not tell. */
  static final WorkArea UNKNOWN = new WorkArea(Double.NaN, Ratio.NONE);

  static WorkArea of(PeriodFacts facts, List<VehicleDayWork> work) {
    double area = 0;
    double known = 0;
    double all = 0;
    for (VehicleDayWork w : work) {
      double width = facts.vehicle(w.plate()).map(Vehicle::workWidthM).orElse(Double.NaN);
      all += w.effectiveMetres();
      if (!Double.isNaN(width)) {
        known += w.effectiveMetres();
        area += w.effectiveMetres() * width;
      }
    }
    return new WorkArea(known > 0 ? area : Double.NaN, new Ratio(known / 1000, all / 1000));
  }
}
