package io.qingtu.route.rule;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;

/**
 * D06 疑似位置造假, way (a): the position jumps faster than any vehicle and stays where it has come to. A
 * position that was not settled before the jump was the false one, and one that comes back was a
 * glitch.
 */
public final class JumpAwayRule implements Detector.OfMoments {
  private final Parameters p;
  private final AlertSeries series;
  private CleanFix origin;
  private CleanFix landing;
  private double kmh;
  private Instant settledSince;

  public JumpAwayRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.series = new AlertSeries("D06", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    if (m.previous() == null) {
      settledSince = fix.time();
      return;
    }
    if (isJump(fix, m.previous())) {
      jumped(fix, m.previous());
    } else if (landing != null) {
      stay(fix, out);
    }
  }

  private boolean isJump(CleanFix fix, CleanFix previous) {
    double metres = fix.distanceTo(previous);
    return metres > p.get(Parameter.JUMP_M)
        && metres / fix.secondsSince(previous) * 3.6 > p.get(Parameter.JUMP_KMH);
  }

  private void jumped(CleanFix fix, CleanFix previous) {
    boolean back = landing != null && fix.distanceTo(origin) <= p.get(Parameter.JUMP_M);
    long settled = Duration.between(settledSince, previous.time()).toMillis();
    landing = null;
    if (!back && settled >= p.millis(Parameter.JUMP_SETTLED_S)) {
      origin = previous;
      landing = fix;
      kmh = fix.distanceTo(previous) / fix.secondsSince(previous) * 3.6;
    }
    settledSince = fix.time();
  }

  private void stay(CleanFix fix, AlertSink out) {
    if (fix.distanceTo(landing) > p.get(Parameter.STAY_R)) {
      landing = null;
    } else if (Duration.between(landing.time(), fix.time()).toMillis()
        >= p.millis(Parameter.JUMP_STAY_S)) {
      double limit = p.get(Parameter.JUMP_KMH);
      out.raise(
          series
              .begin(landing.time(), fix.time(), landing, null)
              .end(fix.time())
              .severity(3)
              .grade(Grade.B)
              .reason("jump")
              .measured(Math.round(kmh), limit, "km/h")
              .because(
                  "jump > jump_m " + p.get(Parameter.JUMP_M) + " m",
                  Math.round(landing.distanceTo(origin)) + " m")
              .because("implied speed > jump_kmh " + limit, Math.round(kmh) + " km/h")
              .because("stays there", Duration.between(landing.time(), fix.time()) + "")
              .build());
      landing = null;
    }
  }
}
