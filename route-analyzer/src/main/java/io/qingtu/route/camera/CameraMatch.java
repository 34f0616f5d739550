package io.qingtu.route.camera;

import io.qingtu.route.camera.Capture.Outcome;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlateBook;
import io.qingtu.route.trip.NearGate;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the vehicle that each capture of a gate camera shows (B3). The score weighs plate, time and
 * place, and direction; what is not known, as the kind and colour of the vehicle, weighs nothing. A
 * vehicle whose plate is nothing like the one read can never reach the score, so plates alone make
 * the candidates.
 */
public final class CameraMatch {
  private record Candidate(GateTrack track, double time, double score) {}

  private final Parameters p;
  private final PlateBook plates;
  private final Map<String, GateTrack> tracks = new TreeMap<>();
  private final Map<String, List<String>> meant = new HashMap<>();
  private final CameraClocks clocks;
  private final List<Capture> captures = new ArrayList<>();

  public CameraMatch(List<GateEvent> events, Collection<GateTrack> all, Parameters p) {
    this.p = p;
    this.plates = new PlateBook(all.stream().map(GateTrack::vehicle).toList(), p);
    for (GateTrack t : all) {
      tracks.put(t.vehicle().plate(), t);
    }
    this.clocks = new CameraClocks(events, tracks, p);
    for (GateEvent e : events) {
      captures.add(match(e));
    }
    captures.sort(
        Comparator.comparing(Capture::time)
            .thenComparing(c -> c.event().cameraId())
            .thenComparing(c -> c.event().plate()));
  }

  /** Every capture, in order of time. */
  public List<Capture> captures() {
    return List.copyOf(captures);
  }

  public CameraClocks clocks() {
    return clocks;
  }

  private Capture match(GateEvent e) {
    Instant time = clocks.correct(e);
    if (e.plate().isEmpty()) {
      return new Capture(e, time, Outcome.UNREADABLE, "", 0);
    }
    Candidate best = null;
    Candidate second = null;
    for (String plate : meant.computeIfAbsent(e.plate(), plates::meant)) {
      Candidate c = candidate(e, time, tracks.get(plate));
      if (best == null || c.score > best.score) {
        second = best;
        best = c;
      } else if (second == null || c.score > second.score) {
        second = c;
      }
    }
    if (best == null) {
      boolean sure = e.confidence() >= p.get(Parameter.PLATE_SURE);
      return new Capture(e, time, sure ? Outcome.UNREGISTERED : Outcome.UNREADABLE, e.plate(), 0);
    }
    boolean clear = second == null || best.score - second.score >= p.get(Parameter.CAMERA_LEAD);
    Outcome outcome =
        clear && best.score >= p.get(Parameter.CAMERA_SCORE)
            ? Outcome.MATCHED
            : best.track.vehicle().plate().equals(e.plate()) && best.time == 0
                ? Outcome.CAMERA_ONLY
                : Outcome.AMBIGUOUS;
    return new Capture(e, time, outcome, best.track.vehicle().plate(), best.score);
  }

  private Candidate candidate(GateEvent e, Instant time, GateTrack t) {
    double fit = plates.fit(e.plate(), t.vehicle().plate());
    double near = nearness(e.placeId(), time, t.near());
    double score = p.get(Parameter.SCORE_PLATE) * fit;
    score += p.get(Parameter.SCORE_TIME) * near;
    double whole = p.get(Parameter.SCORE_PLATE) + p.get(Parameter.SCORE_TIME);
    if (isVisited(e.placeId(), t.visits())) {
      whole += p.get(Parameter.SCORE_DIRECTION);
      score += agrees(e, time, t.visits()) ? p.get(Parameter.SCORE_DIRECTION) : 0;
    }
    return new Candidate(t, near, score / whole);
  }

  /** 1 at the gate, 0 where the track is farther off than the tolerance, in time. */
  private double nearness(String placeId, Instant time, List<NearGate> near) {
    long tolerance = p.millis(Parameter.CAMERA_TOLERANCE_S);
    long best = tolerance;
    for (NearGate n : near) {
      if (n.placeId().equals(placeId)) {
        long early = Duration.between(time, n.from()).toMillis();
        long late = Duration.between(n.to(), time).toMillis();
        best = Math.min(best, Math.max(0, Math.max(early, late)));
      }
    }
    return 1 - (double) best / tolerance;
  }

  private static boolean isVisited(String placeId, List<Visit> visits) {
    for (Visit v : visits) {
      if (v.place().id().equals(placeId)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a visit begins or ends then, as the direction of the lane says. */
  private boolean agrees(GateEvent e, Instant time, List<Visit> visits) {
    long tolerance = p.millis(Parameter.CAMERA_TOLERANCE_S);
    for (Visit v : visits) {
      Instant at = e.in() ? v.enter() : v.exit();
      if (at != null
          && v.place().id().equals(e.placeId())
          && Duration.between(at, time).abs().toMillis() <= tolerance) {
        return true;
      }
    }
    return false;
  }
}
