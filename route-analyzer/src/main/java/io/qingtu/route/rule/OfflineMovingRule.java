package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.LinkRuns;
import io.qingtu.route.track.LinkRuns.Break;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Silence;
import io.qingtu.route.trip.LoadEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * D01 行驶中离线: a moving vehicle of which nothing is received for {@code offline_s}, or a parked one
 * (D01b) for {@code offline_parked_s} while it is not laid up. A rule of the link: it follows the
 * order in which packets were received, whatever their fix times, and stands even if the silence is
 * filled later.
 */
public final class OfflineMovingRule
    implements Detector.OfPackets, Detector.OfMoments, Detector.OfTime {
  private final String plate;
  private final String version;
  private final long offline;
  private final long offlineParked;
  private final List<VehicleOrder> orders;
  private final LinkRuns link;
  private List<Silence> silences = List.of();
  private boolean moving;
  private boolean loaded;

  public OfflineMovingRule(RuleSet rules, Vehicle vehicle) {
    this.plate = vehicle.plate();
    this.version = rules.version();
    this.orders = rules.orders().of(plate);
    this.offline = rules.parameters().millis(Parameter.OFFLINE_S);
    this.offlineParked = rules.parameters().millis(Parameter.OFFLINE_PARKED_S);
    this.link = new LinkRuns(offline, rules.parameters().millis(Parameter.LATE_S));
  }

  /** Until the fix has passed the cleaning, if it does, the vehicle is as it was before. */
  @Override
  public void receive(Position packet, AlertSink out) {
    add(packet);
  }

  @Override
  public void misdated(Position packet, AlertSink out) {
    link.add(packet.receivedTime());
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    moving = m.fix().moving();
    loaded = m.load().state() == LoadEstimate.State.LOADED;
    add(m.fix().position());
  }

  @Override
  public void advance(Instant now, AlertSink out) {
    List<Silence> found = new ArrayList<>();
    for (Break b : link.breaks(now)) {
      found.add(b.silence());
      Instant to = b.silence().to() == null ? now : b.silence().to();
      Instant counted = b.known().moving() ? b.silence().from() : runningFrom(b.silence().from());
      if (Duration.between(counted, to).toMillis() >= limit(b)) {
        out.raise(alert(b, counted).build());
      }
    }
    silences = found;
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    advance(periodEnd, out);
  }

  /** All silences of at least {@code offline_s}, moving or not; complete after finish. */
  public List<Silence> silences() {
    return silences;
  }

  private void add(Position p) {
    link.add(p, moving, loaded);
  }

  private long limit(Break b) {
    return b.known().moving() ? offline : offlineParked;
  }

  /** The first moment from one on at which the vehicle is not laid up (报停). */
  private Instant runningFrom(Instant silentFrom) {
    Instant from = silentFrom;
    for (VehicleOrder o : orders) {
      if (o.kind() == VehicleOrder.Kind.LAID_UP && o.period().contains(from)) {
        from = o.period().to();
      }
    }
    return from;
  }

  private AlertDraft alert(Break b, Instant from) {
    Silence s = b.silence();
    boolean moving = b.known().moving();
    long limit = limit(b);
    AlertDraft d =
        new AlertDraft("D01", plate, version, from, from.plusMillis(limit))
            .at(b.known().fix().longitude(), b.known().fix().latitude())
            .severity(!moving ? 1 : b.known().loaded() ? 3 : 2)
            .grade(Grade.B)
            .reason(b.filled() ? "backfilled" : moving ? "" : "parked")
            .because(
                "last motion", (moving ? "MOVING at " : "STOPPED at ") + b.known().fix().fixTime())
            .because("loaded", String.valueOf(b.known().loaded()), b.known().loaded());
    if (s.to() != null) {
      long seconds = (s.to().toEpochMilli() - from.toEpochMilli()) / 1000;
      d.end(s.to()).measured(seconds, limit / 1000.0, "s");
    }
    return d;
  }
}
