package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.camera.CameraClocks.Offset;
import io.qingtu.route.camera.CameraMatch;
import io.qingtu.route.camera.Capture;
import io.qingtu.route.camera.GateTrack;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is wrong with gate cameras (B3): a clock that is off, and trucks that pass without a
 * picture. Notes under the code B3, of no vehicle; the reason names the cameras of the lane.
 */
public final class CameraFaults {
  private record Lane(String placeId, boolean in) {}

  private record LaneDay(Lane lane, LocalDate day) {}

  private final RuleSet rules;
  private final Parameters p;
  private final Map<Lane, TreeSet<String>> cameras = new HashMap<>();
  private final Map<Lane, LocalDate> since = new HashMap<>();
  private final Map<Lane, Map<String, List<Instant>>> pictures = new HashMap<>();

  public CameraFaults(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
  }

  public List<Alert> judge(CameraMatch match, Collection<GateTrack> tracks) {
    List<Alert> notes = new ArrayList<>();
    for (Offset o : match.clocks().offsets()) {
      if (Math.abs(o.offset().toSeconds()) > p.get(Parameter.CAMERA_CLOCK_S)) {
        notes.add(clock(o));
      }
    }
    for (Capture c : match.captures()) {
      note(c);
    }
    notes.addAll(unseen(tracks));
    return notes;
  }

  private void note(Capture c) {
    Lane lane = new Lane(c.event().placeId(), c.event().in());
    cameras.computeIfAbsent(lane, k -> new TreeSet<>()).add(c.event().cameraId());
    since.merge(lane, day(c.time()), (a, b) -> a.isBefore(b) ? a : b);
    pictures
        .computeIfAbsent(lane, k -> new HashMap<>())
        .computeIfAbsent(c.plate(), k -> new ArrayList<>())
        .add(c.time());
  }

  private Alert clock(Offset o) {
    Instant start = o.monday().atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    return draft("clock " + o.cameraId(), o.placeId(), start, start.plus(Duration.ofDays(7)))
        .measured(o.offset().toSeconds(), p.get(Parameter.CAMERA_CLOCK_S), "s")
        .because("median of camera time less visit time", o.offset().toSeconds() + " s")
        .because("captures that belong to a visit", String.valueOf(o.pairs()))
        .build();
  }

  private List<Alert> unseen(Collection<GateTrack> tracks) {
    Map<LaneDay, int[]> passes =
        new TreeMap<>(
            Comparator.comparing(LaneDay::day)
                .thenComparing(l -> l.lane().placeId())
                .thenComparing(l -> l.lane().in()));
    for (GateTrack t : tracks) {
      if (t.vehicle().kind() == VehicleKind.MUCK_TRUCK) {
        for (Visit v : t.visits()) {
          count(passes, new Lane(v.place().id(), true), v.enter(), t);
          count(passes, new Lane(v.place().id(), false), v.exit(), t);
        }
      }
    }
    List<Alert> notes = new ArrayList<>();
    passes.forEach(
        (laneDay, unseenOfAll) -> {
          double share = (double) unseenOfAll[0] / unseenOfAll[1];
          if (unseenOfAll[1] >= p.get(Parameter.CAMERA_MIN)
              && share > p.get(Parameter.CAMERA_UNSEEN_SHARE)) {
            notes.add(fault(laneDay, unseenOfAll, share));
          }
        });
    return notes;
  }

  private void count(Map<LaneDay, int[]> passes, Lane lane, Instant at, GateTrack t) {
    LocalDate known = since.get(lane);
    if (at == null || known == null || day(at).isBefore(known)) {
      return;
    }
    int[] unseenOfAll = passes.computeIfAbsent(new LaneDay(lane, day(at)), k -> new int[2]);
    unseenOfAll[1]++;
    long tolerance = p.millis(Parameter.CAMERA_TOLERANCE_S);
    boolean seen =
        pictures.get(lane).getOrDefault(t.vehicle().plate(), List.of()).stream()
            .anyMatch(x -> Duration.between(x, at).abs().toMillis() <= tolerance);
    unseenOfAll[0] += seen ? 0 : 1;
  }

  private Alert fault(LaneDay l, int[] unseenOfAll, double share) {
    Instant start = l.day().atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    String names = String.join(";", cameras.get(l.lane()));
    return draft("unseen " + names, l.lane().placeId(), start, start.plus(Duration.ofDays(1)))
        .measured(share, p.get(Parameter.CAMERA_UNSEEN_SHARE), "share")
        .because("trucks that passed", String.valueOf(unseenOfAll[1]))
        .because("without a picture", String.valueOf(unseenOfAll[0]))
        .build();
  }

  private AlertDraft draft(String reason, String placeId, Instant start, Instant end) {
    AlertDraft d =
        new AlertDraft("B3", "", rules.version(), start, end)
            .end(end)
            .severity(1)
            .grade(Grade.B)
            .reason(reason);
    return rules.locate(d, placeId);
  }

  private static LocalDate day(Instant t) {
    return t.atZone(DailyHours.CITY_ZONE).toLocalDate();
  }
}
