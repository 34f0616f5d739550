package io.qingtu.web.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import java.time.Instant;

/**
 * A vehicle as the map shows it.
 *
 * @param companyId for the reader's scope; not sent
 * @param lon WGS-84 degrees, of the last valid fix
 * @param lat WGS-84 degrees, of the last valid fix
 * @param direction degrees clockwise from north; -1 where unknown
 * @param load by the load sensor, else by the weight
 * @param weightT net payload, t; NaN where unknown
 */
public record LiveVehicle(
    String plate,
    String kind,
    String company,
    @JsonIgnore int companyId,
    Instant time,
    double lon,
    double lat,
    double speedKmh,
    int direction,
    VehicleState state,
    boolean acc,
    Load load,
    Cover cover,
    Lift lift,
    Switch brush,
    Switch pump,
    double weightT) {
  static LiveVehicle of(VehicleRow vehicle, Position last, VehicleState state) {
    return new LiveVehicle(
        vehicle.plate(),
        vehicle.kind(),
        vehicle.company(),
        vehicle.companyId(),
        last.fixTime(),
        last.longitude(),
        last.latitude(),
        last.speedKmh(),
        last.directionDegrees(),
        state,
        last.accOn(),
        load(last.sensors(), vehicle.ratedLoadT()),
        last.sensors().cover(),
        last.sensors().lift(),
        last.sensors().brush(),
        last.sensors().pump(),
        last.sensors().weightT());
  }

  /** As the load sensor says; where none speaks, as the weight does (SM-4). */
  private static Load load(Sensors sensors, double ratedLoadT) {
    if (sensors.load() != Load.UNKNOWN || Double.isNaN(sensors.weightT())) {
      return sensors.load();
    }
    double rated = Double.isNaN(ratedLoadT) ? Parameter.RATED_T.initial() : ratedLoadT;
    double share = sensors.weightT() / rated;
    if (share >= Parameter.HEAVY_SHARE.initial()) {
      return Load.LOADED;
    }
    return share <= Parameter.LIGHT_SHARE.initial() ? Load.EMPTY : Load.PARTIAL;
  }
}
