package io.qingtu.web.api;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.AlertFilter.ReviewState;
import io.qingtu.server.store.AlertQueries.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many alerts a day has, three ways.
 *
 * @param byGrade every grade, with 0 where there is none
 * @param byReview every state, with 0 where there is none
 */
record AlertSummary(
    LocalDate date,
    long total,
    List<RuleCount> byRule,
    Map<String, Long> byGrade,
    Map<String, Long> byReview) {
  /**
   * @param open of them not yet reviewed
   */
  record RuleCount(String rule, String ruleName, String ruleNameEn, long count, long open) {}

  static AlertSummary of(LocalDate date, List<Count> counts) {
    Map<String, Long> rules = new TreeMap<>();
    Map<String, Long> openByRule = new TreeMap<>();
    Map<String, Long> grades = new TreeMap<>();
    Map<String, Long> reviews = new TreeMap<>();
    for (Grade g : Grade.values()) {
      grades.put(g.name(), 0L);
    }
    for (ReviewState s : ReviewState.values()) {
      reviews.put(s.name(), 0L);
    }
    for (Count c : counts) {
      rules.merge(c.rule(), c.count(), Long::sum);
      grades.merge(c.grade(), c.count(), Long::sum);
      reviews.merge(c.review(), c.count(), Long::sum);
      if (c.review().equals(ReviewState.OPEN.name())) {
        openByRule.merge(c.rule(), c.count(), Long::sum);
      }
    }
    List<RuleCount> byRule =
        rules.entrySet().stream()
            .map(
                e -> {
                  RuleNames.Name name = RuleNames.of(e.getKey());
                  return new RuleCount(
                      e.getKey(),
                      name.zh(),
                      name.en(),
                      e.getValue(),
                      openByRule.getOrDefault(e.getKey(), 0L));
                })
            .toList();
    long total = rules.values().stream().mapToLong(Long::longValue).sum();
    return new AlertSummary(date, total, byRule, grades, reviews);
  }
}
