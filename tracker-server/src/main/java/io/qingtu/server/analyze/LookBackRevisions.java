package io.qingtu.server.analyze;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.LongView;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look back has to say of the alerts on file. It leaves alone what a person has decided on,
 * what the live analysis still judges, and what began in the first half of the days, of which it
 * does not know enough before, or what was decided before its numbers came into force; an alert
 * that goes on since before the days is no second one.
 */
final class LookBackRevisions {
  static final String LOOK_BACK = "look_back";

  /**
   * @param from first moment that is looked at
   * @param to first one that is not
   * @param closed what begins here or later the live analysis still judges
   */
  record Span(Instant from, Instant to, Instant closed) {
    Instant middle() {
      return from.plus(Duration.between(from, to).dividedBy(2));
    }
  }

  private final Span span;
  private final Instant since;
  private final Set<String> plates;
  private final Map<String, Alert> known = new HashMap<>();
  private final Map<String, List<Alert>> bySubject = new HashMap<>();
  private final Set<String> reviewed;

  /**
   * @param store is asked what is on file
   */
  LookBackRevisions(RuleSet rules, Span span, AlertStore store) {
    this.span = span;
    this.since = rules.since();
    this.plates = rules.plan().vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet());
    // what has gone on since before the days began at most so many days before them
    Instant earliest = span.from().minus(Duration.between(span.from(), span.to()));
    for (StoredAlert s : store.between(earliest, span.to())) {
      Alert a = s.alert();
      known.put(a.key(), a);
      if (a.status() != AlertStatus.RETRACTED) {
        bySubject.computeIfAbsent(subject(a), k -> new ArrayList<>()).add(a);
      }
    }
    this.reviewed = store.reviewed(earliest, span.to());
  }

  /** The alerts that have to be filed, revised or taken back. */
  List<Alert> of(List<Alert> found) {
    List<Alert> changed = new ArrayList<>();
    Set<String> confirmed = new HashSet<>();
    for (Alert a : found) {
      if (!isOurs(a)) {
        continue;
      }
      Alert before = known.get(a.key());
      if (before != null) {
        confirmed.add(a.key());
        if (!reviewed.contains(a.key()) && !sameButForItsVersion(before, a)) {
          changed.add(a);
        }
        continue;
      }
      Alert earlier = findEarlier(a);
      if (earlier == null) {
        changed.add(a);
      } else {
        confirmed.add(earlier.key());
      }
    }
    for (Alert k : known.values()) {
      if (k.stands()
          && isOurs(k)
          && plates.contains(k.plate())
          && !confirmed.contains(k.key())
          && !reviewed.contains(k.key())) {
        changed.add(Revision.takenBack(k, LOOK_BACK));
      }
    }
    return changed;
  }

  private boolean isOurs(Alert a) {
    boolean told =
        LongView.counts(a.rule()) || LongView.learns(a.rule()) && a.start().isBefore(span.closed());
    return told
        && !a.decided().isBefore(since)
        && !a.start().isBefore(span.middle())
        && a.start().isBefore(span.to());
  }

  /** The alert on file of which the found one is the rest; null where there is none. */
  private Alert findEarlier(Alert a) {
    for (Alert k : bySubject.getOrDefault(subject(a), List.of())) {
      boolean touches = k.end() == null || !k.end().isBefore(a.start());
      boolean ofOnePermit = LongView.counts(a.rule()) && !a.permitId().isEmpty();
      if (k.start().isBefore(a.start()) && (touches || ofOnePermit)) {
        return k;
      }
    }
    return null;
  }

  /** What the version of rules and parameters alone makes different is judged no second time. */
  private static boolean sameButForItsVersion(Alert a, Alert b) {
    return Revision.ofVersion(a, b.ruleVersion()).equals(b);
  }

  private static String subject(Alert a) {
    return String.join("\u0000", a.rule(), a.plate(), a.permitId());
  }
}
