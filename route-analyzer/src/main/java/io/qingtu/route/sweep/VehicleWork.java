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
 * @param heardDays days of the city on which anything came from it
 */
public record VehicleWork(
    Vehicle vehicle,
    WorkRecord work,
    List<Gap> gaps,
    Set<LocalDate> blindDays,
    Set<LocalDate> heardDays) {
  public VehicleWork {
    gaps = List.copyOf(gaps);
    blindDays = Set.copyOf(blindDays);
    heardDays = Set.copyOf(heardDays);
  }
}
