package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.RecentFixes;
import io.qingtu.route.trip.OpenTrip.Phase;
import io.qingtu.route.trip.Trip.EndKind;
import io.qingtu.route.trip.TripEvent.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The trip of a muck truck (SM-6): born when it leaves a site loaded, ended by an unloading, by the
 * stay in an end place, or by its return to a site.
 */
public final class TripMachine {
  /** Looked through with every fix by many: of this list that makes no object. */
  static final List<TripEvent> NONE = Collections.emptyList();

  private final Parameters parameters;
  private final TripBirth birth;
  private final Destinations destinations;
  private final LoadMachine load;
  private final ParkingWatch parking;
  private final SharedGate gate;
  private final UnseenUnloading unseen;
  private final RecentFixes recent;
  private final List<OpenTrip> ended = new ArrayList<>();
  private List<TripEvent> events = NONE;
  private OpenTrip trip;
  private Leg beforeExit = new Leg();
  private Instant lastSeen;

  public TripMachine(
      Vehicle vehicle,
      Parameters parameters,
      PermitBook permits,
      GateBook gates,
      Destinations destinations,
      LoadMachine load) {
    this.parameters = parameters;
    this.birth = new TripBirth(vehicle.plate(), permits, gates, load, parameters);
    this.destinations = destinations;
    this.load = load;
    this.parking = new ParkingWatch(parameters);
    this.gate = new SharedGate(parameters);
    this.unseen = destinations.unseen();
    this.recent =
        new RecentFixes(
            parameters.millis(Parameter.LOAD_HOLD_S) + parameters.millis(Parameter.GAP_S));
  }

  /** The trip under way; null where none. */
  public OpenTrip current() {
    return trip;
  }

  /** All trips so far, in the order of their begin; the last may be under way. */
  public List<OpenTrip> trips() {
    List<OpenTrip> all = new ArrayList<>(ended);
    if (trip != null) {
      all.add(trip);
    }
    return all;
  }

  /**
   * Takes the next fix; the load machine has taken it already.
   *
   * @param gap that ends at the fix; null where none
   * @param visits sites and end places
   * @param yard the visit of another place; null where none
   * @param unload decided by this fix; null where none
   */
  public List<TripEvent> accept(
      CleanFix fix, Gap gap, VisitMachine visits, Visit yard, Unload unload) {
    events = NONE;
    lastSeen = fix.time();
    if (gap != null) {
      noteGap(gap);
    }
    recent.accept(fix);
    if (trip != null && trip.phase == Phase.GAP_TRANSIT && stillLoaded()) {
      trip.trust(); // a sensor has outlived the gap
    }
    if (trip != null && unload != null) {
      unloaded(unload);
    }
    if (trip != null && load.estimate().empty()) {
      emptied();
    }
    Visit over = visits.exited() == null ? null : gate.left(visits.exited(), visits.entered());
    if (over != null) {
      left(over);
    }
    boolean crossing = visits.exited() != null && gate.isCrossing();
    if (visits.entered() != null && !crossing) {
      entered(visits.entered());
    }
    if (trip != null) {
      watchForeignEnd(fix, visits.outsideFrom() == null ? visits.current() : null);
      watchParking(fix, visits.current(), yard);
      trip.onTheRoad(fix.time());
      trip.leaveCrumb(fix, parameters);
    } else if (visits.outsideFrom() == null || visits.outsideFrom().equals(fix.time())) {
      beforeExit = new Leg(); // an exit is decided a minute after it happened: keep that way
    }
    return events;
  }

  /** The leg that the way to the next fix belongs to, before that fix is taken. */
  public Leg leg() {
    return trip == null ? beforeExit : trip.leg();
  }

  /** Event time without a fix: only age counts. */
  public List<TripEvent> advance(Instant time) {
    events = NONE;
    if (trip != null) {
      trip.onTheRoad(time);
    }
    return events;
  }

  /** The period is over: names how an open trip stands. */
  public List<TripEvent> finish(Instant periodEnd) {
    advance(periodEnd);
    if (trip == null) {
      return events;
    }
    if (trip.phase == Phase.AT_END_PLACE && !stillLoaded() && dwelt(trip.arrival, lastSeen)) {
      end(EndKind.OK, trip.endPlace, lastSeen);
      return events;
    }
    trip.endKind = trip.standing();
    return events;
  }

  private void noteGap(Gap gap) {
    if (unseen.note(gap)) {
      load.mayBeGone(gap.after().time());
      if (trip != null && trip.phase != Phase.EMPTIED) {
        trip.unseenVisit |= unseen.mayHideIn(gap);
        trip.doubt();
      }
    }
  }

  private void unloaded(Unload u) {
    trip.unload = u;
    switch (u.verdict()) {
      case PERMITTED -> end(EndKind.OK, u.place(), u.start());
      case OTHER_END_PLACE -> end(EndKind.WRONG_SITE, u.place(), u.start());
      default -> end(EndKind.ELSEWHERE, u.place(), u.start());
    }
  }

  /**
   * The estimate turned EMPTY without an unloading that M01 may judge: a sensor says so, or the
   * lift of a truck of which it was not sure that it was loaded.
   */
  private void emptied() {
    LoadEstimate now = load.estimate();
    boolean lifted = now.source() == LoadEstimate.Source.LIFT;
    if (!lifted && now.source() != LoadEstimate.Source.SENSOR || trip.phase == Phase.EMPTIED) {
      return;
    }
    trip.emptyBySensor = true;
    if (trip.phase == Phase.AT_END_PLACE) {
      end(EndKind.OK, trip.endPlace, later(now.since(), trip.arrival));
      return;
    }
    trip.lostInGap = unseen.explains(now.since(), trip.outTime());
    CleanFix at = recent.firstFrom(now.since());
    Destinations.Judged where = destinations.judge(at.x(), at.y(), at.time(), trip, trip.outTime());
    switch (where.verdict()) {
      case PERMITTED -> end(EndKind.OK, where.place(), now.since());
      case OTHER_END_PLACE -> end(EndKind.WRONG_SITE, where.place(), now.since());
      default -> {
        if (lifted) {
          end(EndKind.ELSEWHERE, null, now.since());
        } else {
          trip.phase = Phase.EMPTIED;
        }
      }
    }
  }

  private void left(Visit visit) {
    boolean destination = trip != null && trip.phase == Phase.AT_END_PLACE;
    if (destination) {
      leftDestination(visit);
    } else if (visit.place().kind() == PlaceKind.SITE) {
      leftSite(visit);
    } else if (trip != null
        && trip.phase != Phase.EMPTIED
        && !stillLoaded()
        && dwelt(visit.enter(), visit.exit())) {
      trip.foreignVisit = visit;
      load.unloadedAt(visit.exit());
      trip.doubt();
    }
  }

  private void leftDestination(Visit visit) {
    if (!stillLoaded() && dwelt(visit.enter(), visit.exit())) {
      load.unloadedAt(visit.exit());
      end(EndKind.OK, visit.place(), visit.exit());
      return;
    }
    trip.leaveEndPlace();
    load.leftTooSoon();
  }

  private void leftSite(Visit visit) {
    Instant exit = visit.exit();
    if (trip != null && trip.phase == Phase.EMPTIED) {
      end(EndKind.UNEXPLAINED, null, exit);
    }
    if (trip != null) {
      return; // came back loaded and leaves loaded: the same trip goes on
    }
    trip = birth.at(visit, beforeExit);
    if (trip != null) {
      parking.reset();
      emit(Type.BORN, exit);
      if (unseen.mayPrecede(exit) && !load.sensed()) {
        load.mayBeGone(exit);
        trip.unseenVisit = true;
        trip.doubt();
      }
    }
  }

  private void entered(Visit visit) {
    Place place = visit.place();
    if (trip != null
        && trip.phase != Phase.EMPTIED
        && destinations.permitted(place, trip, visit.enter())) {
      trip.arrive(visit);
    } else if (place.kind() == PlaceKind.SITE) {
      if (trip != null && !stillLoaded()) {
        returned(visit.enter());
      }
      if (trip == null) {
        load.enteredSite(visit.enter());
      }
    }
  }

  /** Back at a site, and no place that may take the load explains where it is. */
  private void returned(Instant at) {
    if (trip.foreignVisit != null) {
      end(EndKind.WRONG_SITE, trip.foreignVisit.place(), trip.foreignVisit.exit());
    } else if (trip.phase == Phase.GAP_TRANSIT || trip.lostInGap) {
      end(EndKind.GAP, null, at);
    } else {
      end(EndKind.UNEXPLAINED, null, at);
    }
  }

  /** Who stays at an end place for as long as an unloading takes may be empty, whoever's it is. */
  private void watchForeignEnd(CleanFix fix, Visit visit) {
    if (visit != null
        && trip.inTransit()
        && visit.place().kind().isEndPlace()
        && !stillLoaded()
        && dwelt(visit.enter(), fix.time())) {
      trip.doubt();
    }
  }

  private void watchParking(CleanFix fix, Visit visit, Visit yard) {
    boolean allowed = visit != null || yard != null && yard.place().kind() == PlaceKind.REPAIR;
    Type step = parking.accept(trip, fix, allowed);
    if (step != null) {
      emit(step, step == Type.UNPARKED ? fix.time() : parking.since());
    }
  }

  /** Whether a sensor that can be used says that the load is still on. */
  private boolean stillLoaded() {
    return load.sensed()
        && !load.saysEmpty()
        && load.estimate().state() == LoadEstimate.State.LOADED;
  }

  private boolean dwelt(Instant enter, Instant exit) {
    return Duration.between(enter, exit).toMillis() >= parameters.millis(Parameter.END_DWELL_S);
  }

  private void end(EndKind kind, Place place, Instant at) {
    trip.phase = Phase.ENDED;
    trip.endKind = kind;
    trip.endPlace = place;
    trip.endTime = at;
    emit(Type.ENDED, at);
    ended.add(trip);
    trip = null;
  }

  private void emit(Type type, Instant at) {
    if (events.isEmpty()) {
      events = new ArrayList<>(2);
    }
    events.add(new TripEvent(type, trip, at));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
