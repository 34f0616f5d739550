package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * P03: where several vehicles leave the same permitted route at the same place within a day, the
 * route is outdated and no driver is to blame. Drivers are not known, so vehicles are counted.
 */
public final class CrowdDetour {
  /** Reason of the deviations that it holds back. */
  public static final String REASON = "route_outdated";

  private final RuleSet rules;
  private final Map<String, List<String>> routesOfPermit = new HashMap<>();
  private final Duration within;
  private final double radius;

  public CrowdDetour(RuleSet rules) {
    this.rules = rules;
    for (Permit p : rules.plan().permits()) {
      routesOfPermit.put(p.id(), p.routeIds());
    }
    this.within = Duration.ofMillis(rules.parameters().millis(Parameter.CROWD_S));
    this.radius = rules.parameters().get(Parameter.CROWD_M);
  }

  /** The alerts, those of a crowd suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    Map<String, List<Alert>> byRoute = new TreeMap<>();
    for (Alert a : alerts) {
      if (a.rule().equals("M04")) {
        for (String route : routesOfPermit.getOrDefault(a.permitId(), List.of())) {
          byRoute.computeIfAbsent(route, k -> new ArrayList<>()).add(a);
        }
      }
    }
    Set<String> outdated = new HashSet<>();
    for (List<Alert> ofRoute : byRoute.values()) {
      ofRoute.sort(Comparator.comparing(Alert::start).thenComparing(Alert::plate));
      for (int i = 0; i < ofRoute.size(); i++) {
        if (isCrowd(ofRoute, i)) {
          outdated.add(ofRoute.get(i).key());
        }
      }
    }
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      boolean crowd = a.rule().equals("M04") && a.stands() && outdated.contains(a.key());
      judged.add(crowd ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  /** Whether some span of a day around the alert holds enough vehicles that left there as well. */
  private boolean isCrowd(List<Alert> ofRoute, int index) {
    Alert one = ofRoute.get(index);
    int first = index;
    while (first > 0 && !ofRoute.get(first - 1).start().isBefore(one.start().minus(within))) {
      first--;
    }
    List<Alert> same = new ArrayList<>();
    for (int i = first;
        i < ofRoute.size() && !ofRoute.get(i).start().isAfter(one.start().plus(within));
        i++) {
      if (isSamePlace(one, ofRoute.get(i))) {
        same.add(ofRoute.get(i));
      }
    }
    for (Alert from : same) {
      Set<String> plates = new HashSet<>();
      for (Alert a : same) {
        if (!a.start().isBefore(from.start()) && !a.start().isAfter(from.start().plus(within))) {
          plates.add(a.plate());
        }
      }
      boolean holdsOne =
          !from.start().isAfter(one.start()) && !from.start().plus(within).isBefore(one.start());
      if (holdsOne && plates.size() >= rules.parameters().get(Parameter.CROWD_VEHICLES)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSamePlace(Alert a, Alert b) {
    if (!a.segmentIds().isEmpty() && !b.segmentIds().isEmpty()) {
      return !Collections.disjoint(a.segmentIds(), b.segmentIds());
    }
    return rules.metres(a, b) <= radius;
  }
}
