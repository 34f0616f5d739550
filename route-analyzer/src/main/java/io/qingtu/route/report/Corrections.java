package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.PeriodReport.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of a period's report came out otherwise after it was frozen (上期更正): a decision, or data that
 * came late. The frozen report stays as it is.
 *
 * @param period of the report that is corrected
 * @param figures that changed, in the order of the sections
 * @param events that changed: why the figures did
 */
public record Corrections(Period period, List<Figure> figures, List<ChangedEvent> events) {
  /** A figure that changed; {@link Ratio#NONE} where there was or is none. */
  public record Figure(
      String section, String name, String subject, boolean rate, Ratio before, Ratio after) {
    public Figure {
      // what was frozen when there were reports of weeks only names it after them
      name = name.equals("周指数") ? "指数" : name;
    }

    private Indicator.Key key() {
      return new Indicator.Key(section, name, subject);
    }
  }

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
   * @param now the same period's report from what is known now
   */
  public static Corrections between(PeriodReport frozen, PeriodReport now) {
    return since(frozen, List.of(), now);
  }

  /**
   * What has come out otherwise since it was told last: by the report, or by a correction of it. So
   * a late decision about a period long past is told once, by the next report, whichever that is.
   *
   * @param frozen the report as it was frozen
   * @param told corrections of that period that stand in later reports, the oldest first
   * @param now the same period's report from what is known now
   */
  public static Corrections since(PeriodReport frozen, List<Corrections> told, PeriodReport now) {
    Map<Indicator.Key, Figure> figures = figuresAsTold(frozen);
    Map<String, ChangedEvent> events = eventsAsTold(frozen);
    for (Corrections c : told) {
      c.figures.forEach(f -> figures.put(f.key(), f));
      c.events.forEach(e -> events.put(e.key(), e));
    }
    return new Corrections(frozen.period(), figures(figures, now), events(events, now));
  }

  private static Map<Indicator.Key, Figure> figuresAsTold(PeriodReport frozen) {
    Map<Indicator.Key, Figure> told = new LinkedHashMap<>();
    index(frozen).forEach((key, i) -> told.put(key, figure(i, Ratio.NONE, i.ratio())));
    return told;
  }

  private static Map<String, ChangedEvent> eventsAsTold(PeriodReport frozen) {
    Map<String, ChangedEvent> told = new LinkedHashMap<>();
    byKey(frozen).forEach((key, e) -> told.put(key, event(e, State.ABSENT, state(e))));
    return told;
  }

  private static List<Figure> figures(Map<Indicator.Key, Figure> told, PeriodReport now) {
    Map<Indicator.Key, Indicator> after = index(now);
    List<Figure> changed = new ArrayList<>();
    after.forEach(
        (key, i) -> {
          Ratio then = told.containsKey(key) ? told.get(key).after() : Ratio.NONE;
          if (differ(then, i.ratio())) {
            changed.add(figure(i, then, i.ratio()));
          }
        });
    told.forEach(
        (key, f) -> {
          if (!after.containsKey(key) && differ(f.after(), Ratio.NONE)) {
            changed.add(
                new Figure(f.section(), f.name(), f.subject(), f.rate(), f.after(), Ratio.NONE));
          }
        });
    return changed;
  }

  private static Figure figure(Indicator i, Ratio before, Ratio after) {
    return new Figure(i.section(), i.name(), i.subject(), i.rate(), before, after);
  }

  private static Map<Indicator.Key, Indicator> index(PeriodReport report) {
    return Indicator.of(report).stream()
        .collect(
            Collectors.toMap(Indicator::key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private static boolean differ(Ratio a, Ratio b) {
    return Math.abs(a.numerator() - b.numerator()) > SAME * Math.abs(a.numerator()) + SAME
        || Math.abs(a.denominator() - b.denominator()) > SAME * Math.abs(a.denominator()) + SAME;
  }

  private static List<ChangedEvent> events(Map<String, ChangedEvent> told, PeriodReport now) {
    Map<String, Event> after = byKey(now);
    List<ChangedEvent> changed = new ArrayList<>();
    after.forEach(
        (key, e) -> {
          State then = told.containsKey(key) ? told.get(key).after() : State.ABSENT;
          if (then != state(e)) {
            changed.add(event(e, then, state(e)));
          }
        });
    told.forEach(
        (key, e) -> {
          if (!after.containsKey(key) && e.after() != State.ABSENT) {
            changed.add(
                new ChangedEvent(
                    key, e.rule(), e.plate(), e.company(), e.start(), e.after(), State.ABSENT));
          }
        });
    return changed;
  }

  private static ChangedEvent event(Event e, State before, State after) {
    Alert a = e.alert();
    return new ChangedEvent(a.key(), a.rule(), a.plate(), e.company(), a.start(), before, after);
  }

  private static Map<String, Event> byKey(PeriodReport report) {
    return report.events().stream()
        .collect(
            Collectors.toMap(
                e -> e.alert().key(), Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private static State state(Event e) {
    if (!PeriodFacts.isEmitted(e.alert())) {
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
