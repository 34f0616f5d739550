package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * P04: where several trucks unload at one spot just outside an end place within a day, the place
 * has grown and its polygon is out of date: a question to the map, not violations (M01).
 */
public final class PlaceDrift {
  /** Reason of the dumps that it holds back. */
  public static final String REASON = "place_outdated";

  private final RuleSet rules;
  private final double trucks;
  private final double spot;
  private final double beside;
  private final Duration within;

  public PlaceDrift(RuleSet rules) {
    this.rules = rules;
    this.trucks = rules.parameters().get(Parameter.DRIFT_TRUCKS);
    this.spot = rules.parameters().get(Parameter.DRIFT_SPOT_M);
    this.beside = rules.parameters().get(Parameter.DRIFT_BESIDE_M);
    this.within = Duration.ofMillis(rules.parameters().millis(Parameter.DRIFT_S));
  }

  /** The alerts, those beside an outdated polygon suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    List<Alert> dumps = new ArrayList<>();
    for (Alert a : alerts) {
      if (a.rule().equals("M01") && a.stands() && isBesideEndPlace(a)) {
        dumps.add(a);
      }
    }
    Set<Alert> held = new HashSet<>();
    for (Alert first : dumps) {
      List<Alert> day = new ArrayList<>();
      Set<String> plates = new HashSet<>();
      for (Alert a : dumps) {
        Duration later = Duration.between(first.start(), a.start());
        if (!later.isNegative() && later.compareTo(within) <= 0 && rules.metres(first, a) <= spot) {
          day.add(a);
          plates.add(a.plate());
        }
      }
      if (plates.size() >= trucks) {
        held.addAll(day);
      }
    }
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      judged.add(held.contains(a) ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  private boolean isBesideEndPlace(Alert a) {
    double x = rules.plane().x(a.longitude(), a.latitude());
    double y = rules.plane().y(a.longitude(), a.latitude());
    for (Fenced f : rules.places().near(x, y)) {
      if (f.place().kind().isEndPlace()
          && f.place().validity().contains(a.start())
          && f.polygon().isWithin(x, y, beside)) {
        return true;
      }
    }
    return false;
  }
}
