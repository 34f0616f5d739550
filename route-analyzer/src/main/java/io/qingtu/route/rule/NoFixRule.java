package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * D04 不定位: the terminal goes on reporting for {@code no_fix_s} without a fix while the vehicle
 * drives. Time in a tunnel, after switching on, and a short way at a place of a kind that is often
 * under a roof do not count.
 */
public final class NoFixRule implements Detector.OfPackets, Detector.OfMoments {
  private final AlertSeries series;
  private final long hold;
  private final long gap;
  private final long coldStart;
  private final BlindDrive drive;
  private final Shelter shelter;
  private Moment lastMoment;
  private Position last;
  private Instant poweredSince;
  private Instant since;
  private AlertDraft draft;

  public NoFixRule(RuleSet rules, Vehicle vehicle) {
    Parameters p = rules.parameters();
    this.shelter = new Shelter(rules);
    this.series = new AlertSeries("D04", rules, vehicle);
    this.hold = p.millis(Parameter.NO_FIX_S);
    this.gap = p.millis(Parameter.GAP_S);
    this.coldStart = p.millis(Parameter.COLD_START_S);
    this.drive = new BlindDrive(p);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    Instant now = packet.fixTime();
    if (last != null && now.toEpochMilli() - last.fixTime().toEpochMilli() > gap) {
      end(last.fixTime(), out); // whether it had a fix in between is not known
      poweredSince = null;
    }
    if (packet.accOn() && (last == null || !last.accOn())) {
      poweredSince = now;
    }
    if (packet.fixValid()) {
      end(now, out);
    } else if (since == null) {
      since = now;
      drive.begin(packet);
    } else {
      drive.goOn(packet);
      judge(packet, out);
    }
    last = packet;
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    lastMoment = m;
  }

  private void judge(Position packet, AlertSink out) {
    if (draft != null
        || !drive.moves()
        || shelter.covers(lastMoment, since, packet.fixTime(), drive.metres())) {
      return;
    }
    Instant counted = since;
    if (poweredSince != null && poweredSince.plusMillis(coldStart).isAfter(since)) {
      counted = poweredSince.plusMillis(coldStart);
    }
    if (Duration.between(counted, packet.fixTime()).toMillis() >= hold) {
      long seconds = Duration.between(since, packet.fixTime()).toSeconds();
      draft =
          series
              .begin(since, packet.fixTime(), lastMoment == null ? null : lastMoment.fix(), null)
              .grade(Grade.B)
              .severity(2)
              .measured(seconds, hold / 1000.0, "s")
              .because("reports without a fix for ≥ no_fix_s " + hold / 1000 + " s", seconds + " s")
              .because("drives", drive.evidence())
              .because("in a tunnel, or under the roof of a place", "no");
      out.raise(draft.build());
    }
  }

  private void end(Instant at, AlertSink out) {
    since = null;
    if (draft != null) {
      out.raise(draft.end(at).build());
      draft = null;
    }
  }
}
