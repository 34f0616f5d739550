package io.qingtu.web.bench;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.fleet.Diary;
import io.qingtu.fixtures.fleet.Fleet;
import io.qingtu.fixtures.fleet.FleetTerms;
import io.qingtu.fixtures.track.FixFile;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.report.Period;
import io.qingtu.route.track.Position;
import io.qingtu.server.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A week of a large synthetic fleet: the sample city's fleet drives, and every vehicle stands for
 * as many more of the same tracks, each with a plate and papers of its own. Of 1,200 vehicles 931
 * are muck trucks, and so in every number of them.
 */
public final class SyntheticFleet {
  private static final int MOVING_SECONDS = 10;
  private static final int PARKED_SECONDS = 25;
  private static final double OFFENCES = 0.05;
  private static final double TRUCKS = 931 / 1200.0;

  /** A company has so many trucks of each of the city's companies. */
  private static final int COPIES_OF_ONE = 4;

  /** From one copy to the next: vehicles that drove the same at once would be one terminal's. */
  private static final Duration APART = Duration.ofMinutes(7);

  private final Period week = Period.weekOf(SampleCity.DAY);
  private final SampleCity city;
  private final Fleet fleet;
  private final int days;
  private final DataSet driven;
  private final Map<String, Integer> copies = new HashMap<>();

  private SyntheticFleet(SampleCity city, Fleet fleet, int days, DataSet driven, int vehicles) {
    this.city = city;
    this.fleet = fleet;
    this.days = days;
    this.driven = driven;
    int trucks = (int) Math.round(vehicles * TRUCKS);
    share(trucks, v -> v.kind() == VehicleKind.MUCK_TRUCK);
    share(vehicles - trucks, v -> v.kind() != VehicleKind.MUCK_TRUCK);
  }

  /** As many of each vehicle as of every other, and of the first ones one more. */
  private void share(int wanted, Predicate<Vehicle> kind) {
    List<Vehicle> own = driven.plan().vehicles().stream().filter(kind).toList();
    for (int i = 0; i < own.size(); i++) {
      int more = i < wanted % own.size() ? 1 : 0;
      copies.put(own.get(i).plate(), wanted / own.size() + more);
    }
  }

  /**
   * @param days of the week that are driven
   * @param vehicles so many
   */
  public static SyntheticFleet drive(int days, int vehicles) throws IOException {
    return drive(days, vehicles, PARKED_SECONDS);
  }

  /**
   * As {@link #drive(int, int)}.
   *
   * @param parkedSeconds from one report of a parked vehicle to the next
   */
  static SyntheticFleet drive(int days, int vehicles, int parkedSeconds) throws IOException {
    SampleCity city = SampleCity.standard();
    Period week = Period.weekOf(SampleCity.DAY);
    FleetTerms terms = new FleetTerms(SampleCity.SEED, MOVING_SECONDS, parkedSeconds, OFFENCES);
    Fleet fleet = Fleet.free(city, week.start(), terms);
    Path dir = Files.createTempDirectory("qingtu-bench");
    try {
      FixFile.write(dir, fleet.until(week.start().plus(Duration.ofDays(days))).stream());
      fleet.waybills().forEach(city.data()::add);
      city.write(dir);
      return new SyntheticFleet(city, fleet, days, DataSet.read(dir), vehicles);
    } finally {
      try (Stream<Path> files = Files.walk(dir)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  Period week() {
    return week;
  }

  int days() {
    return days;
  }

  /** Whether the fleet drives at a moment; its copies do the same later. */
  boolean isDriven(Instant at) {
    return !at.isBefore(week.start()) && at.isBefore(end());
  }

  /** When it stops to drive, copies left aside. */
  Instant end() {
    return week.start().plus(Duration.ofDays(days));
  }

  /** The city as those who drive see it. */
  SampleCity city() {
    return city;
  }

  /** What the vehicles that drive did, copies left aside. */
  Diary diary() {
    return fleet.diary();
  }

  /** What they did wrong, copies left aside. */
  List<ExpectedAlert> violations() {
    return fleet.truth();
  }

  /** For how many vehicles one of those that drive stands, itself among them. */
  public int copies(String plate) {
    return copies.getOrDefault(plate, 0);
  }

  /** What was driven: every position stands for {@link #copies} of them. */
  public List<Position> driven() {
    return driven.positions();
  }

  /** The plate of a copy. */
  static String plate(String plate, int copy) {
    return copy == 0 ? plate : plate + "-" + copy;
  }

  /** When a copy does what the vehicle did at a moment. */
  static Instant later(Instant at, int copy) {
    return at.plus(APART.multipliedBy(copy));
  }

  /** A position of a copy, which drives the same later. */
  public static Position of(Position p, int copy) {
    return new Position(
        plate(p.plate(), copy),
        later(p.fixTime(), copy),
        later(p.receivedTime(), copy),
        p.longitude(),
        p.latitude(),
        p.fixValid(),
        p.speedKmh(),
        p.vssKmh(),
        p.directionDegrees(),
        p.altitudeMetres(),
        p.accOn(),
        p.satellites(),
        p.odometerKm(),
        p.alarmBits(),
        p.statusBits(),
        p.sensors(),
        p.backfill());
  }

  /** The city with all vehicles and their papers. */
  public CityPlan plan() {
    CityPlan p = driven.plan();
    List<Vehicle> vehicles = new ArrayList<>();
    List<Permit> permits = new ArrayList<>();
    List<Waybill> waybills = new ArrayList<>();
    p.vehicles().forEach(v -> copy(v.plate(), copy -> vehicles.add(of(v, copy))));
    p.permits().forEach(x -> copy(x.plate(), copy -> permits.add(of(x, copy))));
    p.waybills().forEach(w -> copy(w.plate(), copy -> waybills.add(of(w, copy))));
    return new CityPlan(
        vehicles,
        p.places(),
        p.routes(),
        permits,
        waybills,
        p.gateEvents(),
        p.segments(),
        p.requirements(),
        p.collectionPoints(),
        p.exemptions(),
        p.records());
  }

  private void copy(String plate, IntConsumer each) {
    IntStream.range(0, copies(plate)).forEach(each);
  }

  private static Vehicle of(Vehicle v, int copy) {
    int fleet = copy / COPIES_OF_ONE;
    boolean own = v.kind() != VehicleKind.MUCK_TRUCK || fleet == 0;
    String company = own ? v.company() : v.company() + "第" + (fleet + 1) + "车队";
    return new Vehicle(
        plate(v.plate(), copy),
        v.kind(),
        company,
        v.ratedLoadT(),
        v.sensors(),
        v.operator(),
        v.workWidthM());
  }

  private static Permit of(Permit p, int copy) {
    return new Permit(
        plate(p.id(), copy),
        plate(p.plate(), copy),
        p.siteId(),
        p.disposalIds(),
        p.routeIds(),
        p.validity(),
        p.hours(),
        p.enteredAt(),
        p.approvedM3());
  }

  private static Waybill of(Waybill w, int copy) {
    return new Waybill(
        plate(w.id(), copy),
        plate(w.plate(), copy),
        w.siteId(),
        w.disposalId(),
        later(w.scanOut(), copy),
        w.scanIn() == null ? null : later(w.scanIn(), copy),
        w.quantityT());
  }
}
