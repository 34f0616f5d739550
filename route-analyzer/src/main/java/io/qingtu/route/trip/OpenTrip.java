package io.qingtu.route.trip;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A loaded trip while it is driven: what is known at birth, and what the way adds to it. */
public final class OpenTrip {
  /** Where the trip stands (SM-6). */
  public enum Phase {
    LOADED_TRANSIT,
    /** Standing loaded for long. */
    PARKED_LOADED,
    /** The load may be gone: nothing was heard for a time, or it stayed at a foreign end place. */
    GAP_TRANSIT,
    /** In a place where it may unload. */
    AT_END_PLACE,
    /** A sensor says that the load is gone, and no place explains it. */
    EMPTIED,
    ENDED
  }

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(DailyHours.CITY_ZONE);

  private final String plate;
  private final Place site;
  private final Instant outTime;
  private final PermitCheck permits;
  private final LoadEstimate loadAtExit;
  private final boolean cameraSawLoad;
  private final Leg leg;
  Phase phase = Phase.LOADED_TRANSIT;
  Instant arrival;
  Visit foreignVisit;
  boolean loadDoubtful;
  boolean lostInGap;
  EndKind endKind = EndKind.UNDER_WAY;
  Place endPlace;
  Instant endTime;
  Unload unload;
  boolean unseenVisit;
  final List<Transit.Parking> parkings = new ArrayList<>();
  final List<CleanFix> crumbs = new ArrayList<>();
  Instant transitUntil;
  boolean emptyBySensor;

  OpenTrip(
      String plate,
      Place site,
      Instant outTime,
      PermitCheck permits,
      LoadEstimate loadAtExit,
      boolean cameraSawLoad,
      Leg leg) {
    this.plate = plate;
    this.site = site;
    this.outTime = outTime;
    this.transitUntil = outTime;
    this.permits = permits;
    this.loadAtExit = loadAtExit;
    this.cameraSawLoad = cameraSawLoad;
    this.leg = leg;
  }

  /** Time has come to a moment. */
  void onTheRoad(Instant now) {
    if (phase == Phase.LOADED_TRANSIT && now.isAfter(transitUntil)) {
      transitUntil = now;
    }
  }

  /** Remembers from time to time where it is, once it has been away for long. */
  void leaveCrumb(CleanFix fix, Parameters p) {
    if (phase != Phase.LOADED_TRANSIT) {
      return;
    }
    long next =
        crumbs.isEmpty()
            ? outTime.toEpochMilli() + p.millis(Parameter.TRIP_TIMEOUT_MIN_S) / 2
            : crumbs.get(crumbs.size() - 1).millis() + p.millis(Parameter.CRUMB_S);
    if (fix.millis() >= next) {
      crumbs.add(fix);
    }
  }

  /**
   * The trip as it is published.
   *
   * @param waybillMatch result of the comparison with the waybills; empty where there are none
   */
  public Trip toTrip(String waybillId, String waybillMatch) {
    return new Trip(
        id(),
        plate,
        permitId(),
        site.id(),
        outTime,
        endKind,
        endPlace == null ? "" : endPlace.id(),
        endTime,
        grade(),
        leg.metres(),
        leg.adherence(),
        leg.coverOpenSeconds(),
        leg.coverOpenMetres(),
        leg.coverKnownMetres(),
        leg.maxSpeedKmh(),
        leg.observedShare(),
        waybillId,
        waybillMatch);
  }

  /** A: two sensors saw the load go; B: one did; C: only the track and the time tell. */
  private Grade grade() {
    if (unload != null && unload.confirmed()) {
      return Grade.A;
    }
    return unload != null || emptyBySensor ? Grade.B : Grade.C;
  }

  /** The permit used: the one that names the end, else the first valid one; empty where none. */
  public String permitId() {
    for (Permit p : permits.valid()) {
      if (endPlace != null && p.disposalIds().contains(endPlace.id())) {
        return p.id();
      }
    }
    return permits.valid().isEmpty() ? "" : permits.valid().get(0).id();
  }

  /** Plate and the city's time of leaving, as {@code 鲁G12345-20261103T221500}. */
  public String id() {
    return plate + "-" + ID_TIME.format(outTime);
  }

  public Place site() {
    return site;
  }

  public Instant outTime() {
    return outTime;
  }

  /** What the permits of this vehicle said of this site when it left. */
  public PermitCheck permits() {
    return permits;
  }

  public List<Permit> validPermits() {
    return permits.valid();
  }

  public LoadEstimate loadAtExit() {
    return loadAtExit;
  }

  /** Whether a gate camera saw the load at the exit. */
  public boolean cameraSawLoad() {
    return cameraSawLoad;
  }

  /** The loaded leg: distance, speed, adherence. */
  public Leg leg() {
    return leg;
  }

  public Phase phase() {
    return phase;
  }

  /** In an end place that may take the load. */
  void arrive(Visit visit) {
    phase = Phase.AT_END_PLACE;
    arrival = visit.enter();
    endPlace = visit.place();
    foreignVisit = null;
  }

  /** Out of it again with the load. */
  void leaveEndPlace() {
    phase = loadDoubtful ? Phase.GAP_TRANSIT : Phase.LOADED_TRANSIT;
    arrival = null;
    endPlace = null;
  }

  /** From now on only a sensor or an end place says what became of the load. */
  void doubt() {
    loadDoubtful = true;
    if (inTransit()) {
      phase = Phase.GAP_TRANSIT;
    }
  }

  /** A sensor says that the load is still on. */
  void trust() {
    phase = Phase.LOADED_TRANSIT;
    loadDoubtful = false;
    unseenVisit = false;
  }

  /** How it stands where the period ends. */
  EndKind standing() {
    return switch (phase) {
      case PARKED_LOADED -> EndKind.PARKED_LOADED;
      case GAP_TRANSIT -> EndKind.GAP;
      case EMPTIED -> lostInGap ? EndKind.GAP : EndKind.UNEXPLAINED;
      default -> EndKind.UNDER_WAY;
    };
  }

  /** On the road with a load, as far as is known. */
  public boolean inTransit() {
    return phase == Phase.LOADED_TRANSIT || phase == Phase.PARKED_LOADED;
  }

  /** First fix in the end place; null before. */
  public Instant arrival() {
    return arrival;
  }

  public EndKind endKind() {
    return endKind;
  }

  /** The place it ended at; null where none. */
  public Place endPlace() {
    return endPlace;
  }

  /** When it ended; null while under way. */
  public Instant endTime() {
    return endTime;
  }

  /** The unloading that ended it, as the lift told it; null where another sign did. */
  public Unload unload() {
    return unload;
  }

  /** Whether a gap was long enough for a visit of an end place that nobody saw. */
  public boolean unseenVisit() {
    return unseenVisit;
  }

  /** Whether a weight or load sensor saw the load go. */
  public boolean emptyBySensor() {
    return emptyBySensor;
  }

  /** The stay in a foreign end place; null where none. */
  public Visit foreignVisit() {
    return foreignVisit;
  }

  /** Whether the load went while nothing was heard. */
  public boolean lostInGap() {
    return lostInGap;
  }
}
