package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.RoadMatch;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.OpenTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * M04 偏离路线: a loaded truck off every permitted route of its site. One alert whose severity rises;
 * its {@code segment_ids} are the roads it was on instead.
 */
public final class RouteDeviationRule implements Detector {
  private final RuleSet rules;
  private final Parameters p;
  private final RoadMatch roads;
  private final AlertSeries series;
  private final List<Corridor> corridors = new ArrayList<>();
  private final List<Corridor.Hint> hints = new ArrayList<>();
  private final Set<String> permittedEdges = new HashSet<>();
  private final TreeSet<String> edgesOff = new TreeSet<>();
  private OpenTrip trip;
  private CorridorWatch watch;
  private Instant blindUntil = Instant.MIN;
  private CleanFix firstOff;
  private double farthest;
  private AlertDraft draft;

  public RouteDeviationRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.roads =
        new RoadMatch(rules.roads(), p.get(Parameter.ROAD_MATCH_M), p.get(Parameter.MATCH_DEG));
    this.series = new AlertSeries("M04", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (trip != null && (m.trip() != trip || !trip.inTransit())) {
      close(out);
    }
    if (m.trip() != null && m.trip() != trip && m.trip().inTransit()) {
      begin(m.trip());
    }
    if (trip == null || corridors.isEmpty()) {
      return;
    }
    if (m.gap() != null) {
      watch.gap(m.gap().duration().toMillis());
      blindUntil = m.time().plusMillis(p.millis(Parameter.BLIND_S));
    }
    if (!m.time().isBefore(blindUntil) && !nearPlaces(m)) {
      judge(m, out);
    }
  }

  private void judge(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    Corridor nearest = null;
    double best = Double.MAX_VALUE;
    for (int i = 0; i < corridors.size(); i++) {
      Corridor c = corridors.get(i);
      double halfWidths = c.distance(fix.x(), fix.y(), hints.get(i)) / c.halfWidth();
      if (halfWidths < best) {
        best = halfWidths;
        nearest = c;
      }
    }
    String edge = best > 1 ? matchedEdge(fix) : "";
    boolean permitted = permittedEdges.contains(edge);
    boolean wasIn = watch.state() == CorridorWatch.State.IN;
    CorridorWatch.State now =
        watch.accept(
            fix.time().toEpochMilli(),
            best * nearest.halfWidth(),
            nearest.halfWidth(),
            permitted,
            m.stepMetres());
    boolean off = best > 1 && !permitted;
    trip.leg().judged(m.stepMetres(), !off);
    if (off) {
      if (wasIn) {
        firstOff = fix;
        farthest = 0;
        edgesOff.clear();
      }
      farthest = Math.max(farthest, best * nearest.halfWidth());
      if (!edge.isEmpty()) {
        edgesOff.add(edge);
      }
    }
    if (now == CorridorWatch.State.OUT && off) {
      raise(m, nearest, out);
    } else if (now == CorridorWatch.State.IN && draft != null) {
      end(out);
    }
  }

  private void raise(Moment m, Corridor nearest, AlertSink out) {
    if (draft == null) {
      draft =
          series
              .begin(firstOff.time(), m.time(), firstOff, trip)
              .because("outside the corridor", watch.why());
      Exemption closure = closure(m.time());
      if (closure != null) {
        draft
            .status(AlertStatus.SUPPRESSED, "closure")
            .because("road of the route closed", "approved by " + closure.approvedBy());
      }
    }
    long seconds = watch.millisOff() / 1000;
    draft
        .severity(Math.max(draft.severity(), severity(seconds, watch.metresOff())))
        .measured(Math.round(farthest), nearest.halfWidth(), "m")
        .segments(List.copyOf(edgesOff))
        .because("farther than corr from " + corridors.size() + " routes", nearest.id())
        .because("time outside", seconds + " s")
        .because("way outside", Math.round(watch.metresOff()) + " m");
    out.raise(draft.build());
  }

  private int severity(long seconds, double metres) {
    if (seconds >= p.get(Parameter.DEV_CRITICAL_S)) {
      return 4;
    }
    if (seconds >= p.get(Parameter.DEV_SERIOUS_S)) {
      return 3;
    }
    return seconds >= p.get(Parameter.DEV_S) || metres >= p.get(Parameter.DEV_M) ? 2 : 1;
  }

  private void end(AlertSink out) {
    out.raise(draft.end(Instant.ofEpochMilli(watch.lastOff())).build());
    draft = null;
  }

  private void close(AlertSink out) {
    if (draft != null) {
      end(out);
    }
    trip = null;
  }

  private void begin(OpenTrip next) {
    trip = next;
    watch = new CorridorWatch(p);
    corridors.clear();
    hints.clear();
    permittedEdges.clear();
    for (Permit permit : next.validPermits()) {
      for (String id : permit.routeIds()) {
        Corridor c = rules.findCorridor(id);
        if (c != null && !corridors.contains(c)) {
          corridors.add(c);
          hints.add(new Corridor.Hint());
          permittedEdges.addAll(rules.edges(id));
        }
      }
    }
  }

  private String matchedEdge(CleanFix fix) {
    List<Hit> hits = roads.candidates(fix.x(), fix.y(), fix.headingDegrees());
    return hits.isEmpty() ? "" : hits.get(0).segment().id();
  }

  private Exemption closure(Instant at) {
    for (Exemption e : rules.plan().exemptions()) {
      if (e.kind() == Exemption.Kind.CLOSURE
          && e.period().contains(at)
          && (e.segmentIds().isEmpty()
              || e.segmentIds().stream().anyMatch(permittedEdges::contains))) {
        return e;
      }
    }
    return null;
  }

  private boolean nearPlaces(Moment m) {
    double apron = p.get(Parameter.DEV_APRON_M);
    for (Fenced f : rules.places().near(m.fix().x(), m.fix().y())) {
      PlaceKind kind = f.place().kind();
      if ((kind == PlaceKind.SITE || kind.isEndPlace())
          && f.polygon().distance(m.fix().x(), m.fix().y()) <= apron) {
        return true;
      }
    }
    return false;
  }
}
