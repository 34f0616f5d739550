package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The map of radio holes: where several vehicles went offline while driving (D01), the network is
 * to blame for a silence as long as is usual there. Operators of the network are not known, so the
 * terminals of all vehicles count.
 */
public final class DeadZones {
  /** Reason of the alerts that it holds back. */
  public static final String REASON = "dead_zone";

  private final RuleSet rules;
  private final double others;
  private final double radius;
  private final Duration within;
  private final double slack;

  public DeadZones(RuleSet rules) {
    this.rules = rules;
    this.others = rules.parameters().get(Parameter.DEAD_ZONE_VEHICLES);
    this.radius = rules.parameters().get(Parameter.DEAD_ZONE_M);
    this.within = Duration.ofDays((long) rules.parameters().get(Parameter.DEAD_ZONE_DAYS));
    this.slack = rules.parameters().get(Parameter.DEAD_ZONE_SLACK);
  }

  /** The alerts, those of a radio hole suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    Set<Alert> lost = new LinkedHashSet<>();
    for (Alert a : alerts) {
      if (a.rule().equals("D01") && a.stands() && a.end() != null && a.severity() > 1) {
        lost.add(a);
      }
    }
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      judged.add(lost.contains(a) && isUsual(a, lost) ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  private boolean isUsual(Alert a, Set<Alert> lost) {
    Map<String, Double> longest = new TreeMap<>();
    for (Alert b : lost) {
      if (!b.plate().equals(a.plate())
          && Duration.between(a.start(), b.start()).abs().compareTo(within) <= 0
          && rules.metres(a, b) <= radius) {
        longest.merge(b.plate(), b.measured(), Math::max);
      }
    }
    if (longest.size() < others) {
      return false;
    }
    double[] seconds = longest.values().stream().mapToDouble(s -> s).toArray();
    Arrays.sort(seconds);
    return a.measured() <= slack * seconds[seconds.length / 2];
  }
}
