package io.qingtu.route.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The registered plates, and which of them a camera may have meant. */
public final class PlateBook {
  private final TreeSet<String> registered = new TreeSet<>();
  private final PlateDistance distance;
  private final double limit;

  /**
   * @param vehicles those of kind OTHER are in no vehicle file
   */
  public PlateBook(Collection<Vehicle> vehicles, Parameters p) {
    for (Vehicle v : vehicles) {
      if (v.kind() != VehicleKind.OTHER) {
        registered.add(v.plate());
      }
    }
    distance = new PlateDistance(p);
    limit = p.get(Parameter.PLATE_NEAR);
  }

  /** The plate itself where it is registered, else those that are near it, in their order. */
  public List<String> meant(String read) {
    if (registered.contains(read)) {
      return List.of(read);
    }
    List<String> near = new ArrayList<>();
    for (String plate : registered) {
      if (distance.between(read, plate, limit) <= limit) {
        near.add(plate);
      }
    }
    return near;
  }

  /** How well a plate fits what was read: 1 the same, 0 just near enough to be meant. */
  public double fit(String read, String plate) {
    return 1 - distance.between(read, plate, limit) / limit;
  }
}
