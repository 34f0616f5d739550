package io.qingtu.server.analyze;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.PointDuty;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Which alerts of roads and collection points are about nothing but what is exempt by now. */
final class Excuses {
  /**
   * @param work operation and side, as the alerts of roads have it for their reason; empty of a
   *     point
   */
  private record Duty(String place, String work, Instant windowStart) {}

  private final Set<Duty> exempt = new HashSet<>();

  Excuses(Ledger ledger) {
    for (PassResult p : ledger.passes()) {
      if (p.result() == Outcome.EXEMPT) {
        exempt.add(new Duty(p.segmentId(), p.op() + " " + p.side(), p.windowStart()));
      }
    }
    for (PointDuty p : ledger.points()) {
      if (p.state() == PointDuty.State.EXEMPT) {
        exempt.add(new Duty(p.point().id(), "", p.windowStart()));
      }
    }
  }

  boolean cover(Alert a) {
    if (!a.plate().isEmpty()) {
      return false;
    }
    if (a.segmentIds().isEmpty()) {
      return exempt.contains(new Duty(a.placeId(), a.reason(), a.start()));
    }
    return a.segmentIds().stream()
        .allMatch(s -> exempt.contains(new Duty(s, a.reason(), a.start())));
  }
}
