package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.track.StayMachine.Stay;
import io.qingtu.route.track.TurnWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the stays of a loaded truck without lift and weight sensors at which it may have
 * unloaded, and weighs them when it is back at a site (M02).
 */
public final class SuspectStays {
  private static final DailyHours NIGHT = new DailyHours(LocalTime.of(22, 0), LocalTime.of(5, 0));

  private record Past(OpenTrip trip, Stay stay) {}

  private final Parameters p;
  private final PlaceIndex places;
  private final SegmentGrid roads;
  private final TurnWatch turns;
  private final List<Stay> candidates = new ArrayList<>();
  private final List<Instant> turnTimes = new ArrayList<>();
  private final List<Past> history = new ArrayList<>();
  private StayMachine stays;
  private OpenTrip trip;
  private boolean sensed;

  public SuspectStays(PlaceIndex places, SegmentGrid roads, Parameters parameters) {
    this.p = parameters;
    this.places = places;
    this.roads = roads;
    this.turns = new TurnWatch(parameters);
    this.stays = new StayMachine(parameters);
  }

  /**
   * Takes the next fix.
   *
   * @param current the trip under way; null where none
   */
  public void accept(CleanFix fix, Sensors s, OpenTrip current) {
    boolean turned = turns.accept(fix);
    if (current != trip) {
      trip = current;
      candidates.clear();
      turnTimes.clear();
      stays = new StayMachine(p);
      sensed = false;
    }
    if (trip == null) {
      return;
    }
    sensed |= s.lift() != Lift.UNKNOWN || !Double.isNaN(s.weightT());
    if (turned) {
      turnTimes.add(fix.time());
    }
    Stay ended = stays.accept(fix);
    if (ended != null && !sensed && mayBeDump(ended)) {
      candidates.add(ended);
      history.add(new Past(trip, ended));
    }
  }

  /** The most suspicious stay of the trip, now that it is back at a site; null where none is. */
  public SuspectStay worst() {
    SuspectStay worst = null;
    for (Stay s : candidates) {
      SuspectStay scored = score(s);
      if (scored.score() >= p.get(Parameter.SUSPECT_EMIT)
          && (worst == null || scored.score() > worst.score())) {
        worst = scored;
      }
    }
    return worst;
  }

  private SuspectStay score(Stay s) {
    boolean offRoad =
        !roads.all().isEmpty()
            && roads.near(s.x(), s.y(), p.get(Parameter.CARRIAGEWAY_M)).isEmpty();
    boolean turned = turnedAt(s);
    boolean repeated = repeated(s);
    boolean night = NIGHT.contains(s.start());
    double sum =
        p.get(Parameter.SUSPECT_RETURN)
            + (offRoad ? p.get(Parameter.SUSPECT_OFF_ROAD) : 0)
            + (turned ? p.get(Parameter.SUSPECT_TURN) : 0)
            + (repeated ? p.get(Parameter.SUSPECT_AGAIN) : 0)
            + (night ? p.get(Parameter.SUSPECT_NIGHT) : 0);
    // sums of hundredths: without rounding 0.40 + 0.15 + 0.05 falls short of 0.60
    double score = Math.min(1, Math.round(sum * 1000) / 1000.0);
    return new SuspectStay(s, offRoad, turned, repeated, night, score);
  }

  private boolean turnedAt(Stay s) {
    Duration around = Duration.ofMillis(p.millis(Parameter.TURN_S));
    for (Instant t : turnTimes) {
      if (!t.isBefore(s.start().minus(around)) && !t.isAfter(s.end().plus(around))) {
        return true;
      }
    }
    return false;
  }

  private boolean repeated(Stay s) {
    for (Past past : history) {
      Duration ago = Duration.between(past.stay.start(), s.start()).abs();
      if (past.trip != trip
          && ago.toDays() < p.get(Parameter.SUSPECT_AGAIN_DAYS)
          && Math.hypot(past.stay.x() - s.x(), past.stay.y() - s.y())
              <= p.get(Parameter.SUSPECT_AGAIN_M)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBeDump(Stay s) {
    long millis = s.duration().toMillis();
    if (millis < p.millis(Parameter.SUSPECT_MIN_S) || millis > p.millis(Parameter.SUSPECT_MAX_S)) {
      return false;
    }
    for (Fenced f : places.near(s.x(), s.y())) {
      Parameter apron =
          f.place().kind().isEndPlace() ? Parameter.SUSPECT_END_M : Parameter.SUSPECT_PLACE_M;
      if (!f.place().kind().isZone()
          && f.place().validity().contains(s.start())
          && f.polygon().distance(s.x(), s.y()) <= p.get(apron)) {
        return false;
      }
    }
    return true;
  }
}
