package io.qingtu.web.bench;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A day's fixes of one vehicle of the {@link BenchCity}, one every ten seconds: a truck loads,
 * hauls along its route, tips and comes back; a sweeper works along its streets. Seen through a few
 * metres of noise; each tenth haul is driven too fast, with an open cover or by another way.
 */
final class BenchTrack {
  private static final Instant MORNING = Instant.parse("2026-11-16T22:00:00Z");
  private static final int INTERVAL = 10;
  private static final Sensors EMPTY = sensors(Cover.CLOSED, Lift.DOWN, Load.EMPTY, 0.4);
  private static final Sensors LOADING = sensors(Cover.OPEN, Lift.DOWN, Load.EMPTY, 0.4);
  private static final Sensors FULL = sensors(Cover.CLOSED, Lift.DOWN, Load.LOADED, 15.5);
  private static final Sensors OPEN = sensors(Cover.OPEN, Lift.DOWN, Load.LOADED, 15.5);
  private static final Sensors TIPPING = sensors(Cover.OPEN, Lift.UP, Load.EMPTY, 0.4);
  private static final Sensors SWEEPING =
      new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.ON, Switch.UNKNOWN);

  private final Vehicle vehicle;
  private final LocalPlane plane;
  private final Random random;
  private final int wanted;
  private final List<Position> fixes = new ArrayList<>();
  private Instant now = MORNING;
  private double odometerKm = 10_000;

  private BenchTrack(Vehicle vehicle, LocalPlane plane, int wanted) {
    this.vehicle = vehicle;
    this.plane = plane;
    this.wanted = wanted;
    this.random = new Random(vehicle.plate().hashCode());
  }

  /**
   * @param way corners in metres of the plane
   */
  static List<Position> of(Vehicle vehicle, double[][] way, LocalPlane plane, int fixes) {
    BenchTrack track = new BenchTrack(vehicle, plane, fixes);
    while (track.fixes.size() < fixes) {
      if (vehicle.kind() == VehicleKind.MUCK_TRUCK) {
        track.haul(way);
      } else {
        track.drive(way, 7, 0, SWEEPING);
        track.drive(back(way), 7, 0, SWEEPING);
      }
    }
    return List.copyOf(track.fixes);
  }

  private void haul(double[][] way) {
    int kind = random.nextInt(30);
    stand(way[0], 360, LOADING);
    stand(way[0], 120, FULL);
    drive(way, kind == 0 ? 75 : 40, kind == 1 ? 130 : 0, kind == 2 ? OPEN : FULL);
    double[] end = way[way.length - 1];
    stand(end, 60, FULL);
    stand(end, 90, TIPPING);
    stand(end, 60, EMPTY);
    drive(back(way), 45, 0, EMPTY);
  }

  private static double[][] back(double[][] way) {
    double[][] back = new double[way.length][];
    for (int i = 0; i < way.length; i++) {
      back[i] = way[way.length - 1 - i];
    }
    return back;
  }

  private void stand(double[] at, int seconds, Sensors sensors) {
    for (int s = 0; s < seconds; s += INTERVAL) {
      report(at[0], at[1], 0, 0, sensors);
    }
  }

  /**
   * @param aside metres beside the way
   */
  private void drive(double[][] way, double kmh, double aside, Sensors sensors) {
    double step = kmh / 3.6 * INTERVAL;
    for (int i = 1; i < way.length; i++) {
      double dx = way[i][0] - way[i - 1][0];
      double dy = way[i][1] - way[i - 1][1];
      double length = Math.hypot(dx, dy);
      int heading = (int) (Math.toDegrees(Math.atan2(dx, dy)) + 360) % 360;
      for (double d = step; d < length && length > 0; d += step) {
        double x = way[i - 1][0] + dx * d / length + aside * dy / length;
        double y = way[i - 1][1] + dy * d / length - aside * dx / length;
        report(x, y, kmh, heading, sensors);
      }
    }
  }

  private void report(double x, double y, double kmh, int heading, Sensors sensors) {
    now = now.plusSeconds(INTERVAL);
    odometerKm += kmh / 3600 * INTERVAL;
    if (fixes.size() >= wanted) {
      return;
    }
    double seenX = x + random.nextGaussian() * 2;
    double seenY = y + random.nextGaussian() * 2;
    double seenKmh = kmh == 0 ? 0 : Math.max(0, kmh + random.nextGaussian());
    fixes.add(
        new Position(
            vehicle.plate(),
            now,
            now.plusSeconds(1),
            plane.longitude(seenX, seenY),
            plane.latitude(seenX, seenY),
            true,
            seenKmh,
            kmh,
            heading,
            20,
            true,
            14,
            odometerKm,
            0,
            3,
            sensors,
            false));
  }

  private static Sensors sensors(Cover cover, Lift lift, Load load, double weightT) {
    return new Sensors(cover, lift, load, weightT, Switch.UNKNOWN, Switch.UNKNOWN);
  }
}
