package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Section 6: per rule, what became of what it triggered. */
public record AlarmQuality(Funnel all, List<Funnel> rules) {

  /**
   * One rule's way from trigger to decision.
   *
   * @param rule its code; empty for all rules together
   * @param triggered everything that the rule decided
   * @param held held back, merged, taken back or waiting for a fact that may still come
   * @param emitted given out as alarms
   * @param reviewed alarms that a person decided
   * @param precision confirmed ÷ (confirmed + rejected)
   * @param reasons why alarms were held back or taken back
   */
  public record Funnel(
      String rule,
      long triggered,
      long held,
      long emitted,
      long reviewed,
      long confirmed,
      long rejected,
      Ratio precision,
      Map<String, Long> reasons) {}

  static AlarmQuality of(PeriodFacts facts) {
    Map<String, List<Alert>> byRule =
        facts.alerts.stream()
            .collect(Collectors.groupingBy(Alert::rule, TreeMap::new, Collectors.toList()));
    return new AlarmQuality(
        funnel(facts, "", facts.alerts),
        byRule.entrySet().stream().map(e -> funnel(facts, e.getKey(), e.getValue())).toList());
  }

  private static Funnel funnel(PeriodFacts facts, String rule, List<Alert> alerts) {
    List<Alert> emitted = alerts.stream().filter(PeriodFacts::isEmitted).toList();
    long reviewed = emitted.stream().filter(a -> facts.review(a).isPresent()).count();
    long confirmed = emitted.stream().filter(facts::isConfirmed).count();
    return new Funnel(
        rule,
        alerts.size(),
        alerts.size() - emitted.size(),
        emitted.size(),
        reviewed,
        confirmed,
        reviewed - confirmed,
        new Ratio(confirmed, reviewed),
        alerts.stream()
            .filter(
                a -> a.status() == AlertStatus.SUPPRESSED || a.status() == AlertStatus.RETRACTED)
            .collect(Collectors.groupingBy(Alert::reason, TreeMap::new, Collectors.counting())));
  }
}
