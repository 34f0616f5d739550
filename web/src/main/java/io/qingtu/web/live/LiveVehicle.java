package io.qingtu.web.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
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
        last.sensors().load(),
        last.sensors().cover(),
        last.sensors().lift(),
        last.sensors().brush(),
        last.sensors().pump(),
        last.sensors().weightT());
  }
}
