package io.qingtu.route.camera;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.Visit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each camera's clock is off, week by week: the median of camera time less the time of the
 * visit that it belongs to, over plates that were read exactly.
 */
public final class CameraClocks {
  /**
   * @param monday first day of the week
   * @param pairs captures that belong to a visit
   * @param offset camera time less visit time, median
   */
  public record Offset(
      String cameraId, String placeId, LocalDate monday, int pairs, Duration offset) {}

  private final Map<String, List<Long>> differences = new TreeMap<>();
  private final Map<String, String> places = new TreeMap<>();
  private final Parameters p;

  CameraClocks(List<GateEvent> events, Map<String, GateTrack> tracks, Parameters p) {
    this.p = p;
    long search = p.millis(Parameter.CAMERA_SEARCH_S);
    for (GateEvent e : events) {
      GateTrack track = tracks.get(e.plate());
      long nearest = track == null ? Long.MAX_VALUE : nearest(e, track.visits());
      if (Math.abs(nearest) <= search) {
        differences.computeIfAbsent(key(e), k -> new ArrayList<>()).add(nearest);
        places.put(e.cameraId(), e.placeId());
      }
    }
    differences.values().forEach(list -> list.sort(null));
  }

  /** Milliseconds from the nearest visit's begin or end to the capture. */
  private static long nearest(GateEvent e, List<Visit> visits) {
    long best = Long.MAX_VALUE;
    for (Visit v : visits) {
      Instant at = e.in() ? v.enter() : v.exit();
      if (at != null && v.place().id().equals(e.placeId())) {
        long off = Duration.between(at, e.time()).toMillis();
        best = Math.abs(off) < Math.abs(best) ? off : best;
      }
    }
    return best;
  }

  /** The capture's time by the vehicles' clocks. */
  Instant correct(GateEvent e) {
    return e.time().minus(offset(differences.getOrDefault(key(e), List.of())));
  }

  /** The offsets that rest on enough pairs, by camera and week. */
  public List<Offset> offsets() {
    List<Offset> known = new ArrayList<>();
    differences.forEach(
        (key, list) -> {
          if (list.size() >= p.get(Parameter.CAMERA_PAIRS)) {
            int bar = key.lastIndexOf('|');
            String camera = key.substring(0, bar);
            LocalDate monday = LocalDate.parse(key.substring(bar + 1));
            known.add(new Offset(camera, places.get(camera), monday, list.size(), offset(list)));
          }
        });
    return known;
  }

  private Duration offset(List<Long> sorted) {
    return sorted.size() < p.get(Parameter.CAMERA_PAIRS)
        ? Duration.ZERO
        : Duration.ofMillis(sorted.get(sorted.size() / 2));
  }

  private static String key(GateEvent e) {
    LocalDate day = e.time().atZone(DailyHours.CITY_ZONE).toLocalDate();
    return e.cameraId() + "|" + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
