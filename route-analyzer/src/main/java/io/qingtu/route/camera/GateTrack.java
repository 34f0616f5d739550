package io.qingtu.route.camera;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.NearGate;
import io.qingtu.route.trip.Visit;
import java.util.List;

/**
 * What the track of one vehicle says of gates.
 *
 * @param visits of sites and end places, in order
 * @param near times near places that have cameras
 */
public record GateTrack(Vehicle vehicle, List<Visit> visits, List<NearGate> near) {
  public GateTrack {
    visits = List.copyOf(visits);
    near = List.copyOf(near);
  }
}
