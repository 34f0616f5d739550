package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.track.Misbehaviour;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bad sensor (D08) had said from the first moment of its misbehaviour is no evidence: alerts
 * that rest on it are held back, and the ticket for its repair remains.
 */
public final class FaultyEvidence {
  /** Reason of the alerts that it holds back. */
  public static final String REASON = "sensor_fault";

  private static final Map<String, Misbehaviour> BY_REASON = new HashMap<>();
  private static final Map<String, Set<SensorKind>> RESTS_ON = new HashMap<>();

  static {
    for (Misbehaviour m : Misbehaviour.values()) {
      BY_REASON.put(m.reason(), m);
    }
    rests(EnumSet.of(SensorKind.LIFT), "M01", "M10");
    rests(EnumSet.of(SensorKind.COVER, SensorKind.WEIGHT, SensorKind.LOAD), "M03");
    // whether the truck was loaded
    rests(
        EnumSet.of(SensorKind.WEIGHT, SensorKind.LOAD),
        "M04",
        "M05",
        "M06f",
        "M07",
        "M11",
        "M12",
        "M13");
    rests(EnumSet.of(SensorKind.LIFT, SensorKind.WEIGHT), "S13");
    rests(EnumSet.of(SensorKind.BRUSH, SensorKind.PUMP), "S04", "S05", "S10", "S14", "S15");
  }

  private FaultyEvidence() {}

  private static void rests(Set<SensorKind> sensors, String... rules) {
    for (String rule : rules) {
      RESTS_ON.put(rule, sensors);
    }
  }

  /** The alerts, those that rest on a sensor that was bad then suppressed. */
  public static List<Alert> judge(Collection<Alert> alerts) {
    Map<String, List<Alert>> faults = new HashMap<>();
    for (Alert a : alerts) {
      if (a.rule().equals("D08") && a.stands()) {
        faults.computeIfAbsent(a.plate(), k -> new ArrayList<>()).add(a);
      }
    }
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      boolean explained =
          a.stands()
              && RESTS_ON.containsKey(a.rule())
              && faults.getOrDefault(a.plate(), List.of()).stream().anyMatch(f -> explains(f, a));
      judged.add(explained ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  private static boolean explains(Alert fault, Alert a) {
    Misbehaviour kind = BY_REASON.get(fault.reason());
    return RESTS_ON.get(a.rule()).stream().anyMatch(kind::silences)
        && !a.start().isBefore(fault.start())
        && (fault.end() == null || a.start().isBefore(fault.end()));
  }
}
