package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.PeriodReport.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The cases that section 8 tells on a page each: confirmed and serious, the gravest and best proven
 * first, of different kinds and vehicles as far as there are.
 */
public final class KeyEvents {
  /** A bureau reads no more. */
  private static final int MOST = 3;

  private static final Comparator<Event> GRAVEST =
      Comparator.comparingInt((Event e) -> -e.alert().severity())
          .thenComparing(e -> e.alert().grade())
          .thenComparing(e -> e.alert().rule())
          .thenComparing(e -> e.alert().start())
          .thenComparing(e -> e.alert().key());

  private KeyEvents() {}

  /**
   * At most three.
   *
   * @param events of the period, in any order
   */
  public static List<Event> of(List<Event> events) {
    List<Event> able =
        events.stream().filter(KeyEvents::isSeriousAndConfirmed).sorted(GRAVEST).toList();
    List<Event> chosen = new ArrayList<>();
    choose(able, chosen, a -> chosen.stream().noneMatch(c -> isAlike(a, c.alert())));
    choose(able, chosen, a -> chosen.stream().noneMatch(c -> a.plate().equals(c.alert().plate())));
    return List.copyOf(chosen);
  }

  private static void choose(List<Event> able, List<Event> chosen, Predicate<Alert> fits) {
    for (Event e : able) {
      if (chosen.size() < MOST && fits.test(e.alert())) {
        chosen.add(e);
      }
    }
  }

  private static boolean isAlike(Alert a, Alert b) {
    return a.rule().equals(b.rule()) || a.plate().equals(b.plate());
  }

  /** Only what has a vehicle and a place can be shown. */
  private static boolean isSeriousAndConfirmed(Event e) {
    Alert a = e.alert();
    return a.severity() >= Alert.SERIOUS
        && !a.plate().isEmpty()
        && !Double.isNaN(a.longitude())
        && PeriodFacts.isEmitted(a)
        && e.review().filter(ReviewDecision::isConfirmed).isPresent();
  }
}
