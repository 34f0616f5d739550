package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * D03 天线故障: the terminal reports for {@code antenna_s} that its antenna is off or short-circuited.
 * A flag seen on both sides of a gap has not been seen to last.
 */
public final class AntennaRule implements Detector.OfPackets, Detector.OfMoments {
  private final AlertSeries series;
  private final long hold;
  private final long gap;
  private CleanFix lastFix;
  private Instant lastPacket = Instant.MIN;
  private Instant since;
  private AlertDraft draft;

  public AntennaRule(RuleSet rules, Vehicle vehicle) {
    this.series = new AlertSeries("D03", rules, vehicle);
    this.hold = rules.parameters().millis(Parameter.ANTENNA_S);
    this.gap = rules.parameters().millis(Parameter.GAP_S);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    Instant now = packet.fixTime();
    long bits = packet.alarmBits();
    if (AlarmFlag.ANTENNA_OPEN.in(bits) || AlarmFlag.ANTENNA_SHORT.in(bits)) {
      if (since == null || draft == null && Duration.between(lastPacket, now).toMillis() > gap) {
        since = now;
      }
      if (draft == null && Duration.between(since, now).toMillis() >= hold) {
        raise(packet, out);
      }
    } else {
      since = null;
      if (draft != null) {
        out.raise(draft.end(now).build());
        draft = null;
      }
    }
    lastPacket = now;
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    lastFix = m.fix();
  }

  private void raise(Position packet, AlertSink out) {
    AlarmFlag flag =
        AlarmFlag.ANTENNA_OPEN.in(packet.alarmBits())
            ? AlarmFlag.ANTENNA_OPEN
            : AlarmFlag.ANTENNA_SHORT;
    long seconds = Duration.between(since, packet.fixTime()).toSeconds();
    draft =
        series
            .begin(since, packet.fixTime(), lastFix, null)
            .grade(Grade.B)
            .severity(2)
            .measured(seconds, hold / 1000.0, "s")
            .because("alarm flag", flag.text())
            .because("lasts ≥ antenna_s " + hold / 1000 + " s", seconds + " s");
    out.raise(draft.build());
  }
}
