package io.qingtu.route.sweep;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays what a vehicle drove onto the sides of segments. Heading decides the side; of all segments
 * that run the vehicle's way within reach the nearest has each metre, so that parallel streets do
 * not share it.
 */
public final class StretchMatcher {
  /** The chord between two fixes is looked at in steps of at most this, m. */
  private static final double STEP = 5;

  /** Ends of two segments that lie this close are one junction, m. */
  private static final double JUNCTION = 2;

  /**
   * A street that bends leaves the straight line between two fixes: by up to this share of the way
   * to the nearer of them.
   */
  private static final double BEND = 0.25;

  /** Distances are computed to about this, m. */
  private static final double ROUNDING = 1e-6;

  private final SegmentGrid roads;
  private final double radius;
  private final double maxAngle;

  /**
   * @param radius how far from a segment's line a vehicle may be, m
   * @param maxAngle between heading and segment, degrees, up to 90
   */
  public StretchMatcher(SegmentGrid roads, double radius, double maxAngle) {
    this.roads = roads;
    this.radius = radius;
    this.maxAngle = maxAngle;
  }

  /**
   * Metres of one side of a segment; {@code from <= to}, counted in the digitised direction
   * whatever the side.
   *
   * @param begin when it was entered, as a share of the way between the two fixes, 0–1
   * @param end when it was left, likewise
   */
  public record Piece(
      FlatSegment flat, Side side, double from, double to, double begin, double end) {
    public double length() {
      return to - from;
    }
  }

  /** A place of the plane and the course there; -1 where the course is not known. */
  public record Point(double x, double y, double heading) {}

  /** Where a single fix lies: a piece without length; empty where no segment runs that way. */
  public Optional<Piece> at(Point p) {
    if (p.heading < 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(nearest(roads.near(p.x, p.y, radius), 0, p, radius))
        .map(s -> new Piece(s.flat, s.side, s.along, s.along, 1, 1));
  }

  /** What was driven between two fixes, straight between them. */
  public List<Piece> between(Point a, Point b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double chord = Planar.distance(a.x, a.y, b.x, b.y);
    double course = chord == 0 ? -1 : (Math.toDegrees(Math.atan2(dx, dy)) + 360) % 360;
    double first = a.heading < 0 ? course : a.heading;
    double last = b.heading < 0 ? course : b.heading;
    if (first < 0 || last < 0) {
      return List.of();
    }
    List<Hit> candidates =
        roads.near((a.x + b.x) / 2, (a.y + b.y) / 2, radius + (1 + BEND) * chord / 2);
    if (candidates.isEmpty()) {
      return List.of();
    }
    int steps = Math.max(1, (int) Math.ceil(chord / STEP));
    Walk walk = new Walk();
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      Point p = new Point(a.x + t * dx, a.y + t * dy, 2 * i <= steps ? first : last);
      double within = radius + BEND * chord * Math.min(t, 1 - t);
      walk.step(t, p, nearest(candidates, Math.abs(t - 0.5) * chord, p, within));
    }
    return walk.end();
  }

  /** A step's place on a side. */
  private record Spot(FlatSegment flat, Side side, double along) {
    boolean sameSide(Spot other) {
      return flat == other.flat && side == other.side;
    }
  }

  /**
   * @param candidates nearest first
   * @param aside how far the point lies from where the candidates were looked for
   */
  private Spot nearest(List<Hit> candidates, double aside, Point p, double within) {
    Spot best = null;
    double bestDistance = within;
    for (Hit candidate : candidates) {
      if (candidate.distance() - aside > bestDistance + ROUNDING) {
        break; // nor can one of those that follow be nearer
      }
      Hit hit = SegmentGrid.project(candidate.flat(), p.x, p.y);
      if (hit.distance() > bestDistance || (best != null && hit.distance() == bestDistance)) {
        continue;
      }
      Side side = side(hit.bearing(), p.heading);
      if (side != null && hit.segment().sides().contains(side)) {
        best = new Spot(hit.flat(), side, hit.along());
        bestDistance = hit.distance();
      }
    }
    return best;
  }

  private Side side(double bearing, double heading) {
    double angle = Math.abs(bearing - heading) % 360;
    angle = Math.min(angle, 360 - angle);
    if (angle <= maxAngle) {
      return Side.FWD;
    }
    return angle >= 180 - maxAngle ? Side.REV : null;
  }

  /** Gathers steps into pieces; no metres are lost where one segment ends and the next begins. */
  private final class Walk {
    private final List<Piece> pieces = new ArrayList<>();
    private Spot entered;
    private Spot latest;
    private double enteredAt;
    private Point latestPoint;

    void step(double share, Point p, Spot spot) {
      if (latest == null) {
        enter(spot, share);
      } else if (spot == null) {
        close(latest.along, share);
      } else if (!spot.sameSide(latest)) {
        close(leaving(latest, spot, p), share);
        enter(new Spot(spot.flat, spot.side, entering(latest, spot)), share);
      }
      latest = spot;
      latestPoint = p;
    }

    private void enter(Spot spot, double share) {
      entered = spot;
      enteredAt = share;
    }

    List<Piece> end() {
      if (latest != null) {
        close(latest.along, 1);
      }
      return pieces;
    }

    private double leaving(Spot from, Spot to, Point next) {
      double end = from.side == Side.FWD ? from.flat.length() : 0;
      return joined(from, to) && Math.abs(end - from.along) <= radius
          ? end
          : SegmentGrid.project(from.flat, next.x, next.y).along();
    }

    private double entering(Spot from, Spot to) {
      double begin = to.side == Side.FWD ? 0 : to.flat.length();
      return joined(from, to) && Math.abs(begin - to.along) <= radius
          ? begin
          : SegmentGrid.project(to.flat, latestPoint.x, latestPoint.y).along();
    }

    private boolean joined(Spot from, Spot to) {
      int i = from.side == Side.FWD ? from.flat.x().length - 1 : 0;
      int j = to.side == Side.FWD ? 0 : to.flat.x().length - 1;
      return Planar.distance(from.flat.x()[i], from.flat.y()[i], to.flat.x()[j], to.flat.y()[j])
          <= JUNCTION;
    }

    /** Metres against the side's direction are noise of the fixes, not work. */
    private void close(double along, double share) {
      boolean forward = entered.side == Side.FWD;
      double from = forward ? entered.along : along;
      double to = forward ? along : entered.along;
      if (from <= to) {
        pieces.add(new Piece(entered.flat, entered.side, from, to, enteredAt, share));
      }
    }
  }
}
