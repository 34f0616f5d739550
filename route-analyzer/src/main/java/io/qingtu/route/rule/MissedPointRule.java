package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Duties;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** S12 漏收: no truck served a collection point in its window and the time around it. */
public final class MissedPointRule {
  private final RuleSet rules;
  private final Parameters p;
  private final long aroundMs;

  public MissedPointRule(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    this.aroundMs = p.millis(Parameter.POINT_AROUND_S);
  }

  /** An alert of each point that was missed. */
  public List<Alert> judge(Collection<PointDuty> duties) {
    Map<LocalDate, Set<String>> counted = counted();
    return duties.stream()
        .filter(d -> d.state() == PointDuty.State.MISSED)
        .map(d -> alert(d, isCounted(d, counted.getOrDefault(dayOf(d.windowStart()), Set.of()))))
        .toList();
  }

  private Alert alert(PointDuty duty, boolean counted) {
    CollectionPoint point = duty.point();
    Instant until = duty.windowEnd().plusMillis(aroundMs);
    return new AlertDraft("S12", "", rules.version(), duty.windowStart(), until)
        .end(duty.windowEnd())
        .at(point.longitude(), point.latitude())
        .grade(counted ? Grade.A : Grade.B)
        .severity(3)
        .place(point.id())
        .measured(
            duty.visit().map(PointVisit::metres).orElse(Double.NaN), p.get(Parameter.POINT_M), "m")
        .because("window", duty.windowStart() + " – " + duty.windowEnd())
        .because("no stay ≥ point_dwell within point_radius", "none until " + until)
        .because("nearest approach", duty.visit().map(MissedPointRule::words).orElse("none"))
        .because("bin lifts and reads", counted ? "none here" : "not fitted")
        .because("not exempt, not unobserved", "no exemption, no gap near the point")
        .build();
  }

  private static String words(PointVisit v) {
    return String.format(Locale.ROOT, "%.0f m at %.0f km/h, %s", v.metres(), v.kmh(), v.start());
  }

  /** The plates whose equipment counted something, by day. */
  private Map<LocalDate, Set<String>> counted() {
    Map<LocalDate, Set<String>> plates = new HashMap<>();
    for (PointService s : rules.plan().records().services()) {
      plates.computeIfAbsent(dayOf(s.time()), k -> new HashSet<>()).add(s.plate());
    }
    return plates;
  }

  /** Whether a truck that may be asked has equipment that counts, and it counted on that day. */
  private boolean isCounted(PointDuty duty, Set<String> counted) {
    return rules.plan().vehicles().stream()
        .anyMatch(v -> counted.contains(v.plate()) && Duties.collects(v, duty.point()));
  }

  private static LocalDate dayOf(Instant time) {
    return time.atZone(DailyHours.CITY_ZONE).toLocalDate();
  }
}
