package io.qingtu.route.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders about vehicles, by vehicle. */
public final class OrderBook {
  private final Map<String, List<VehicleOrder>> byPlate = new HashMap<>();

  public OrderBook(Collection<VehicleOrder> orders) {
    for (VehicleOrder o : orders) {
      byPlate.computeIfAbsent(o.plate(), k -> new ArrayList<>()).add(o);
    }
    Comparator<VehicleOrder> order =
        Comparator.comparing((VehicleOrder o) -> o.period().from())
            .thenComparing(VehicleOrder::kind)
            .thenComparing(VehicleOrder::otherPlate);
    byPlate.values().forEach(list -> list.sort(order));
  }

  /** All orders about a vehicle, by their begin. */
  public List<VehicleOrder> of(String plate) {
    return byPlate.getOrDefault(plate, List.of());
  }

  /** Whether an order of this kind about the vehicle is in force at a moment. */
  public boolean inForce(String plate, VehicleOrder.Kind kind, Instant t) {
    for (VehicleOrder o : of(plate)) {
      if (o.kind() == kind && o.period().contains(t)) {
        return true;
      }
    }
    return false;
  }

  /** The vehicles in whose place this one goes at a moment. */
  public List<String> substitutedBy(String plate, Instant t) {
    List<String> others = new ArrayList<>();
    for (VehicleOrder o : of(plate)) {
      if (o.kind() == VehicleOrder.Kind.SUBSTITUTE && o.period().contains(t)) {
        others.add(o.otherPlate());
      }
    }
    return others;
  }
}
