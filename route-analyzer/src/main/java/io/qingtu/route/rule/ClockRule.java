package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.ClockHours;
import io.qingtu.route.track.ClockHours.Spell;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * D11 终端时钟: fix times differ from the server's for an hour, whichever way. Rules about hours of the
 * day then go by the server's clock, and are of grade C.
 */
public final class ClockRule implements Detector.OfPackets, Detector.OfTime {
  private final String plate;
  private final String version;
  private final double limit;
  private final ClockHours all;
  private final ClockHours plausible;

  public ClockRule(RuleSet rules, Vehicle vehicle) {
    this.plate = vehicle.plate();
    this.version = rules.version();
    this.limit = rules.parameters().get(Parameter.CLOCK_S);
    this.all = new ClockHours(rules.parameters());
    this.plausible = new ClockHours(rules.parameters());
  }

  /**
   * How far the clock is ahead when a fix is judged. Packets whose fix time cannot be right come at
   * any place among the others, so they have no say here.
   */
  public Duration aheadAt(Position fix) {
    long ahead = plausible.aheadBefore(fix.receivedTime());
    return ahead == 0 ? Duration.ZERO : Duration.ofMillis(ahead);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    all.add(packet);
    plausible.add(packet);
  }

  @Override
  public void misdated(Position packet, AlertSink out) {
    all.add(packet);
  }

  @Override
  public void advance(Instant now, AlertSink out) {
    for (Spell s : all.spells(now)) {
      AlertDraft d =
          new AlertDraft("D11", plate, version, s.from(), s.decided())
              .grade(Grade.B)
              .measured(s.aheadSeconds(), limit, "s")
              .because(
                  "median of fix time − received over an hour > clock_s " + limit + " s",
                  s.aheadSeconds() + " s");
      out.raise((s.to() == null ? d : d.end(s.to())).build());
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    advance(Instant.ofEpochMilli(Long.MAX_VALUE), out);
  }
}
