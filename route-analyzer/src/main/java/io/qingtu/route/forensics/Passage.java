package io.qingtu.route.forensics;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a vehicle came past a place: the nearest point of its way, and what its sensors said there.
 *
 * @param at when it was nearest; between two fixes by their distances
 * @param metres from the place to the way
 * @param speedKmh there
 * @param headingDegrees course there; -1 where unknown
 * @param cover OPEN where any fix near the place says so
 * @param weightBefore median load in the time before, t; NaN where unknown
 * @param weightAfter median load in the time after, t; NaN where unknown
 */
public record Passage(
    Instant at,
    double metres,
    double speedKmh,
    int headingDegrees,
    Cover cover,
    double weightBefore,
    double weightAfter) {

  /**
   * The passages of a track in their order; empty where no part of the way comes near. A vehicle
   * that leaves and comes back has passed twice.
   *
   * @param track of one vehicle in the order of fix time, valid fixes only
   */
  static List<Passage> of(SpillQuestion q, List<Position> track, Parameters p) {
    LocalPlane plane = new LocalPlane(q.longitude(), q.latitude());
    double radius = p.get(Parameter.SPILL_M);
    List<Passage> passages = new ArrayList<>();
    Chord nearest = null;
    for (int i = 0; i < track.size(); i++) {
      Position b = track.get(i);
      Position a = i > 0 && joined(track.get(i - 1), b, p) ? track.get(i - 1) : b;
      Chord chord = new Chord(plane, a, b);
      if (chord.metres > radius || a == b && nearest != null && i > 0) {
        add(nearest, track, p, passages);
        nearest = null;
      }
      if (chord.metres <= radius && (nearest == null || chord.metres < nearest.metres)) {
        nearest = chord;
      }
    }
    add(nearest, track, p, passages);
    return passages;
  }

  private static void add(Chord nearest, List<Position> track, Parameters p, List<Passage> to) {
    if (nearest != null) {
      to.add(at(nearest.at, nearest.metres, nearest.there, track, p));
    }
  }

  private static boolean joined(Position a, Position b, Parameters p) {
    return b.fixTime().toEpochMilli() - a.fixTime().toEpochMilli() <= p.millis(Parameter.GAP_S);
  }

  private static Passage at(
      Instant at, double metres, Position there, List<Position> track, Parameters p) {
    long near = p.millis(Parameter.SPILL_NEAR_S);
    long span = p.millis(Parameter.SPILL_WEIGHT_S);
    Cover cover = there.sensors().cover();
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (Position x : track) {
      long off = x.fixTime().toEpochMilli() - at.toEpochMilli();
      if (Math.abs(off) <= near && isOpen(x.sensors().cover())) {
        cover = Cover.OPEN;
      }
      double weight = x.sensors().weightT();
      if (!Double.isNaN(weight) && Math.abs(off) <= span) {
        (off <= 0 ? before : after).add(weight);
      }
    }
    return new Passage(
        at,
        metres,
        there.speedKmh(),
        there.directionDegrees(),
        cover,
        median(before),
        median(after));
  }

  private static boolean isOpen(Cover cover) {
    return cover == Cover.OPEN || cover == Cover.PARTIAL;
  }

  /** One bump of the road does not move it; NaN of none. */
  private static double median(List<Double> weights) {
    double[] sorted = weights.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** The straight way between two fixes, seen from the place at the plane's origin. */
  private static final class Chord {
    final double metres;
    final Instant at;
    final Position there;

    Chord(LocalPlane plane, Position a, Position b) {
      double ax = plane.x(a.longitude(), a.latitude());
      double ay = plane.y(a.longitude(), a.latitude());
      double dx = plane.x(b.longitude(), b.latitude()) - ax;
      double dy = plane.y(b.longitude(), b.latitude()) - ay;
      double length = dx * dx + dy * dy;
      double share = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
      metres = Planar.distance(ax + share * dx, ay + share * dy, 0, 0);
      long millis = b.fixTime().toEpochMilli() - a.fixTime().toEpochMilli();
      there = share < 0.5 ? a : b;
      at = a.fixTime().plusMillis(Math.round(share * millis));
    }
  }
}
