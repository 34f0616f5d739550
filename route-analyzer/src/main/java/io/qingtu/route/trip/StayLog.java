package io.qingtu.route.trip;

import io.qingtu.route.geo.Junctions;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.track.StayMachine.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down every stay of one truck: what the city, patterns and M02 look at later. */
final class StayLog {
  private final String plate;
  private final PlaceIndex places;
  private final SegmentGrid roads;
  private final Junctions junctions;
  private final long slowMillis;
  private final double carriageway;
  private final double junction;
  private final StayMachine machine;
  private final List<VehicleStay> stays = new ArrayList<>();
  private LoadEstimate.State before = LoadEstimate.State.UNKNOWN;
  private LoadEstimate.State after = LoadEstimate.State.UNKNOWN;
  private OpenTrip trip;

  StayLog(String plate, PlaceIndex places, SegmentGrid roads, Parameters p) {
    this.plate = plate;
    this.places = places;
    this.roads = roads;
    this.junctions = new Junctions(roads);
    slowMillis = p.millis(Parameter.SLOW_S);
    carriageway = p.get(Parameter.CARRIAGEWAY_M);
    junction = p.get(Parameter.JUNCTION_M);
    machine = new StayMachine(p);
  }

  /**
   * Takes the next fix with the load and the trip before it.
   *
   * @return the stay that it ended; null where it ended none
   */
  VehicleStay accept(CleanFix fix, LoadEstimate load, OpenTrip current) {
    Stay run = machine.accept(fix);
    VehicleStay ended = run != null && isLong(run) ? describe(run) : null;
    if (ended != null) {
      stays.add(ended);
    }
    if (machine.start().equals(fix.time())) {
      before = load.state();
    }
    after = load.state();
    trip = current;
    return ended;
  }

  /** All stays so far, in order of time; the last may go on. */
  List<VehicleStay> stays() {
    List<VehicleStay> all = new ArrayList<>(stays);
    Stay run = machine.current();
    if (run != null && isLong(run)) {
      all.add(describe(run));
    }
    return all;
  }

  private boolean isLong(Stay run) {
    return run.duration().toMillis() >= slowMillis;
  }

  private VehicleStay describe(Stay s) {
    List<Hit> near = roads.near(s.x(), s.y(), carriageway);
    return new VehicleStay(
        plate,
        s.start(),
        s.end(),
        s.x(),
        s.y(),
        s.longestGap(),
        placeAt(s.x(), s.y(), s.start()),
        near.isEmpty() ? "" : near.get(0).segment().id(),
        !near.isEmpty() && junctions.isNear(s.x(), s.y(), junction),
        before,
        after,
        trip == null ? "" : trip.id());
  }

  private String placeAt(double x, double y, Instant at) {
    Fenced smallest = null;
    for (Fenced f : places.at(x, y)) {
      if (!f.place().kind().isZone()
          && f.place().validity().contains(at)
          && (smallest == null || f.polygon().area() < smallest.polygon().area())) {
        smallest = f;
      }
    }
    return smallest == null ? "" : smallest.place().id();
  }
}
