package io.qingtu.route.trip;

import io.qingtu.route.geo.Junctions;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.TurnWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the stays of a loaded truck without lift and weight sensors at which it may have
 * unloaded (M02). A stay with a gap in it was not seen, and a queue before the gate of an end place
 * is none.
 */
final class SuspectStays {
  private record Gate(Fenced place, double metres) {}

  private static final class Candidate {
    private final VehicleStay stay;
    private final List<Gate> gates;
    private boolean queued;

    Candidate(VehicleStay stay, List<Gate> gates) {
      this.stay = stay;
      this.gates = gates;
    }
  }

  private final Parameters p;
  private final PlaceIndex places;
  private final PlaceAprons aprons;
  private final SegmentGrid roads;
  private final Junctions junctions;
  private final TurnWatch turns;
  private final List<SuspectStay> closed = new ArrayList<>();
  private final List<Candidate> open = new ArrayList<>();
  private final List<Instant> turnTimes = new ArrayList<>();
  private SpeedProfile speeds;
  private OpenTrip trip;
  private boolean sensed;

  SuspectStays(PlaceIndex places, SegmentGrid roads, Parameters parameters) {
    this.p = parameters;
    this.places = places;
    this.aprons = new PlaceAprons(places, p);
    this.roads = roads;
    this.junctions = new Junctions(roads);
    this.turns = new TurnWatch(parameters);
  }

  /**
   * Takes the next fix.
   *
   * @param current the trip under way; null where none
   * @param ended the stay that the fix ended; null where none
   * @param entered the site or end place that it entered; null where none
   */
  void accept(CleanFix fix, Sensors s, OpenTrip current, VehicleStay ended, Visit entered) {
    boolean turned = turns.accept(fix);
    if (current != trip) {
      close();
      trip = current;
    }
    if (trip == null) {
      return;
    }
    sensed |= s.lift() != Lift.UNKNOWN || !Double.isNaN(s.weightT());
    if (sensed) {
      return;
    }
    speeds.accept(fix);
    if (turned) {
      turnTimes.add(fix.time());
    }
    if (entered != null) {
      notePlace(entered);
    }
    if (ended != null) {
      noteQueue(ended);
      if (mayBeDump(ended)) {
        open.add(new Candidate(ended, gates(ended)));
      }
    }
  }

  /** All candidates so far, in order of time; of the trip under way without its end. */
  List<SuspectStay> all() {
    List<SuspectStay> all = new ArrayList<>(closed);
    for (Candidate c : open) {
      if (!c.queued) {
        all.add(describe(c.stay));
      }
    }
    return all;
  }

  /** The trip is over: what it turned out to be is known. */
  private void close() {
    List<SuspectStay> done = all();
    closed.addAll(done.subList(closed.size(), done.size()));
    open.clear();
    turnTimes.clear();
    speeds = new SpeedProfile(roads, p);
    sensed = false;
  }

  private boolean mayBeDump(VehicleStay s) {
    long millis = s.duration().toMillis();
    return !s.start().isBefore(trip.outTime())
        && millis >= p.millis(Parameter.SUSPECT_MIN_S)
        && millis <= p.millis(Parameter.SUSPECT_MAX_S)
        && s.longestGap().toMillis() <= p.millis(Parameter.GAP_S)
        && aprons.isClear(s.x(), s.y(), s.start());
  }

  private SuspectStay describe(VehicleStay s) {
    return new SuspectStay(
        s,
        trip.permitId(),
        trip.site().id(),
        trip.endKind(),
        trip.endTime(),
        trip.endPlace() == null ? "" : trip.endPlace().id(),
        trip.unseenVisit(),
        isOffRoad(s),
        turnedAt(s),
        speeds.faster(s));
  }

  private boolean isOffRoad(VehicleStay s) {
    if (roads.isEmpty()) {
      return false;
    }
    List<Hit> near = roads.near(s.x(), s.y(), p.get(Parameter.CARRIAGEWAY_M));
    return near.isEmpty() || junctions.isBlindAlley(near.get(0).flat());
  }

  private boolean turnedAt(VehicleStay s) {
    Duration around = Duration.ofMillis(p.millis(Parameter.TURN_S));
    for (Instant t : turnTimes) {
      if (!t.isBefore(s.start().minus(around)) && !t.isAfter(s.end().plus(around))) {
        return true;
      }
    }
    return false;
  }

  /** The end places in whose queue the stay may have been. */
  private List<Gate> gates(VehicleStay s) {
    double reach = p.get(Parameter.QUEUE_M);
    List<Gate> gates = new ArrayList<>();
    for (Fenced f : places.all()) {
      double metres = f.polygon().distance(s.x(), s.y());
      if (f.place().kind().isEndPlace()
          && metres <= reach
          && f.place().validity().contains(s.end())) {
        gates.add(new Gate(f, metres));
      }
    }
    return gates;
  }

  private void notePlace(Visit entered) {
    for (Candidate c : open) {
      for (Gate g : c.gates) {
        c.queued |= g.place.place() == entered.place() && isSoonAfter(c.stay, entered.enter());
      }
    }
  }

  /** A later stay that is clearly nearer to the same gate: the queue has moved up. */
  private void noteQueue(VehicleStay later) {
    double step = p.get(Parameter.STAY_R);
    for (Candidate c : open) {
      for (Gate g : c.gates) {
        double metres = g.place.polygon().distance(later.x(), later.y());
        c.queued |= metres <= g.metres - step && isSoonAfter(c.stay, later.start());
      }
    }
  }

  private boolean isSoonAfter(VehicleStay stay, Instant then) {
    return Duration.between(stay.end(), then).toMillis() <= p.millis(Parameter.QUEUE_S);
  }
}
