package io.qingtu.route.trip;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.PlateBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The captures of gate cameras by vehicle, in order of time. */
public final class GateBook {
  /**
   * An exit of a place.
   *
   * @param entered when the vehicle came; {@link Instant#MIN} where that is not known
   */
  private record Exit(String placeId, Instant entered, Instant at) {}

  private final Map<String, List<GateEvent>> byPlate = new HashMap<>();
  private final Map<String, TreeSet<Instant>> byPlace = new HashMap<>();

  private final Map<String, List<GateEvent>> misread = new HashMap<>();

  public GateBook(List<GateEvent> events, PlateBook plates) {
    Map<String, List<GateEvent>> byReading = new HashMap<>();
    for (GateEvent e : events) {
      byReading.computeIfAbsent(e.plate(), k -> new ArrayList<>()).add(e);
      byPlace.computeIfAbsent(e.placeId(), k -> new TreeSet<>()).add(e.time());
    }
    Comparator<GateEvent> order =
        Comparator.comparing(GateEvent::time)
            .thenComparing(GateEvent::cameraId)
            .thenComparing(GateEvent::plate);
    byReading.forEach(
        (read, captures) -> {
          byPlate.put(read, captures);
          List<String> meant = plates.meant(read);
          if (meant.size() == 1 && !meant.get(0).equals(read)) {
            misread.computeIfAbsent(meant.get(0), k -> new ArrayList<>()).addAll(captures);
          }
        });
    byPlate.values().forEach(list -> list.sort(order));
    misread.values().forEach(list -> list.sort(order));
  }

  /** The captures of exactly this plate in a period, its ends included, in order of time. */
  public List<GateEvent> captures(String plate, Instant from, Instant to) {
    return within(byPlate.getOrDefault(plate, List.of()), from, to);
  }

  private static List<GateEvent> within(List<GateEvent> captures, Instant from, Instant to) {
    List<GateEvent> found = new ArrayList<>();
    for (GateEvent e : captures) {
      if (!e.time().isBefore(from) && !e.time().isAfter(to)) {
        found.add(e);
      }
    }
    return found;
  }

  /** Ids of the places that have cameras. */
  public Set<String> places() {
    return Set.copyOf(byPlace.keySet());
  }

  /** Whether the cameras of a place saw any vehicle in a period, its ends included. */
  public boolean sawAnybody(String placeId, Instant from, Instant to) {
    TreeSet<Instant> times = byPlace.get(placeId);
    Instant next = times == null ? null : times.ceiling(from);
    return next != null && !next.isAfter(to);
  }

  /**
   * What the cameras of a place saw of the load of a vehicle when it left. A picture from before it
   * came is of another exit.
   */
  public Optional<Boolean> loadAtExit(String plate, Visit visit, Duration tolerance) {
    Exit left = new Exit(visit.place().id(), visit.enter(), visit.exit());
    return atExit(plate, left, tolerance, GateEvent::loaded);
  }

  /** The same of dirty wheels. */
  public Optional<Boolean> wheelsDirtyAtExit(
      String plate, String placeId, Instant exit, Duration tolerance) {
    return atExit(plate, new Exit(placeId, Instant.MIN, exit), tolerance, GateEvent::wheelDirty);
  }

  private Optional<Boolean> atExit(
      String plate, Exit left, Duration tolerance, Function<GateEvent, Optional<Boolean>> flag) {
    Optional<Boolean> seen = Optional.empty();
    Duration best = tolerance;
    Instant from = left.at.minus(tolerance);
    Instant to = left.at.plus(tolerance);
    // one that was misread may be of no other vehicle, and its place and time agree with the track
    List<GateEvent> own = within(misread.getOrDefault(plate, List.of()), from, to);
    own.addAll(captures(plate, from, to));
    for (GateEvent e : own) {
      Duration off = Duration.between(e.time(), left.at).abs();
      if (!e.in()
          && !e.time().isBefore(left.entered)
          && flag.apply(e).isPresent()
          && e.placeId().equals(left.placeId)
          && off.compareTo(best) <= 0) {
        best = off;
        seen = flag.apply(e);
      }
    }
    return seen;
  }

  /** Whether a camera saw the vehicle with an open cover in a period, its ends included. */
  public boolean sawOpenCover(String plate, Instant from, Instant to) {
    return captures(plate, from, to).stream().anyMatch(e -> !e.covered().orElse(true));
  }
}
