package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.OpenTrip;
import java.time.Instant;

/**
 * D02 断电: the terminal reports that its main power is cut (bit 8), or that it is low (bit 7) and
 * then takes no fix for {@code offline_s}. A terminal whose fixes come late had power.
 */
public final class PowerCutRule implements Detector.OfPackets, Detector.OfMoments, Detector.OfTime {
  private final AlertSeries series;
  private final long clear;
  private final long silent;
  private Moment last;
  private Position lastPacket;
  private Instant clearSince;
  private AlertDraft draft;

  public PowerCutRule(RuleSet rules, Vehicle vehicle) {
    this.series = new AlertSeries("D02", rules, vehicle);
    this.clear = rules.parameters().millis(Parameter.POWER_CLEAR_S);
    this.silent = rules.parameters().millis(Parameter.OFFLINE_S);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    if (lastPacket != null && draft == null) {
      judgeSilence(packet.fixTime(), out);
    }
    lastPacket = packet;
    if (AlarmFlag.POWER_CUT.in(packet.alarmBits())) {
      clearSince = null;
      raise(packet, packet.fixTime(), AlarmFlag.POWER_CUT.text(), out);
    } else if (draft != null) {
      clearSince = clearSince == null ? packet.fixTime() : clearSince;
      if (packet.fixTime().toEpochMilli() - clearSince.toEpochMilli() >= clear) {
        out.raise(draft.end(clearSince).build());
        draft = null;
        clearSince = null;
      }
    }
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    last = m;
    if (draft != null
        && m.fix().position() == lastPacket
        && AlarmFlag.POWER_CUT.in(lastPacket.alarmBits())) {
      raise(lastPacket, m.time(), AlarmFlag.POWER_CUT.text(), out); // it may have begun to move
    }
  }

  @Override
  public void advance(Instant now, AlertSink out) {
    if (lastPacket != null && draft == null) {
      judgeSilence(now, out);
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    advance(periodEnd, out);
  }

  private void judgeSilence(Instant next, AlertSink out) {
    boolean low = AlarmFlag.UNDERVOLTAGE.in(lastPacket.alarmBits());
    long silence = next.toEpochMilli() - lastPacket.fixTime().toEpochMilli();
    if (low && silence >= silent) {
      Instant decided = lastPacket.fixTime().plusMillis(silent);
      raise(lastPacket, decided, AlarmFlag.UNDERVOLTAGE.text() + ", then silence", out);
    }
  }

  private void raise(Position packet, Instant decided, String why, AlertSink out) {
    long bits = packet.alarmBits();
    if (!AlarmFlag.POWER_CUT.in(bits) && !AlarmFlag.UNDERVOLTAGE.in(bits)) {
      return;
    }
    if (draft == null) {
      draft =
          series
              .begin(packet.fixTime(), decided, last == null ? null : last.fix(), trip())
              .grade(Grade.B);
    }
    int severity = severity(packet);
    draft
        .severity(Math.max(draft.severity(), severity))
        .because("alarm flag", why)
        .because("moving", String.valueOf(severity == 3), severity == 3);
    out.raise(draft.build());
  }

  private OpenTrip trip() {
    return last == null ? null : last.trip();
  }

  private int severity(Position packet) {
    if (last != null && last.fix().moving()) {
      return 3;
    }
    PlaceKind yard = last == null || last.yard() == null ? null : last.yard().place().kind();
    boolean atHome = yard == PlaceKind.DEPOT || yard == PlaceKind.REPAIR;
    return atHome && !packet.accOn() ? 1 : 2;
  }
}
