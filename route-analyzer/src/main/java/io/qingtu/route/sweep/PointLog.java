package io.qingtu.route.sweep;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.PointIndex;
import io.qingtu.route.geo.PointIndex.Spot;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a collection truck stopped to collect (S12). Of points that lie close together a stop
 * serves the nearest. A stop that begins and ends between fixes is credited half a step at each
 * end; one that may lie wholly between two fixes is noted as unseen.
 */
public final class PointLog {
  private final boolean collects;
  private final PointIndex points;
  private final double radius;
  private final double slow;
  private final double dwell;
  private final double approach;
  private final List<PointService> counted;
  private final List<PointVisit> visits = new ArrayList<>();
  private final Map<String, PointVisit> passing = new LinkedHashMap<>();
  private int nextCounted;
  private CleanFix previous;
  private CollectionPoint at;
  private CleanFix first;
  private CleanFix last;
  private double lead;

  public PointLog(
      Vehicle vehicle, PointIndex points, Collection<PointService> services, Parameters p) {
    this.collects = vehicle.kind() == VehicleKind.COLLECTION_TRUCK && !points.isEmpty();
    this.points = points;
    this.radius = p.get(Parameter.POINT_M);
    this.slow = p.get(Parameter.POINT_KMH);
    this.dwell = p.get(Parameter.POINT_S);
    this.approach = p.get(Parameter.APPROACH_M);
    this.counted = new ArrayList<>();
    if (collects) {
      services.stream().filter(s -> s.plate().equals(vehicle.plate())).forEach(counted::add);
      counted.sort(Comparator.comparing(PointService::time).thenComparing(PointService::kind));
    }
  }

  /** Takes the next fix. */
  public void accept(CleanFix fix) {
    if (!collects) {
      return;
    }
    stop(fix);
    pass(fix);
    if (previous != null) {
      missed(fix);
    }
    count(fix);
    previous = fix;
  }

  /**
   * What is known so far of its stops at points, and of those that it passed or may have served.
   */
  public List<PointVisit> visits() {
    List<PointVisit> all = new ArrayList<>(visits);
    if (at != null && seconds(0) >= dwell) {
      all.add(stopped());
    }
    all.addAll(passing.values());
    return all;
  }

  private void stop(CleanFix fix) {
    CollectionPoint point =
        fix.speedKmh() <= slow ? points.nearest(fix.x(), fix.y(), radius, fix.time()) : null;
    if (at != null && (point != at || fix.afterGap())) {
      if (seconds(fix.afterGap() ? 0 : half(fix, last)) >= dwell) {
        visits.add(stopped());
      }
      at = null;
    }
    if (point != null && at == null) {
      at = point;
      first = fix;
      lead = previous == null || fix.afterGap() ? 0 : half(fix, previous);
    }
    last = point == null ? last : fix;
  }

  private double half(CleanFix fix, CleanFix before) {
    return Math.min(dwell, fix.secondsSince(before)) / 2;
  }

  private double seconds(double tail) {
    return lead + last.secondsSince(first) + tail;
  }

  private PointVisit stopped() {
    return new PointVisit(
        at.id(), PointVisit.Kind.STOP, first.time(), last.time(), 0, first.speedKmh());
  }

  /** Keeps the nearest approach of each drive past a point. */
  private void pass(CleanFix fix) {
    List<Spot> near = points.near(fix.x(), fix.y(), approach, fix.time());
    if (!passing.isEmpty()) {
      Iterator<Map.Entry<String, PointVisit>> it = passing.entrySet().iterator();
      while (it.hasNext()) {
        Map.Entry<String, PointVisit> e = it.next();
        if (near.stream().noneMatch(s -> s.point().id().equals(e.getKey()))) {
          visits.add(e.getValue());
          it.remove();
        }
      }
    }
    for (Spot s : near) {
      double metres = s.distance(fix.x(), fix.y());
      PointVisit best = passing.get(s.point().id());
      if (best == null || metres < best.metres()) {
        passing.put(
            s.point().id(),
            new PointVisit(
                s.point().id(),
                PointVisit.Kind.PASS,
                fix.time(),
                fix.time(),
                metres,
                fix.speedKmh()));
      }
    }
  }

  /** Between two fixes it may have stood long enough at a point on its way. */
  private void missed(CleanFix fix) {
    double seconds = fix.secondsSince(previous);
    double chord = fix.distanceTo(previous);
    double fastest = Math.max(previous.speedKmh(), fix.speedKmh()) / 3.6;
    double driving = fastest == 0 ? 0 : chord / fastest;
    if (fix.afterGap() || seconds - driving < dwell) {
      return;
    }
    double reach = Math.min(1000, chord / 2 + radius);
    double x = (previous.x() + fix.x()) / 2;
    double y = (previous.y() + fix.y()) / 2;
    for (Spot s : points.near(x, y, reach, fix.time())) {
      double d2 = Planar.distance2(s.x(), s.y(), previous.x(), previous.y(), fix.x(), fix.y());
      if (d2 <= radius * radius) {
        visits.add(
            new PointVisit(
                s.point().id(),
                PointVisit.Kind.UNSEEN,
                previous.time(),
                fix.time(),
                Math.sqrt(d2),
                fix.speedKmh()));
      }
    }
  }

  /** Lifts and reads of the truck's own equipment belong to the point that is nearest then. */
  private void count(CleanFix fix) {
    while (nextCounted < counted.size() && !counted.get(nextCounted).time().isAfter(fix.time())) {
      PointService s = counted.get(nextCounted++);
      if (!s.pointId().isEmpty() || !isKnownAt(s.time(), fix)) {
        continue;
      }
      double share = previous == null ? 1 : share(s.time(), fix);
      CleanFix from = previous == null ? fix : previous;
      double x = from.x() + share * (fix.x() - from.x());
      double y = from.y() + share * (fix.y() - from.y());
      CollectionPoint point = points.nearest(x, y, radius, s.time());
      if (point != null) {
        visits.add(
            new PointVisit(
                point.id(), PointVisit.Kind.COUNTED, s.time(), s.time(), 0, fix.speedKmh()));
      }
    }
  }

  /** Where it was between two fixes is known unless a gap lies between them. */
  private boolean isKnownAt(Instant t, CleanFix fix) {
    return t.equals(fix.time()) || previous != null && !fix.afterGap();
  }

  private double share(Instant t, CleanFix fix) {
    return Math.max(0, Duration.between(previous.time(), t).toMillis() / 1000.0)
        / fix.secondsSince(previous);
  }
}
