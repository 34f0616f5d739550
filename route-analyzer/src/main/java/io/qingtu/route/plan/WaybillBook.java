package io.qingtu.route.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waybills of a city, each with the vehicle that carries its load. */
public final class WaybillBook {
  private final Map<String, List<Waybill>> byPlate = new HashMap<>();

  public WaybillBook(Collection<Waybill> waybills) {
    for (Waybill w : waybills) {
      byPlate.computeIfAbsent(w.plate(), k -> new ArrayList<>()).add(w);
    }
  }

  /** Those of a vehicle, in the order of the plan. */
  public List<Waybill> of(String plate) {
    return byPlate.getOrDefault(plate, List.of());
  }

  /** Whether nobody has any. */
  public boolean isEmpty() {
    return byPlate.isEmpty();
  }
}
