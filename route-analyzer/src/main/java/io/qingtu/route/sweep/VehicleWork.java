package io.qingtu.route.sweep;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Gap;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the judging of passes asks of one vehicle.
 *
 * @param blindDays days of the city on which its work sensor was not healthy
 */
public record VehicleWork(
    Vehicle vehicle, WorkRecord work, List<Gap> gaps, Set<LocalDate> blindDays) {
  public VehicleWork {
    gaps = List.copyOf(gaps);
    blindDays = Set.copyOf(blindDays);
  }
}
