package io.qingtu.route.trip;

import io.qingtu.route.geo.RoadMatch;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast a truck drove on each road of a trip where nothing held it up (f7 of M02). */
final class SpeedProfile {
  private static final class Pass {
    private final String edgeId;
    private Instant first;
    private Instant last;
    private double sumKmh;
    private int count;

    Pass(String edgeId) {
      this.edgeId = edgeId;
    }
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(Pass p) {
      sum += p.sumKmh;
      count += p.count;
    }

    double value() {
      return sum / count;
    }
  }

  private final RoadMatch match;
  private final double freeKmh;
  private final long stayMillis;
  private final List<Pass> passes = new ArrayList<>();

  SpeedProfile(SegmentGrid roads, Parameters p) {
    match = new RoadMatch(roads, p.get(Parameter.ROAD_MATCH_M), p.get(Parameter.MATCH_DEG));
    freeKmh = p.get(Parameter.FREE_KMH);
    stayMillis = p.millis(Parameter.SUSPECT_MIN_S);
  }

  void accept(CleanFix fix) {
    if (fix.speedKmh() < freeKmh) {
      return;
    }
    List<Hit> on = match.candidates(fix.x(), fix.y(), fix.headingDegrees());
    if (on.isEmpty()) {
      return;
    }
    String edge = on.get(0).segment().id();
    Pass pass = passes.isEmpty() ? null : passes.get(passes.size() - 1);
    if (pass == null || !pass.edgeId.equals(edge) || isApart(pass, fix)) {
      pass = new Pass(edge);
      pass.first = fix.time();
      passes.add(pass);
    }
    pass.last = fix.time();
    pass.sumKmh += fix.speedKmh();
    pass.count++;
  }

  /** Whether a stay lies between: what was driven before and after it are two passes. */
  private boolean isApart(Pass pass, CleanFix fix) {
    return fix.millis() - pass.last.toEpochMilli() >= stayMillis;
  }

  /** Mean speed after a stay as a share of that before it; NaN where no road was driven twice. */
  double faster(VehicleStay stay) {
    Map<String, Mean> before = new HashMap<>();
    Map<String, Mean> after = new HashMap<>();
    for (Pass p : passes) {
      if (!p.last.isAfter(stay.start())) {
        before.computeIfAbsent(p.edgeId, k -> new Mean()).add(p);
      } else if (!p.first.isBefore(stay.end())) {
        after.computeIfAbsent(p.edgeId, k -> new Mean()).add(p);
      }
    }
    double sumBefore = 0;
    double sumAfter = 0;
    for (Pass p : passes) {
      Mean b = before.remove(p.edgeId);
      if (b != null && after.containsKey(p.edgeId)) {
        sumBefore += b.value();
        sumAfter += after.get(p.edgeId).value();
      }
    }
    return sumBefore == 0 ? Double.NaN : sumAfter / sumBefore;
  }
}
