package io.qingtu.route.rule;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Whereabouts;
import io.qingtu.route.track.WhereaboutsLog;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;
import java.util.List;

/** Collects what the rules about terminals need of a vehicle to judge the whole city. */
public final class TerminalWatch
    implements Detector.OfPackets, Detector.OfSteps, Detector.OfMoments {
  /**
   * What was collected.
   *
   * @param blackouts in order of time
   * @param darkLoads of a muck truck
   */
  public record Findings(
      Whereabouts whereabouts, List<Blackout> blackouts, DarkLoads.Tally darkLoads) {}

  private final WhereaboutsLog whereabouts;
  private final JammingWatch jamming;
  private final DarkLoads darkLoads;

  public TerminalWatch(RuleSet rules, Vehicle vehicle) {
    whereabouts = new WhereaboutsLog(vehicle.kind().cleansRoads(), rules.parameters());
    jamming = new JammingWatch(rules);
    darkLoads = vehicle.kind() == VehicleKind.MUCK_TRUCK ? new DarkLoads(rules.parameters()) : null;
  }

  public Findings findings() {
    return new Findings(
        whereabouts.written(),
        jamming.blackouts(),
        darkLoads == null ? DarkLoads.Tally.NONE : darkLoads.tally());
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    jamming.receive(packet);
  }

  @Override
  public void step(TripEvent event, Instant decided, AlertSink out) {
    if (darkLoads != null) {
      darkLoads.step(event);
    }
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    whereabouts.accept(m.fix(), m.gap() == null ? m.previous() : null);
    jamming.seen(m);
    if (darkLoads != null) {
      darkLoads.accept(m);
    }
  }
}
