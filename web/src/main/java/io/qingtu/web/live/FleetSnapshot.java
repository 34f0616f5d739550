package io.qingtu.web.live;

import io.qingtu.server.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole fleet after the message with {@code sequence}. Immutable.
 *
 * @param time of the city
 * @param byPlate the vehicles that have ever reported
 */
public record FleetSnapshot(long sequence, Instant time, Map<String, LiveVehicle> byPlate) {
  public FleetSnapshot {
    byPlate = Map.copyOf(byPlate);
  }

  /** The vehicles that a reader may see. */
  public List<LiveVehicle> vehicles(Scope scope) {
    return byPlate.values().stream().filter(v -> scope.covers(v.companyId())).toList();
  }

  /** State of a vehicle; one that never reported is offline. */
  public VehicleState state(String plate) {
    return Optional.ofNullable(byPlate.get(plate))
        .map(LiveVehicle::state)
        .orElse(VehicleState.OFFLINE);
  }
}
