package io.qingtu.route.track;

import io.qingtu.route.geo.Tunnels;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;

/** Makes clean fixes of the points that passed: motion, anchor, course, gaps (C07–C11, SM-1). */
public final class MotionTrack {
  private final MotionMachine motion;
  private final SpeedCheck speeds;
  private final Tunnels tunnels;
  private final double minHeadingSpeed;
  private final long gapMillis;
  private final double portal;
  private final double tunnelSpeed;
  private final long tunnelSlack;
  private CleanFix previous;
  private CleanFix current;
  private Gap gap;

  public MotionTrack(Tunnels tunnels, Parameters p) {
    this.motion = new MotionMachine(p);
    this.speeds = new SpeedCheck(p);
    this.tunnels = tunnels;
    this.minHeadingSpeed = p.get(Parameter.HEADING_KMH);
    this.gapMillis = p.millis(Parameter.GAP_S);
    this.portal = p.get(Parameter.TUNNEL_PORTAL_M);
    this.tunnelSpeed = p.get(Parameter.TUNNEL_KMH);
    this.tunnelSlack = p.millis(Parameter.TUNNEL_SLACK_S);
  }

  /** Takes the next point that passed the cleaning. */
  public CleanFix accept(TrackCleaner.Point point) {
    Position p = point.position();
    long t = point.millis();
    double speed = speeds.accept(t, p.speedKmh(), p.vssKmh());
    motion.accept(t, point.x(), point.y(), speed);
    previous = current;
    long since = previous == null ? 0 : t - previous.millis();
    boolean afterGap = since > gapMillis;
    int heading = speed < minHeadingSpeed ? -1 : p.directionDegrees();
    current =
        new CleanFix(point, motion.x(), motion.y(), speed, heading, motion.moving(), afterGap);
    gap = afterGap ? new Gap(previous, current, inTunnel(since)) : null;
    return current;
  }

  /** The fix before the last one; null at the first. */
  public CleanFix previous() {
    return previous;
  }

  /** Whether GNSS and recorder speed have differed for long at the last fix (C09). */
  public boolean speedsDiffer() {
    return speeds.differ();
  }

  /** The gap that ends at the last fix; null where none. */
  public Gap gap() {
    return gap;
  }

  private boolean inTunnel(long millis) {
    double length =
        tunnels.lengthBetween(previous.x(), previous.y(), current.x(), current.y(), portal);
    return millis <= length / (tunnelSpeed / 3.6) * 1000 + tunnelSlack;
  }
}
