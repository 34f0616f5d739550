package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.match.MatchedTrack;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.OpenTrip;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;

/**
 * M04 偏离核准路线: a loaded truck off every permitted route of its site. One alert whose severity rises;
 * its {@code segment_ids} are the roads it was on instead.
 *
 * <p>A fix outside the corridor whose nearest road is one of the route's is inside. Where a stretch
 * beside the corridor would warn, map matching has the last word: if the only drive that fits runs
 * on the route's roads, it is noise. The half-width is the route's own, else {@code corr}; no file
 * tells how wide a road is, so the catalogue's 80 m on wide roads is for the route's {@code
 * corridor_m} to say, and a graph that lacks roads widens nothing.
 */
public final class RouteDeviationRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final AlertSeries series;
  private final TreeSet<String> edgesOff = new TreeSet<>();

  /** Fixes without a trip: a site is left for certain only after a while. */
  private final ArrayDeque<Moment> leaving = new ArrayDeque<>();

  private OpenTrip trip;
  private PermittedWays ways;
  private CorridorWatch watch;
  private Stretch stretch;
  private Instant blindUntil = Instant.MIN;
  private CleanFix firstOff;
  private double farthest;
  private double doubtful;
  private AlertDraft draft;

  public RouteDeviationRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.series = new AlertSeries("M04", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (trip != null && (m.trip() != trip || !trip.inTransit())) {
      close(out);
    }
    if (m.trip() != null && m.trip() != trip && m.trip().inTransit()) {
      begin(m, out);
    }
    if (m.trip() == null) {
      remember(m);
    }
    if (trip != null && !ways.isEmpty()) {
      follow(m, m.time(), out);
    }
  }

  private void begin(Moment m, AlertSink out) {
    trip = m.trip();
    ways = new PermittedWays(rules, trip);
    watch = new CorridorWatch(p);
    stretch = new Stretch(p.get(Parameter.MATCH_THIN) * p.get(Parameter.MATCH_SIGMA_M));
    for (Moment before : leaving) {
      if (!ways.isEmpty() && !before.time().isBefore(trip.outTime())) {
        follow(before, m.time(), out);
      }
    }
    leaving.clear();
  }

  private void remember(Moment m) {
    leaving.addLast(m);
    long oldest = m.millis() - p.millis(Parameter.GAP_S);
    while (leaving.peekFirst().millis() < oldest) {
      leaving.removeFirst();
    }
  }

  /**
   * @param decided when this fix could be judged: its own time, or that of the trip's birth
   */
  private void follow(Moment m, Instant decided, AlertSink out) {
    if (m.gap() != null) {
      watch.gap(m.gap().duration().toMillis());
      blindUntil = m.time().plusMillis(p.millis(Parameter.BLIND_S));
    }
    if (!m.time().isBefore(blindUntil) && !nearPlaces(m)) {
      judge(m, decided, out);
    }
  }

  private void judge(Moment m, Instant decided, AlertSink out) {
    ways.locate(m.fix());
    boolean off = ways.outside() && !ways.onPermittedRoad();
    CorridorWatch.State before = watch.state();
    CorridorWatch.State now =
        watch.accept(
            m.millis(),
            ways.distance(),
            ways.nearest().halfWidth(),
            ways.onPermittedRoad(),
            m.stepMetres());
    note(m.fix(), off, before);
    if (before == CorridorWatch.State.SUSPECT && now == CorridorWatch.State.OUT && isNoise()) {
      watch.dismiss();
      stretch.back();
      off = false;
      settle(true);
    }
    measure(m.stepMetres(), off);
    if (watch.state() == CorridorWatch.State.OUT && off) {
      raise(m, decided, out);
    } else if (watch.state() == CorridorWatch.State.IN) {
      end(out);
    }
  }

  /** Metres under suspicion are judged when the suspicion is. */
  private void measure(double stepMetres, boolean off) {
    if (watch.state() == CorridorWatch.State.SUSPECT) {
      doubtful += stepMetres;
      return;
    }
    settle(false);
    trip.leg().judged(stepMetres, !off);
  }

  private void settle(boolean inside) {
    trip.leg().judged(doubtful, inside);
    doubtful = 0;
  }

  private void note(CleanFix fix, boolean off, CorridorWatch.State before) {
    if (off && before == CorridorWatch.State.IN) {
      firstOff = fix;
      farthest = 0;
      edgesOff.clear();
      stretch.back();
    }
    stretch.add(fix, off, ways.distance());
    if (off) {
      farthest = Math.max(farthest, ways.distance());
      if (!ways.edge().isEmpty()) {
        edgesOff.add(ways.edge());
      }
    }
  }

  /**
   * Whether a suspicious stretch beside the corridor fits only the route's own roads: there the
   * nearest road of each fix alone is easily the wrong one.
   */
  private boolean isNoise() {
    if (farthest > ways.nearest().halfWidth() + p.get(Parameter.MATCH_BESIDE_M)) {
      return false;
    }
    boolean any = false;
    for (MatchedTrack.Point point : rules.matcher().match(stretch.sightings()).points()) {
      if (stretch.outside(point.index())) {
        any = true;
        if (!ways.permits(point.segmentId())) {
          return false;
        }
      }
    }
    return any;
  }

  private void raise(Moment m, Instant decided, AlertSink out) {
    if (draft == null) {
      draft =
          series
              .begin(firstOff.time(), decided, firstOff, trip)
              .because("outside the corridor", watch.why());
      Exemption closure = ways.closure(m.time());
      if (closure != null) {
        draft
            .status(AlertStatus.SUPPRESSED, "closure")
            .because("road of the route closed", "approved by " + closure.approvedBy());
      }
    }
    Corridor nearest = ways.nearest();
    long seconds = watch.millisOff() / 1000;
    draft
        .severity(Math.max(draft.severity(), severity(seconds, watch.metresOff())))
        .measured(Math.round(farthest), nearest.halfWidth(), "m")
        .segments(List.copyOf(edgesOff))
        .because("farther than corr from " + ways.count() + " routes", nearest.id())
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

  /** Back inside for long enough: the whole stretch is evidence. */
  private void end(AlertSink out) {
    if (draft != null) {
      draft.because("distances from the route", stretch.curve());
      List<String> roads = drivenOutside();
      if (!roads.isEmpty()) {
        draft.segments(roads).because("roads by map matching", String.join(", ", roads));
      }
      out.raise(draft.end(Instant.ofEpochMilli(watch.lastOff())).build());
      draft = null;
    }
    if (watch.state() == CorridorWatch.State.IN) {
      stretch.back();
    }
  }

  private List<String> drivenOutside() {
    TreeSet<String> roads = new TreeSet<>();
    for (String id : rules.matcher().match(stretch.sightings()).segmentIds()) {
      if (!ways.permits(id)) {
        roads.add(id);
      }
    }
    return List.copyOf(roads);
  }

  private void close(AlertSink out) {
    if (draft != null) {
      end(out);
    }
    settle(false);
    trip = null;
  }

  private boolean nearPlaces(Moment m) {
    double apron = p.get(Parameter.DEV_APRON_M);
    List<Fenced> near = rules.places().near(m.fix().x(), m.fix().y());
    for (int i = 0; i < near.size(); i++) {
      Fenced f = near.get(i);
      PlaceKind kind = f.place().kind();
      if ((kind == PlaceKind.SITE || kind.isEndPlace())
          && f.polygon().isWithin(m.fix().x(), m.fix().y(), apron)) {
        return true;
      }
    }
    return false;
  }
}
