package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.ClockRuns;
import io.qingtu.route.track.Position;
import java.time.Instant;

/**
 * D06 疑似位置造假, way (c): the terminal's clock, right before or after, is far from the server's while
 * it has a fix, which sets a clock right. The offset must last and be that of most packets: that of
 * data that come late changes with every record.
 */
public final class ClockJumpRule implements Detector.OfPackets, Detector.OfTime {
  private final Parameters p;
  private final String plate;
  private final String version;
  private final ClockRuns runs;

  public ClockJumpRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.version = rules.version();
    this.runs = new ClockRuns(p);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    if (!packet.backfill() && packet.fixValid()) {
      runs.add(packet);
    }
  }

  @Override
  public void misdated(Position packet, AlertSink out) {
    receive(packet, out);
  }

  @Override
  public void advance(Instant now, AlertSink out) {
    for (ClockRuns.Off run : runs.jumps()) {
      boolean lasts =
          run.packets() >= p.get(Parameter.CLOCK_RUN_FIXES)
              && run.toMillis() - run.fromMillis() >= p.millis(Parameter.CLOCK_RUN_S);
      if (lasts && run.isSteady(p.get(Parameter.CLOCK_SCATTER_S))) {
        out.raise(alert(run));
      }
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    advance(periodEnd, out);
  }

  private Alert alert(ClockRuns.Off run) {
    Instant start = Instant.ofEpochMilli(run.fromMillis());
    double limit = p.get(Parameter.CLOCK_JUMP_S);
    double seconds = run.medianSeconds();
    return new AlertDraft(
            "D06", plate, version, start, start.plusMillis(p.millis(Parameter.CLOCK_RUN_S)))
        .end(Instant.ofEpochMilli(run.toMillis()))
        .severity(3)
        .grade(Grade.B)
        .reason("clock_jump")
        .measured(seconds, limit, "s")
        .because("fix time − received > clock_jump_s " + limit + " s", seconds + " s")
        .because("clock right within an hour of it", "yes")
        .because("has a fix", "yes")
        .build();
  }
}
