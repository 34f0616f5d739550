package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The map of radio holes: where several vehicles went offline while driving (D01), the network is
 * to blame for a silence as long as is usual there. Only terminals of the same telecom operator
 * count, those of all vehicles where the operator is not known.
 */
public final class DeadZones {
  /** Reason of the alerts that it holds back. */
  public static final String REASON = "dead_zone";

  private final RuleSet rules;
  private final double others;
  private final double radius;
  private final Duration within;
  private final double slack;
  private final Map<String, String> operators = new HashMap<>();

  public DeadZones(RuleSet rules) {
    this.rules = rules;
    this.others = rules.parameters().get(Parameter.DEAD_ZONE_VEHICLES);
    this.radius = rules.parameters().get(Parameter.DEAD_ZONE_M);
    this.within = Duration.ofDays((long) rules.parameters().get(Parameter.DEAD_ZONE_DAYS));
    this.slack = rules.parameters().get(Parameter.DEAD_ZONE_SLACK);
    rules.plan().vehicles().forEach(v -> operators.put(v.plate(), v.operator()));
  }

  /** The alerts, those of a radio hole suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    Set<Alert> lost = new LinkedHashSet<>();
    for (Alert a : alerts) {
      if (a.rule().equals("D01") && a.stands() && a.end() != null && a.severity() > 1) {
        lost.add(a);
      }
    }
    Map<Long, List<Alert>> cells = new HashMap<>();
    for (Alert a : lost) {
      cells.computeIfAbsent(key(column(a), row(a)), k -> new ArrayList<>()).add(a);
    }
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      judged.add(lost.contains(a) && isUsual(a, cells) ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  private boolean isUsual(Alert a, Map<Long, List<Alert>> cells) {
    Map<String, Double> longest = new TreeMap<>();
    String operator = operators.getOrDefault(a.plate(), "");
    for (Alert b : around(a, cells)) {
      if (!b.plate().equals(a.plate())
          && (operator.isEmpty() || operator.equals(operators.get(b.plate())))
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

  /** The alerts in the cell of one and in those beside it. */
  private List<Alert> around(Alert a, Map<Long, List<Alert>> cells) {
    List<Alert> near = new ArrayList<>();
    for (long i = column(a) - 1; i <= column(a) + 1; i++) {
      for (long j = row(a) - 1; j <= row(a) + 1; j++) {
        near.addAll(cells.getOrDefault(key(i, j), List.of()));
      }
    }
    return near;
  }

  private long column(Alert a) {
    return (long) Math.floor(rules.plane().x(a.longitude(), a.latitude()) / radius);
  }

  private long row(Alert a) {
    return (long) Math.floor(rules.plane().y(a.longitude(), a.latitude()) / radius);
  }

  private static long key(long column, long row) {
    return column << 32 | row & 0xffffffffL;
  }
}
