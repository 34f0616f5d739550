package io.qingtu.route.scene;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A truck that is driven through a {@link Scene} and reports as it goes, every ten seconds. */
public final class Drive {
  private final Scene scene;
  private final String plate;
  private final List<Position> positions = new ArrayList<>();
  private double x;
  private double y;
  private Instant now;
  private int heading = 90;
  private int interval = 10;
  private Sensors sensors =
      new Sensors(Cover.CLOSED, Lift.DOWN, Load.EMPTY, 0, Switch.UNKNOWN, Switch.UNKNOWN);
  private long alarmBits;
  private boolean acc = true;
  private double vss = Double.NaN;
  private boolean reporting = true;
  private boolean sky = true;
  private int satellites = 12;
  private double odometerKm = Double.NaN;
  private long clockAhead;
  private double seenX;
  private double seenY;
  private Duration delay = Duration.ofSeconds(1);

  Drive(Scene scene, String plate, double x, double y, Instant now) {
    this.scene = scene;
    this.plate = plate;
    this.x = x;
    this.y = y;
    this.now = now;
    report(0);
  }

  public List<Position> positions() {
    return positions;
  }

  public Instant now() {
    return now;
  }

  /** Metres east of where it is. */
  public double x() {
    return x;
  }

  /** Seconds between reports from here on. */
  public Drive every(int seconds) {
    interval = seconds;
    return this;
  }

  /** Drives straight to a point and reports on the way and there. */
  public Drive to(double toX, double toY, double kmh) {
    double length = Math.hypot(toX - x, toY - y);
    double step = kmh / 3.6 * interval;
    double fromX = x;
    double fromY = y;
    heading = (int) Math.round(Math.toDegrees(Math.atan2(toX - x, toY - y)) + 360) % 360;
    for (double done = step; done < length + step; done += step) {
      double f = Math.min(1, done / length);
      x = fromX + f * (toX - fromX);
      y = fromY + f * (toY - fromY);
      double left = done <= length ? interval : interval * (length - (done - step)) / step;
      if (left < 0.5) {
        break; // the point was reached by the step before
      }
      now = now.plusSeconds(Math.max(1, Math.round(left)));
      report(kmh);
    }
    return this;
  }

  /** Stands for a while. */
  public Drive stand(int seconds) {
    for (int done = 0; done < seconds; done += interval) {
      now = now.plusSeconds(Math.min(interval, seconds - done));
      report(0);
    }
    return this;
  }

  /** One report at this place that claims a speed. */
  public Drive blip(double kmh) {
    now = now.plusSeconds(interval);
    report(kmh);
    return this;
  }

  /** Drives without a report that arrives, or reports again. */
  public Drive reporting(boolean on) {
    reporting = on;
    return this;
  }

  /** Reports from here on arrive that much later than they were made. */
  public Drive delayed(Duration by) {
    delay = by;
    return this;
  }

  public Drive cover(Cover cover) {
    return with(new Sensors(cover, sensors.lift(), sensors.load(), sensors.weightT(), OFF, OFF));
  }

  public Drive lift(Lift lift) {
    return with(new Sensors(sensors.cover(), lift, sensors.load(), sensors.weightT(), OFF, OFF));
  }

  /** Net payload, with the load sensor saying the same. */
  public Drive weight(double tonnes) {
    Load load = tonnes > 7 ? Load.LOADED : tonnes < 2 ? Load.EMPTY : Load.PARTIAL;
    return with(new Sensors(sensors.cover(), sensors.lift(), load, tonnes, OFF, OFF));
  }

  /** What the load sensor says, whatever the weight. */
  public Drive load(Load load) {
    return with(new Sensors(sensors.cover(), sensors.lift(), load, sensors.weightT(), OFF, OFF));
  }

  public Drive alarm(long bits) {
    alarmBits = bits;
    return this;
  }

  public Drive acc(boolean on) {
    acc = on;
    return this;
  }

  /** Whether it has a fix; without one it sends the last position that it knew. */
  public Drive sky(boolean open) {
    sky = open;
    return satellites(open ? 12 : 0);
  }

  public Drive satellites(int used) {
    satellites = used;
    return this;
  }

  /** Is from the next report on at another place. */
  public Drive jump(double toX, double toY) {
    x = toX;
    y = toY;
    return this;
  }

  /** How far its clock is ahead of the server's from the next report on, s. */
  public Drive clock(long aheadSeconds) {
    clockAhead = aheadSeconds;
    return this;
  }

  /** What the odometer shows from the next report on. */
  public Drive odometer(double km) {
    odometerKm = km;
    return this;
  }

  public Drive vss(double kmh) {
    vss = kmh;
    return this;
  }

  /** Loads in a site: six minutes, then 15 t with the cover closed. */
  public Drive load() {
    return cover(Cover.OPEN).stand(360).weight(15).cover(Cover.CLOSED).stand(120);
  }

  /** Raises the body for a minute; the load comes off. */
  public Drive tip() {
    return stand(120).lift(Lift.UP).stand(30).weight(0).stand(60).lift(Lift.DOWN).stand(120);
  }

  private static final Switch OFF = Switch.UNKNOWN;

  private Drive with(Sensors s) {
    sensors = s;
    return this;
  }

  private void report(double kmh) {
    if (!reporting) {
      return;
    }
    seenX = sky ? x : seenX;
    seenY = sky ? y : seenY;
    positions.add(
        new Position(
            plate,
            now.plusSeconds(clockAhead),
            now.plus(delay),
            scene.plane.longitude(seenX, seenY),
            scene.plane.latitude(seenX, seenY),
            sky,
            sky ? kmh : 0,
            vss,
            heading,
            20,
            acc,
            satellites,
            odometerKm,
            alarmBits,
            0,
            sensors,
            delay.toSeconds() > 60));
  }
}
