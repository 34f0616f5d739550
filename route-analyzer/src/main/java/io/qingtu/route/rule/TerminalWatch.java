package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.ClockRuns;
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
   * @param misdated of a vehicle that cleans roads: when its work was is what counts
   */
  public record Findings(
      Whereabouts whereabouts,
      List<Blackout> blackouts,
      DarkLoads.Tally darkLoads,
      List<Misdated> misdated) {}

  private final WhereaboutsLog whereabouts;
  private final JammingWatch jamming;
  private final DarkLoads darkLoads;
  private final ClockRuns clock;
  private final double scatter;

  public TerminalWatch(RuleSet rules, Vehicle vehicle) {
    whereabouts = new WhereaboutsLog(vehicle.kind().cleansRoads(), rules.parameters());
    jamming = new JammingWatch(rules);
    darkLoads = vehicle.kind() == VehicleKind.MUCK_TRUCK ? new DarkLoads(rules.parameters()) : null;
    clock = vehicle.kind().cleansRoads() ? new ClockRuns(rules.parameters()) : null;
    scatter = rules.parameters().get(Parameter.CLOCK_SCATTER_S);
  }

  public Findings findings() {
    return new Findings(
        whereabouts.written(),
        jamming.blackouts(),
        darkLoads == null ? DarkLoads.Tally.NONE : darkLoads.tally(),
        clock == null ? List.of() : misdated());
  }

  /** One packet may have been under way for long; more of them that were so alike were not. */
  private List<Misdated> misdated() {
    return clock.jumps().stream()
        .filter(run -> run.packets() > 1 && run.isSteady(scatter))
        .map(run -> Misdated.of(run, scatter))
        .toList();
  }

  @Override
  public void receive(Position packet, AlertSink out) {
    jamming.receive(packet);
    if (clock != null && !packet.backfill() && packet.fixValid()) {
      clock.add(packet);
    }
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
