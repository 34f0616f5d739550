package io.qingtu.route.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who and what was in a vehicle, and who may drive it. */
public final class IdentityBook {
  private final Map<String, List<Identity>> byPlate = new HashMap<>();
  private final Map<String, Set<String>> drivers = new HashMap<>();

  public IdentityBook(Collection<Identity> identities, Collection<Driver> registered) {
    for (Identity i : identities) {
      byPlate.computeIfAbsent(i.plate(), k -> new ArrayList<>()).add(i);
    }
    Comparator<Identity> order =
        Comparator.comparing(Identity::time).thenComparing(Identity::value);
    byPlate.values().forEach(list -> list.sort(order));
    for (Driver d : registered) {
      for (String plate : d.plates()) {
        drivers.computeIfAbsent(plate, k -> new TreeSet<>()).add(d.id());
      }
    }
  }

  /** What was said of one kind of identity in a vehicle, in order of time. */
  public List<Identity> of(String plate, Identity.Kind kind) {
    return byPlate.getOrDefault(plate, List.of()).stream().filter(i -> i.kind() == kind).toList();
  }

  /** Ids of the drivers of a vehicle; empty where nobody has said who they are. */
  public Set<String> drivers(String plate) {
    return drivers.getOrDefault(plate, Set.of());
  }
}
