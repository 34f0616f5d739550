package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Violations by type, grade of proof and where they stand (section 3.3 and its like). */
public final class Violations {
  private Violations() {}

  /**
   * One rule's line.
   *
   * @param alarmsByGrade alarms given out (报警), by grade; every grade is there
   * @param confirmed confirmed by a person
   * @param rejected rejected by a person
   * @param waiting not reviewed yet
   */
  public record Type(
      String rule, Map<Grade, Long> alarmsByGrade, long confirmed, long rejected, long waiting) {
    public long alarms() {
      return alarmsByGrade.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The lines of the rules that a test admits, most alarms first. */
  static List<Type> byType(PeriodFacts facts, Predicate<String> rules) {
    return byType(facts, facts.emitted().stream().filter(a -> rules.test(a.rule())).toList());
  }

  /** The lines of some alarms, most alarms first. */
  static List<Type> byType(PeriodFacts facts, List<Alert> alarms) {
    Map<String, List<Alert>> byRule =
        alarms.stream()
            .collect(Collectors.groupingBy(Alert::rule, TreeMap::new, Collectors.toList()));
    return byRule.entrySet().stream()
        .map(e -> type(facts, e.getKey(), e.getValue()))
        .sorted((a, b) -> Long.compare(b.alarms(), a.alarms()))
        .toList();
  }

  private static Type type(PeriodFacts facts, String rule, List<Alert> alerts) {
    Map<Grade, Long> grades = new EnumMap<>(Grade.class);
    Arrays.stream(Grade.values())
        .forEach(g -> grades.put(g, alerts.stream().filter(a -> a.grade() == g).count()));
    long reviewed = alerts.stream().filter(a -> facts.review(a).isPresent()).count();
    long confirmed = alerts.stream().filter(facts::isConfirmed).count();
    return new Type(rule, grades, confirmed, reviewed - confirmed, alerts.size() - reviewed);
  }

  /** Numbers of some alerts by rule, in the order of the rules' codes. */
  static Map<String, Long> count(List<Alert> alerts) {
    return alerts.stream()
        .collect(Collectors.groupingBy(Alert::rule, TreeMap::new, Collectors.counting()));
  }
}
