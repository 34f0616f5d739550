package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Section 5: the review of alarms, and the cases that come from them and from others.
 *
 * @param city all alarms of grade A and B: A is proposed as a case, B waits in the review queue
 * @param companies by name
 * @param rejections reasons of the rejections, with their numbers
 * @param flow 立案 to 结案
 * @param repeated 重复违规率 of the thirty days that end with the period
 */
public record CaseWork(
    Row city, List<Row> companies, Map<String, Long> rejections, CaseFlow flow, Kpi repeated) {
  public CaseWork {
    // a document that was frozen before there was any has none
    repeated = repeated == null ? Kpi.NONE : repeated;
  }

  /**
   * One line.
   *
   * @param proposed alarms of grade A
   * @param queued alarms of grade B
   * @param confirmed confirmed in review
   * @param rejected rejected in review
   * @param waiting not reviewed yet
   * @param reviewed 复核率: reviewed ÷ alarms of grade A and B
   */
  public record Row(
      String company,
      long proposed,
      long queued,
      long confirmed,
      long rejected,
      long waiting,
      Ratio reviewed) {}

  /**
   * @param observed share of the time on duty that was observed
   */
  static CaseWork of(PeriodFacts facts, PeriodFacts before, Ratio observed) {
    List<Alert> due = facts.emitted().stream().filter(a -> a.grade() != Grade.C).toList();
    Map<String, List<Alert>> byCompany =
        due.stream()
            .collect(Collectors.groupingBy(facts::company, TreeMap::new, Collectors.toList()));
    return new CaseWork(
        row(facts, "", due),
        byCompany.entrySet().stream().map(e -> row(facts, e.getKey(), e.getValue())).toList(),
        rejections(facts, facts.alerts),
        CaseFlow.of(facts),
        RepeatOffences.of(facts, before, observed));
  }

  private static Row row(PeriodFacts facts, String company, List<Alert> alerts) {
    long proposed = alerts.stream().filter(a -> a.grade() == Grade.A).count();
    long confirmed = alerts.stream().filter(facts::isConfirmed).count();
    Ratio reviewed = Ratio.of(alerts, a -> facts.review(a).isPresent());
    return new Row(
        company,
        proposed,
        alerts.size() - proposed,
        confirmed,
        (long) reviewed.numerator() - confirmed,
        alerts.size() - (long) reviewed.numerator(),
        reviewed);
  }

  /** Reasons of the rejections; an empty reason is counted as such. */
  static Map<String, Long> rejections(PeriodFacts facts, Collection<Alert> alerts) {
    return alerts.stream()
        .flatMap(a -> facts.review(a).stream())
        .filter(r -> !r.isConfirmed())
        .collect(
            Collectors.groupingBy(ReviewDecision::reason, TreeMap::new, Collectors.counting()));
  }
}
