package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.VehicleStay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which stays are the traffic's doing (class TRAFFIC of SM-2), as the whole fleet shows: beside a
 * carriageway, shorter than ten minutes, and at a junction or with another truck that is slow on
 * the same road at the same time. Where three others are slow there, it is a jam however long the
 * stay lasts. Slow is who stays within {@code stay_r} for a minute.
 */
public final class Traffic {
  /** Reason of the stops that it holds back. */
  public static final String REASON = "traffic";

  private final double near;
  private final long shortMillis;
  private final double jamTrucks;
  private final Map<String, List<VehicleStay>> byEdge = new HashMap<>();
  private final Map<String, List<VehicleStay>> byPlate = new HashMap<>();

  /**
   * @param stays of all trucks, in any order
   */
  public Traffic(Parameters p, Collection<VehicleStay> stays) {
    near = p.get(Parameter.TRAFFIC_M);
    shortMillis = p.millis(Parameter.TRAFFIC_S);
    jamTrucks = p.get(Parameter.TRAFFIC_JAM);
    for (VehicleStay s : stays) {
      byPlate.computeIfAbsent(s.plate(), k -> new ArrayList<>()).add(s);
      if (!s.edgeId().isEmpty()) {
        byEdge.computeIfAbsent(s.edgeId(), k -> new ArrayList<>()).add(s);
      }
    }
  }

  /** Whether the traffic explains a stay. */
  public boolean explains(VehicleStay stay) {
    if (stay.edgeId().isEmpty()) {
      return false;
    }
    boolean isShort = stay.duration().toMillis() < shortMillis;
    if (isShort && stay.atJunction()) {
      return true;
    }
    return othersSlow(stay) >= (isShort ? 1 : jamTrucks);
  }

  /** The alerts; stops of loaded trucks in a jam (M13) are suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      boolean jam = a.rule().equals("M13") && a.stands() && explains(a);
      judged.add(jam ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  private boolean explains(Alert stop) {
    for (VehicleStay s : byPlate.getOrDefault(stop.plate(), List.of())) {
      if (!stop.start().isBefore(s.start()) && stop.start().isBefore(s.end()) && explains(s)) {
        return true;
      }
    }
    return false;
  }

  private int othersSlow(VehicleStay stay) {
    Set<String> plates = new HashSet<>();
    for (VehicleStay s : byEdge.getOrDefault(stay.edgeId(), List.of())) {
      if (!s.plate().equals(stay.plate())
          && stay.overlap(s).compareTo(Duration.ZERO) > 0
          && stay.distanceTo(s) <= near) {
        plates.add(s.plate());
      }
    }
    return plates.size();
  }
}
