package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.VehicleDayQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** D12 定位漂移: more of a day's fixes than usual are jumps or spikes (C05, C06). */
final class DriftRate {
  private final String version;
  private final double share;
  private final double fewest;

  DriftRate(RuleSet rules) {
    Parameters p = rules.parameters();
    version = rules.version();
    share = p.get(Parameter.DRIFT_SHARE);
    fewest = p.get(Parameter.DRIFT_FIXES);
  }

  /**
   * @param settled until when days must have ended to be judged
   */
  List<Alert> judge(Collection<VehicleDayQuality> days, Instant settled) {
    List<Alert> found = new ArrayList<>();
    for (VehicleDayQuality q : days) {
      Instant start = q.day().atStartOfDay(DailyHours.CITY_ZONE).toInstant();
      Instant end = q.day().plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
      long jumps = q.dropped().getOrDefault("C05", 0L) + q.dropped().getOrDefault("C06", 0L);
      long fixes = q.accepted() + jumps; // what is sent twice changes nothing
      double measured = (double) jumps / fixes;
      if (fixes >= fewest && measured > share && !end.isAfter(settled)) {
        found.add(
            new AlertDraft("D12", q.plate(), version, start, end)
                .end(end)
                .grade(Grade.B)
                .measured(Math.round(1000 * measured) / 10.0, 100 * share, "%")
                .because("jumps and spikes", jumps + " of " + fixes + " fixes")
                .build());
      }
    }
    return found;
  }
}
