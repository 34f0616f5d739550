package io.qingtu.route.track;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops the records that no rule may use (C01–C06). A jump or a spike is held back until later
 * fixes have shown what it is, so one call may release several fixes, or none.
 */
public final class TrackCleaner {
  /**
   * A fix in the plane that passed.
   *
   * @param millis its time since the epoch, which every fix is asked for many times
   * @param x metres east
   * @param y metres north
   */
  public record Point(Position position, long millis, double x, double y) {
    public Point(Position position, double x, double y) {
      this(position, position.fixTime().toEpochMilli(), x, y);
    }
  }

  /** Where records go. */
  public interface Sink {
    void accepted(Point point);

    /**
     * @param reason the test that failed, as C05
     */
    void dropped(Position position, String reason);
  }

  /** The region in which a fix of this city can lie (C02). */
  public interface Region {
    boolean covers(double longitude, double latitude);
  }

  private enum Held {
    NOTHING,
    JUMP,
    SPIKE
  }

  private final LocalPlane plane;
  private final Region region;
  private final Sink sink;
  private final double vmax;
  private final int jumpFixes;
  private final long future;
  private final double spikeOut;
  private final double spikeBack;
  private final long spikeMillis;
  private final double spikeShare;
  private final List<Point> held = new ArrayList<>();
  private Held why = Held.NOTHING;
  private Point last;
  private Instant newest = Instant.MIN;

  public TrackCleaner(LocalPlane plane, Region region, Parameters parameters, Sink sink) {
    this.plane = plane;
    this.region = region;
    this.sink = sink;
    vmax = parameters.get(Parameter.VMAX_TRUCK);
    jumpFixes = (int) parameters.get(Parameter.JUMP_FIXES);
    future = parameters.millis(Parameter.FUTURE_S);
    spikeOut = parameters.get(Parameter.SPIKE_OUT_M);
    spikeBack = parameters.get(Parameter.SPIKE_BACK_M);
    spikeMillis = parameters.millis(Parameter.SPIKE_S);
    spikeShare = parameters.get(Parameter.SPIKE_SHARE);
  }

  /**
   * Takes the next record.
   *
   * @throws IllegalArgumentException where it is older than one that came before
   */
  public void accept(Position p) {
    if (p.fixTime().toEpochMilli() > p.receivedTime().toEpochMilli() + future) {
      sink.dropped(p, "C03");
      return;
    }
    if (p.fixTime().isBefore(newest)) {
      throw new IllegalArgumentException(
          p.plate() + ": fix of " + p.fixTime() + " after the fix of " + newest);
    }
    if (p.fixTime().equals(newest)) {
      sink.dropped(p, "C04");
      return;
    }
    newest = p.fixTime();
    if (!p.fixValid()) {
      sink.dropped(p, "C01");
    } else if (p.longitude() == 0 && p.latitude() == 0
        || !region.covers(p.longitude(), p.latitude())) {
      sink.dropped(p, "C02");
    } else {
      LocalPlane.Point at = plane.point(p.longitude(), p.latitude());
      judge(new Point(p, at.x(), at.y()));
    }
  }

  /**
   * No more records come: a spike that was never disproved stands, a jump never proved does not.
   */
  public void finish() {
    if (why == Held.SPIKE) {
      release();
    } else {
      dropHeld("C05");
    }
  }

  /**
   * Nothing has come up to a moment: what could have been a spike is none, once its time has
   * passed.
   */
  public void advance(Instant now) {
    if (why == Held.SPIKE && now.toEpochMilli() - last.millis() > spikeMillis) {
      release();
    }
  }

  private void judge(Point q) {
    if (why == Held.JUMP) {
      boolean fromLast = reachable(last, q);
      if (!fromLast && reachable(held.get(held.size() - 1), q)) {
        held.add(q);
        if (held.size() > jumpFixes) {
          release();
        }
        return;
      }
      dropHeld("C05");
    } else if (why == Held.SPIKE) {
      if (isSpike(held.get(0), q)) {
        dropHeld("C06");
      } else {
        release();
      }
    }
    judgeAlone(q);
  }

  private void judgeAlone(Point q) {
    if (last != null && !reachable(last, q)) {
      hold(q, Held.JUMP);
    } else if (last != null && mayBeSpike(q)) {
      hold(q, Held.SPIKE);
    } else {
      pass(q);
    }
  }

  /**
   * Far from what comes after it, which is back where it was before; or, of a vehicle that moves,
   * where its speed has brought it meanwhile and cannot have brought it from the spike.
   */
  private boolean isSpike(Point spike, Point q) {
    double back = distance(last, q);
    boolean returned = q.millis() - last.millis() <= spikeMillis && distance(spike, q) > spikeOut;
    return returned
        && (back < spikeBack
            || back < spikeBack + way(last, q) && way(spike, q) < spikeShare * distance(spike, q));
  }

  /** Metres that the faster of the reported speeds explains. */
  private static double way(Point a, Point b) {
    double kmh = Math.max(a.position.speedKmh(), b.position.speedKmh());
    return kmh * 1000 * (b.millis() - a.millis()) / 3_600_000.0;
  }

  /**
   * Far out within the time of a spike, and the slower of the reported speeds does not explain it:
   * who comes back to where he was has not driven on, whatever speed the spike itself claims.
   */
  private boolean mayBeSpike(Point q) {
    double d = distance(last, q);
    double hours = (q.millis() - last.millis()) / 3_600_000.0;
    double kmh = Math.min(last.position.speedKmh(), q.position.speedKmh());
    return d > spikeOut
        && q.millis() - last.millis() < spikeMillis
        && kmh * hours * 1000 < spikeShare * d;
  }

  private boolean reachable(Point a, Point b) {
    double hours = (b.millis() - a.millis()) / 3_600_000.0;
    return distance(a, b) <= vmax * 1000 * hours;
  }

  private void hold(Point q, Held reason) {
    held.add(q);
    why = reason;
  }

  private void release() {
    List<Point> ready = List.copyOf(held);
    held.clear();
    why = Held.NOTHING;
    ready.forEach(this::pass);
  }

  private void dropHeld(String reason) {
    held.forEach(p -> sink.dropped(p.position, reason));
    held.clear();
    why = Held.NOTHING;
  }

  private void pass(Point q) {
    last = q;
    sink.accepted(q);
  }

  private static double distance(Point a, Point b) {
    return Planar.distance(a.x, a.y, b.x, b.y);
  }
}
