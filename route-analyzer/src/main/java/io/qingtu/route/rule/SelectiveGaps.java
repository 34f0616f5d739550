package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.DarkLoads.DarkGap;
import io.qingtu.route.rule.DarkLoads.Driven;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D10 选择性离线: again and again a truck's track breaks off while it is loaded and goes on when it is
 * empty, and it does so far more often than the time that it is loaded explains. Gaps that a radio
 * hole or the platform is to blame for do not count.
 */
final class SelectiveGaps {
  private final RuleSet rules;
  private final Parameters p;
  private final Duration within;
  private final Map<String, List<Alert>> excused = new HashMap<>();

  /**
   * @param alerts judged already, D01 among them
   */
  SelectiveGaps(RuleSet rules, List<Alert> alerts) {
    this.rules = rules;
    this.p = rules.parameters();
    this.within = Duration.ofDays((long) p.get(Parameter.DARK_DAYS));
    for (Alert a : alerts) {
      if (a.rule().equals("D01") && a.status() == AlertStatus.SUPPRESSED) {
        excused.computeIfAbsent(a.plate(), k -> new ArrayList<>()).add(a);
      }
    }
  }

  List<Alert> judge(List<WatchedVehicle> vehicles) {
    List<Alert> found = new ArrayList<>();
    for (WatchedVehicle v : vehicles) {
      judge(v, found);
    }
    return found;
  }

  private void judge(WatchedVehicle v, List<Alert> found) {
    List<DarkGap> gaps = new ArrayList<>(v.terminal().darkLoads().gaps());
    gaps.removeIf(g -> isExcused(v, g));
    List<DarkGap> swallowed = gaps.stream().filter(DarkGap::emptied).toList();
    int needed = (int) p.get(Parameter.DARK_GAPS);
    int i = 0;
    while (i + needed <= swallowed.size()) {
      DarkGap first = swallowed.get(i);
      DarkGap deciding = swallowed.get(i + needed - 1);
      boolean close = Duration.between(first.from(), deciding.to()).compareTo(within) <= 0;
      if (!close || !isSelective(v, gaps, first.from(), deciding.to())) {
        i++;
        continue;
      }
      int end = i + needed;
      while (end < swallowed.size()
          && Duration.between(swallowed.get(end - 1).to(), swallowed.get(end).to())
                  .compareTo(within)
              <= 0) {
        end++;
      }
      found.add(alert(v, swallowed.subList(i, end), deciding));
      i = end;
    }
  }

  private boolean isExcused(WatchedVehicle v, DarkGap g) {
    for (Alert a : excused.getOrDefault(v.plate(), List.of())) {
      if (a.start().isBefore(g.to()) && (a.end() == null || a.end().isAfter(g.from()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSelective(WatchedVehicle v, List<DarkGap> gaps, Instant from, Instant to) {
    Instant since = to.minus(within);
    long all = 0;
    long loaded = 0;
    for (DarkGap g : gaps) {
      if (!g.from().isBefore(since) && !g.from().isAfter(to)) {
        all++;
        loaded += g.loaded() ? 1 : 0;
      }
    }
    LocalDate firstDay = since.atZone(DailyHours.CITY_ZONE).toLocalDate();
    LocalDate lastDay = to.atZone(DailyHours.CITY_ZONE).toLocalDate();
    double known = 0;
    double loadedTime = 0;
    for (Map.Entry<LocalDate, Driven> e : v.terminal().darkLoads().driven().entrySet()) {
      if (!e.getKey().isBefore(firstDay) && !e.getKey().isAfter(lastDay)) {
        known += e.getValue().knownMillis();
        loadedTime += e.getValue().loadedMillis();
      }
    }
    return known > 0 && (double) loaded / all >= p.get(Parameter.DARK_RATIO) * loadedTime / known;
  }

  private Alert alert(WatchedVehicle v, List<DarkGap> swallowed, DarkGap deciding) {
    DarkGap last = swallowed.get(swallowed.size() - 1);
    AlertDraft d =
        new AlertDraft("D10", v.plate(), rules.version(), swallowed.get(0).from(), deciding.to())
            .end(last.to())
            .trip(last.tripId())
            .severity(3)
            .grade(Grade.C)
            .measured(swallowed.size(), p.get(Parameter.DARK_GAPS), "gaps");
    for (int i = 0; i < swallowed.size(); i++) {
      DarkGap g = swallowed.get(i);
      d.because("gap " + (i + 1) + ", trip " + g.tripId(), g.from() + " – " + g.to());
    }
    return d.build();
  }
}
