package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.Sensors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The machines of one vehicle from visits to trips, wired in the order in which they need each
 * other. Vehicles that carry no muck have visits only.
 */
public final class HaulMachines {
  private final String plate;
  private final boolean hauls;
  private final PlaceIndex places;
  private final VisitMachine visits;
  private final VisitMachine yards;
  private final LoadMachine load;
  private final UnloadMachine unloads;
  private final StayLog stays;
  private final SuspectStays suspects;
  private final TripMachine trips;
  private final List<Visit> ended = new ArrayList<>();
  private List<Fenced> here = List.of();
  private List<TripEvent> events = TripMachine.NONE;
  private Unload unload;

  public HaulMachines(
      Vehicle vehicle,
      PlaceIndex places,
      SegmentGrid roads,
      PermitBook permits,
      GateBook gates,
      Parameters parameters) {
    plate = vehicle.plate();
    hauls = vehicle.kind() == VehicleKind.MUCK_TRUCK;
    this.places = places;
    visits = new VisitMachine(HaulMachines::isHaulPlace, parameters);
    yards = new VisitMachine(k -> !isHaulPlace(k) && !k.isZone(), parameters);
    load = new LoadMachine(vehicle, parameters);
    Destinations destinations = new Destinations(vehicle.plate(), places, permits, parameters);
    unloads = new UnloadMachine(destinations, parameters);
    stays = new StayLog(vehicle.plate(), places, roads, parameters);
    suspects = new SuspectStays(places, roads, parameters);
    trips = new TripMachine(vehicle, parameters, permits, gates, destinations, load);
  }

  private static boolean isHaulPlace(PlaceKind kind) {
    return kind == PlaceKind.SITE || kind.isEndPlace();
  }

  /** Takes the next fix. */
  public void accept(CleanFix fix, CleanFix previous, Gap gap, Sensors sensors) {
    here = places.at(fix.x(), fix.y());
    visits.accept(fix, here);
    yards.accept(fix, here);
    if (visits.exited() != null) {
      ended.add(visits.exited());
    }
    if (!hauls) {
      return;
    }
    measure(fix, previous, gap, sensors);
    VehicleStay ended = stays.accept(fix, load.estimate(), trips.current());
    suspects.accept(fix, sensors, trips.current(), ended, visits.entered());
    unload = unloads.accept(fix, sensors, load.estimate(), trips.current());
    load.accept(fix.time(), sensors, fix.speedKmh(), gap != null);
    events = trips.accept(fix, gap, visits, yards.current(), unload);
  }

  /** Event time without a fix. */
  public List<TripEvent> advance(Instant time) {
    return trips.advance(time);
  }

  /** The period is over. */
  public List<TripEvent> finish(Instant periodEnd) {
    return trips.finish(periodEnd);
  }

  /** The places that contain the last fix, in the order of the plan. */
  public List<Fenced> places() {
    return here;
  }

  /** The site or end place it is in; null where none. */
  public Visit visit() {
    return visits.current();
  }

  /** All visits of sites and end places so far, in order; the last may go on. */
  public List<Visit> visits() {
    List<Visit> all = new ArrayList<>(ended);
    if (visits.current() != null) {
      all.add(visits.current());
    }
    return all;
  }

  /** The other place it is in; null where none. */
  public Visit yard() {
    return yards.current();
  }

  public LoadEstimate load() {
    return load.estimate();
  }

  /** Since when weight and load sensor have contradicted each other too long; null where not. */
  public Instant loadContradictedSince() {
    return load.contradictedSince();
  }

  /** The trip under way; null where none. */
  public OpenTrip trip() {
    return trips.current();
  }

  /** All trips so far. */
  public List<OpenTrip> trips() {
    return trips.trips();
  }

  /** All stays so far, in order of time; of muck trucks only. */
  public List<VehicleStay> stays() {
    return stays.stays();
  }

  /** How long each trip has been on the road with its load. */
  public List<Transit> transits() {
    return trips.trips().stream().map(t -> Transit.of(t, plate)).toList();
  }

  /** Stays at which it may have dumped a load, in order of time (M02). */
  public List<SuspectStay> suspects() {
    return suspects.all();
  }

  /** Steps of the trip machine at the last fix. */
  public List<TripEvent> events() {
    return events;
  }

  /** The unloading that the last fix decided; null where none. */
  public Unload unload() {
    return unload;
  }

  private void measure(CleanFix fix, CleanFix previous, Gap gap, Sensors sensors) {
    if (previous == null) {
      return;
    }
    long millis = fix.millis() - previous.millis();
    Leg leg = trips.leg();
    if (gap != null) {
      leg.gap(millis);
      return;
    }
    boolean open = sensors.cover() == Cover.OPEN || sensors.cover() == Cover.PARTIAL;
    boolean known = sensors.cover() != Cover.UNKNOWN;
    leg.step(fix.distanceTo(previous), millis, fix.speedKmh(), known, open && fix.moving());
  }
}
