package io.qingtu.route.report;

import io.qingtu.route.report.WeeklyReport.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of a week's report came out otherwise after it was frozen (上期更正): a decision, or data that
 * came late. The frozen report stays as it is.
 *
 * @param week of the report that is corrected
 * @param figures that changed, in the order of the sections
 * @param events that changed: why the figures did
 */
public record Corrections(Week week, List<Figure> figures, List<ChangedEvent> events) {
  /** A figure that changed; {@link Ratio#NONE} where there was or is none. */
  public record Figure(
      String section, String name, String subject, boolean rate, Ratio before, Ratio after) {}

  /** What stands of an event. */
  public enum State {
    /** It was not, or is no more, in the list. */
    ABSENT,
    /** Held back or taken back. */
    HELD,
    WAITING,
    CONFIRMED,
    REJECTED
  }

  /** An event that changed. */
  public record ChangedEvent(
      String key,
      String rule,
      String plate,
      String company,
      Instant start,
      State before,
      State after) {}

  /** Smaller differences are those of sums in another order. */
  private static final double SAME = 1e-9;

  /**
   * @param frozen the report as it was frozen
   * @param now the same week's report from what is known now
   */
  public static Corrections between(WeeklyReport frozen, WeeklyReport now) {
    return new Corrections(frozen.week(), figures(frozen, now), events(frozen, now));
  }

  private static List<Figure> figures(WeeklyReport frozen, WeeklyReport now) {
    Map<Indicator.Key, Indicator> before = index(frozen);
    Map<Indicator.Key, Indicator> after = index(now);
    Map<Indicator.Key, Indicator> both = new LinkedHashMap<>(after);
    before.forEach(both::putIfAbsent);
    List<Figure> changed = new ArrayList<>();
    both.forEach(
        (key, i) -> {
          Ratio then = ratio(before.get(key));
          Ratio today = ratio(after.get(key));
          if (differ(then, today)) {
            changed.add(new Figure(i.section(), i.name(), i.subject(), i.rate(), then, today));
          }
        });
    return changed;
  }

  private static Map<Indicator.Key, Indicator> index(WeeklyReport report) {
    return Indicator.of(report).stream()
        .collect(
            Collectors.toMap(Indicator::key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private static Ratio ratio(Indicator i) {
    return i == null ? Ratio.NONE : i.ratio();
  }

  private static boolean differ(Ratio a, Ratio b) {
    return Math.abs(a.numerator() - b.numerator()) > SAME * Math.abs(a.numerator()) + SAME
        || Math.abs(a.denominator() - b.denominator()) > SAME * Math.abs(a.denominator()) + SAME;
  }

  private static List<ChangedEvent> events(WeeklyReport frozen, WeeklyReport now) {
    Map<String, Event> before = byKey(frozen);
    Map<String, Event> after = byKey(now);
    Map<String, Event> both = new LinkedHashMap<>(after);
    before.forEach(both::putIfAbsent);
    List<ChangedEvent> changed = new ArrayList<>();
    both.forEach(
        (key, e) -> {
          State then = state(before.get(key));
          State today = state(after.get(key));
          if (then != today) {
            changed.add(
                new ChangedEvent(
                    key,
                    e.alert().rule(),
                    e.alert().plate(),
                    e.company(),
                    e.alert().start(),
                    then,
                    today));
          }
        });
    return changed;
  }

  private static Map<String, Event> byKey(WeeklyReport report) {
    return report.events().stream()
        .collect(
            Collectors.toMap(
                e -> e.alert().key(), Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private static State state(Event e) {
    if (e == null) {
      return State.ABSENT;
    }
    if (!WeekFacts.isEmitted(e.alert())) {
      return State.HELD;
    }
    return e.review()
        .map(r -> r.isConfirmed() ? State.CONFIRMED : State.REJECTED)
        .orElse(State.WAITING);
  }

  public boolean isEmpty() {
    return figures.isEmpty() && events.isEmpty();
  }
}
