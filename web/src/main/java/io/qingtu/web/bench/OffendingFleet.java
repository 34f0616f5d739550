package io.qingtu.web.bench;

import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.fixtures.track.Sensors;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.VehicleKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Empty trucks and sweepers that drive to and fro through the {@link BenchCity}; trucks offend in
 * turn, each once: the main power is cut, the body goes up, or it drives too fast.
 */
final class OffendingFleet {
  /** How long an offence lasts; each of them is decided well before. */
  static final int OFFENCE_SECONDS = 20;

  /**
   * By the golden section neither places nor speeds of any two come close: whoever drives exactly
   * with another for ten minutes is D06, and rightly.
   */
  private static final double GOLDEN = 0.618_033_988_7;

  private static final double SLOWEST_KMH = 35;
  private static final double FASTEST_KMH = 45;
  private static final double FAST_KMH = 85;
  private static final long POWER_CUT = 1 << 8;
  private static final long FIRST_PHONE = 10_900_000_001L;
  private static final Sensors EMPTY =
      new Sensors(
          Sensors.Cover.CLOSED,
          Sensors.Lift.DOWN,
          Sensors.Load.EMPTY,
          0.4,
          Sensors.Work.UNKNOWN,
          Sensors.Work.UNKNOWN);
  private static final Sensors SWEEPER = Sensors.NONE.withBrush(Sensors.Work.OFF);

  /** What a truck does, and the rule that says so. */
  enum Offence {
    POWER_CUT("D02"),
    BODY_UP("M10"),
    TOO_FAST("M08");

    final String rule;

    Offence(String rule) {
      this.rule = rule;
    }
  }

  /** An alert that has to come. */
  record Staged(String rule, String plate) {}

  private final class Driver {
    final String plate;
    final boolean truck;
    final Path way;
    final double usualKmh;
    double metres;
    Offence offence;
    Instant until = Instant.MIN;

    /**
     * @param share from 0 to 1, other than of anybody else: where it begins and how fast it is
     */
    Driver(String plate, boolean truck, Path way, double share) {
      this.plate = plate;
      this.truck = truck;
      this.way = way;
      this.usualKmh = SLOWEST_KMH + (FASTEST_KMH - SLOWEST_KMH) * share;
      this.metres = 2 * way.length() * share;
    }

    Fix drive(Instant now, double seconds) {
      offence = now.isBefore(until) ? offence : null;
      double kmh = offence == Offence.TOO_FAST ? FAST_KMH : usualKmh;
      metres = (metres + kmh / 3.6 * seconds) % (2 * way.length());
      boolean back = metres > way.length();
      double along = back ? 2 * way.length() - metres : metres;
      Point at = way.at(along);
      double course = (way.course(along) + (back ? 180 : 0)) % 360;
      return new Fix(
          plate,
          now,
          now,
          plane.longitude(at.east(), at.north()),
          plane.latitude(at.east(), at.north()),
          true,
          kmh,
          kmh,
          (int) course,
          20,
          true,
          14,
          1000 + metres / 1000,
          offence == Offence.POWER_CUT ? POWER_CUT : 0,
          sensors(),
          false);
    }

    private Sensors sensors() {
      Sensors usual = truck ? EMPTY : SWEEPER;
      return offence == Offence.BODY_UP ? usual.withLift(Sensors.Lift.UP) : usual;
    }
  }

  private final LocalPlane plane;
  private final List<Driver> drivers = new ArrayList<>();
  private final List<Driver> innocent = new ArrayList<>();

  OffendingFleet(BenchCity city) {
    plane = city.plane();
    for (int i = 0; i < city.vehicles().size(); i++) {
      boolean truck = city.vehicles().get(i).kind() == VehicleKind.MUCK_TRUCK;
      List<Point> corners =
          Arrays.stream(city.way(i % BenchCity.ROUTES)).map(c -> Point.of(c[0], c[1])).toList();
      Driver driver =
          new Driver(city.vehicles().get(i).plate(), truck, new Path(corners), i * GOLDEN % 1);
      drivers.add(driver);
      if (truck) {
        innocent.add(driver);
      }
    }
  }

  /** One for each vehicle, in the vehicles' order. */
  List<Rows.Terminal> terminals() {
    List<Rows.Terminal> terminals = new ArrayList<>();
    for (Driver d : drivers) {
      String phone = Long.toString(FIRST_PHONE + terminals.size());
      terminals.add(new Rows.Terminal(phone, d.plate, "qingtu-sim"));
    }
    return terminals;
  }

  int size() {
    return drivers.size();
  }

  /**
   * Sends the first fix of each, from where it stands.
   *
   * @throws IllegalStateException where not all terminals are let in before the patience runs out
   */
  void begin(ConnectedFleet terminals, Duration patience) throws InterruptedException {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < size(); i++) {
      terminals.send(List.of(drive(i, start, 0)));
    }
    if (!terminals.awaitAcknowledgements(patience)) {
      throw new IllegalStateException(
          "of %,d terminals %,d are let in".formatted(size(), terminals.acknowledged()));
    }
  }

  /** Drives a vehicle on to a moment, so many seconds after its last one. */
  Fix drive(int vehicle, Instant now, double seconds) {
    return drivers.get(vehicle).drive(now, seconds);
  }

  /** Lets the next truck offend for {@link #OFFENCE_SECONDS}; empty when all have. */
  Optional<Staged> offend(Instant now) {
    return offend(now, Duration.ofSeconds(OFFENCE_SECONDS));
  }

  /** Lets the next truck offend; empty when all have. */
  Optional<Staged> offend(Instant now, Duration lasts) {
    if (innocent.isEmpty()) {
      return Optional.empty();
    }
    Driver driver = innocent.remove(innocent.size() - 1);
    driver.offence = Offence.values()[innocent.size() % Offence.values().length];
    driver.until = now.plus(lasts);
    return Optional.of(new Staged(driver.offence.rule, driver.plate));
  }
}
