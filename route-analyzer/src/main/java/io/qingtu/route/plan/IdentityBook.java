package io.qingtu.route.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who and what was in a vehicle, and who may drive it. */
public final class IdentityBook {
  private record OnTurn(String driver, Validity period) {}

  private final Map<String, List<Identity>> byPlate = new HashMap<>();
  private final Map<String, Set<String>> drivers = new HashMap<>();
  private final Map<String, List<OnTurn>> turns = new HashMap<>();

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
      for (Driver.Turn t : d.turns()) {
        turns
            .computeIfAbsent(t.plate(), k -> new ArrayList<>())
            .add(new OnTurn(d.id(), t.period()));
      }
    }
  }

  /** What was said of one kind of identity in a vehicle, in order of time. */
  public List<Identity> of(String plate, Identity.Kind kind) {
    return byPlate.getOrDefault(plate, List.of()).stream().filter(i -> i.kind() == kind).toList();
  }

  /**
   * Ids of those who may drive a vehicle at a moment; nothing where nobody has said by then who
   * they are. Once a company has said it, an empty list is one, too: nobody may.
   */
  public Optional<Set<String>> drivers(String plate, Instant t) {
    Set<String> always = drivers.getOrDefault(plate, Set.of());
    List<OnTurn> own = turns.getOrDefault(plate, List.of());
    if (always.isEmpty() && own.stream().allMatch(o -> o.period().from().isAfter(t))) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(always);
    own.stream().filter(o -> o.period().contains(t)).forEach(o -> all.add(o.driver()));
    return Optional.of(all);
  }

  /**
   * The id by which somebody is on a vehicle's list at a moment; the one he or she has shown where
   * that is on no list.
   */
  public String idOf(Identity driver, Instant t) {
    return drivers(driver.plate(), t).orElse(Set.of()).stream()
        .filter(driver::is)
        .findFirst()
        .orElse(driver.value());
  }

  /** The one who drives a vehicle at a moment, as its company has said; nothing where two do. */
  public Optional<String> onTurn(String plate, Instant t) {
    List<String> all =
        turns.getOrDefault(plate, List.of()).stream()
            .filter(o -> o.period().contains(t))
            .map(OnTurn::driver)
            .distinct()
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }
}
