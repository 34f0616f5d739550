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
  private static final Comparator<Identity> ORDER =
      Comparator.comparing(Identity::time)
          .thenComparing(Identity::kind)
          .thenComparing(Identity::value)
          .thenComparing(Identity::also);

  private record OnTurn(String driver, Validity period) {}

  private final Map<String, List<Identity>> byPlate;
  private final Map<String, Set<String>> drivers;
  private final Map<String, List<OnTurn>> turns;
  private final Set<String> registered;

  public IdentityBook(Collection<Identity> identities, Collection<Driver> registered) {
    byPlate = byPlate(identities);
    byPlate.replaceAll((plate, said) -> agreed(said));
    drivers = new HashMap<>();
    turns = new HashMap<>();
    this.registered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Driver d : registered) {
      this.registered.add(d.id());
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

  private IdentityBook(IdentityBook known, Map<String, List<Identity>> byPlate) {
    this.byPlate = byPlate;
    drivers = known.drivers;
    turns = known.turns;
    registered = known.registered;
  }

  /**
   * The same with what was said since; what is known of other vehicles is shared. What was said
   * again changes nothing.
   *
   * @param oldest what the vehicles that they are about said before is left out
   */
  public IdentityBook with(Collection<Identity> more, Instant oldest) {
    Map<String, List<Identity>> all = new HashMap<>(byPlate);
    byPlate(more)
        .forEach(
            (plate, said) -> {
              said.addAll(byPlate.getOrDefault(plate, List.of()));
              said.removeIf(i -> i.time().isBefore(oldest));
              all.put(plate, agreed(said));
            });
    return new IdentityBook(this, all);
  }

  private static Map<String, List<Identity>> byPlate(Collection<Identity> identities) {
    Map<String, List<Identity>> byPlate = new HashMap<>();
    for (Identity i : identities) {
      byPlate.computeIfAbsent(i.plate(), k -> new ArrayList<>()).add(i);
    }
    return byPlate;
  }

  /** In order; of one moment one thing at most about who drives. */
  private static List<Identity> agreed(List<Identity> said) {
    said.sort(ORDER);
    List<Identity> agreed = new ArrayList<>();
    for (Identity i : said) {
      int last = agreed.size() - 1;
      if (i.kind() == Identity.Kind.DRIVER
          && last >= 0
          && agreed.get(last).kind() == i.kind()
          && agreed.get(last).time().equals(i.time())) {
        agreed.set(last, agreed.get(last).beside(i));
      } else {
        agreed.add(i);
      }
    }
    return agreed;
  }

  /** What was said of the terminal in a vehicle, in order of time. */
  public List<Identity> ofTerminal(String plate) {
    return byPlate.getOrDefault(plate, List.of()).stream()
        .filter(i -> i.kind() != Identity.Kind.DRIVER)
        .toList();
  }

  /**
   * What was said of one kind of identity in a vehicle, in order of time. Where two things are said
   * of one moment about who drives, nobody is known, unless they are about one person.
   */
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
   * Whether somebody is known not to be on a vehicle's list at a moment. A file of the city may
   * list drivers by another kind of number than their cards show: beside it a card is a stranger's
   * only where anybody is registered by its number.
   */
  public boolean isStranger(Identity driver, Instant t) {
    Optional<Set<String>> list = drivers(driver.plate(), t);
    if (!driver.isKnown() || list.isEmpty() || list.get().stream().anyMatch(driver::is)) {
      return false;
    }
    return !driver.ofCard()
        || !drivers.containsKey(driver.plate())
        || registered.contains(driver.value())
        || registered.contains(driver.also());
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
