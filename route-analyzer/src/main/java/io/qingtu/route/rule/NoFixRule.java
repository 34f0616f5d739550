package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * D04 不定位: the terminal goes on reporting for {@code no_fix_s} without a fix while the vehicle
 * drives. Time in a tunnel, after switching on, and a short way at a place of a kind that is often
 * under a roof do not count; the plan does not say which places are underground.
 */
public final class NoFixRule implements Detector {
  private static final Set<PlaceKind> ROOFED =
      EnumSet.of(
          PlaceKind.DEPOT,
          PlaceKind.REPAIR,
          PlaceKind.WASH,
          PlaceKind.TRANSFER,
          PlaceKind.PLANT,
          PlaceKind.FUEL);

  private final RuleSet rules;
  private final Parameters p;
  private final AlertSeries series;
  private final long hold;
  private final long gap;
  private final long coldStart;
  private final BlindDrive drive;
  private Moment lastMoment;
  private Position last;
  private Instant poweredSince;
  private Instant since;
  private AlertDraft draft;

  public NoFixRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.series = new AlertSeries("D04", rules, vehicle);
    this.hold = p.millis(Parameter.NO_FIX_S);
    this.gap = p.millis(Parameter.GAP_S);
    this.coldStart = p.millis(Parameter.COLD_START_S);
    this.drive = new BlindDrive(p);
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    Instant now = packet.fixTime();
    if (last != null && Duration.between(last.fixTime(), now).toMillis() > gap) {
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
    if (draft != null || !drive.moves() || inTunnel(packet) || underRoof()) {
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
              .because("in a tunnel", "no")
              .because("at a place that may be under a roof", "no");
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

  /** Long enough for a slow drive through the longest tunnel that begins where it was last seen. */
  private boolean inTunnel(Position packet) {
    if (lastMoment == null) {
      return false;
    }
    double length =
        rules
            .tunnels()
            .longestFrom(
                lastMoment.fix().x(), lastMoment.fix().y(), p.get(Parameter.TUNNEL_PORTAL_M));
    double seconds = length / (p.get(Parameter.TUNNEL_KMH) / 3.6) + p.get(Parameter.TUNNEL_SLACK_S);
    return length > 0 && Duration.between(since, packet.fixTime()).toSeconds() <= seconds;
  }

  private boolean underRoof() {
    return lastMoment != null
        && (roofed(lastMoment.visit()) || roofed(lastMoment.yard()))
        && drive.metres() <= p.get(Parameter.COVERED_M);
  }

  private static boolean roofed(Visit v) {
    return v != null && ROOFED.contains(v.place().kind());
  }
}
