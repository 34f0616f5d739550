package io.qingtu.route.sweep;

import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether a pass that is not on record could have been done unseen. Then nobody can say that it was
 * missed: a gap in the data must never make a violation.
 *
 * <p>The planned vehicles of a requirement are its contractor's whose kind fits. One of them in a
 * gap near the segment is enough: it may have done the work. Between two fixes that are merely too
 * far apart to fill it may have done as much as fits into that time. A work sensor that is not
 * healthy hides work only where no planned vehicle has a healthy one; so does silence: where
 * nothing came from any of them on any day of the window, nobody has looked.
 */
final class Observation {
  private final Parameters numbers;
  private final double near;
  private final double matching;
  private final double standing;
  private final double stopSpeed;
  private final Map<String, List<VehicleWork>> planned = new HashMap<>();
  private final Map<String, List<Gap>> hiding = new HashMap<>();
  private final Collection<VehicleWork> vehicles;

  Observation(Collection<VehicleWork> vehicles, Parameters numbers) {
    this.vehicles = vehicles;
    this.numbers = numbers;
    this.near = numbers.get(Parameter.NEAR_GAP_M);
    this.matching = numbers.get(Parameter.WORK_MATCH_M);
    this.standing = numbers.get(Parameter.STAY_R);
    this.stopSpeed = numbers.get(Parameter.V_STOP);
  }

  /**
   * @param lackingMetres of work: as much must have found room in what went unseen between fixes; 0
   *     asks for any work on the segment itself
   */
  boolean isUnobserved(Obligation due, FlatSegment flat, double lackingMetres) {
    List<VehicleWork> fleet = planned(due.requirement().contractor(), due.requirement().op());
    if (fleet.isEmpty()) {
      return false;
    }
    return fleet.stream().noneMatch(v -> isHeard(v, due))
        || fleet.stream().allMatch(v -> isBlind(v, due))
        || isHidden(fleet, due, flat, lackingMetres);
  }

  private List<VehicleWork> planned(String contractor, Operation op) {
    return planned.computeIfAbsent(
        op + "|" + contractor,
        k ->
            vehicles.stream()
                .filter(v -> op.fits(v.vehicle().kind()))
                .filter(v -> contractor.isEmpty() || contractor.equals(v.vehicle().company()))
                .toList());
  }

  private static boolean isHeard(VehicleWork v, Obligation due) {
    LocalDate first = due.window().start().atZone(DailyHours.CITY_ZONE).toLocalDate();
    // a window that ends at midnight has nothing to do with the day after
    Instant end = due.window().end().minusMillis(1);
    LocalDate last = end.atZone(DailyHours.CITY_ZONE).toLocalDate();
    return v.heardDays().stream().anyMatch(d -> !d.isBefore(first) && !d.isAfter(last));
  }

  private static boolean isBlind(VehicleWork v, Obligation due) {
    LocalDate first = due.window().start().atZone(DailyHours.CITY_ZONE).toLocalDate();
    LocalDate last = due.window().end().atZone(DailyHours.CITY_ZONE).toLocalDate();
    return v.blindDays().contains(first) || v.blindDays().contains(last);
  }

  private boolean isHidden(
      List<VehicleWork> fleet, Obligation due, FlatSegment flat, double lackingMetres) {
    double fastest = numbers.get(due.requirement().op().invalidSpeed()) / 3.6;
    double unseen = 0;
    // what counts before the window may be hidden as well
    Instant from = earlier(due.countsFrom(), due.window().start());
    for (VehicleWork v : fleet) {
      for (Gap gap : hiding.computeIfAbsent(v.vehicle().plate(), k -> hidingGaps(v))) {
        boolean brief = gap.duration().toMillis() <= numbers.millis(Parameter.GAP_S);
        double reach = brief && lackingMetres == 0 ? matching : near;
        if (!gap.before().time().isBefore(due.window().end())
            || !gap.after().time().isAfter(from)
            || brief && isOutsideHours(due, gap)
            || distance(gap, flat) > reach) {
          continue;
        }
        unseen += fastest * gap.duration().toMillis() / 1000;
        if (!brief || unseen >= lackingMetres) {
          return true;
        }
      }
    }
    return false;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** A brief gap of a week that no hours of its days touch. */
  private static boolean isOutsideHours(Obligation due, Gap gap) {
    return due.isWeekly() && !due.counts(gap.before().time()) && !due.counts(gap.after().time());
  }

  /** A vehicle that stood before a gap and stands there after it was parked and hides nothing. */
  private List<Gap> hidingGaps(VehicleWork v) {
    List<Gap> found = new ArrayList<>();
    for (Gap g : v.gaps()) {
      boolean parked =
          g.before().speedKmh() < stopSpeed && g.before().distanceTo(g.after()) <= standing;
      if (!parked && !g.tunnel()) {
        found.add(g);
      }
    }
    return found;
  }

  private static double distance(Gap gap, FlatSegment flat) {
    Coordinate a = at(gap.before());
    Coordinate b = at(gap.after());
    double best = Double.MAX_VALUE;
    for (int i = 1; i < flat.x().length; i++) {
      Coordinate c = new Coordinate(flat.x()[i - 1], flat.y()[i - 1]);
      Coordinate d = new Coordinate(flat.x()[i], flat.y()[i]);
      best = Math.min(best, Distance.segmentToSegment(a, b, c, d));
    }
    return best;
  }

  private static Coordinate at(CleanFix fix) {
    return new Coordinate(fix.x(), fix.y());
  }
}
