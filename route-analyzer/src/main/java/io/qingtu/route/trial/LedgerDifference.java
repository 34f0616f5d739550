package io.qingtu.route.trial;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed rules or parameters would have made of a period: the alerts that are new, gone or
 * different, in the order of their start, and their numbers by rule. An alert whose start moved is
 * the same alert, changed, while both overlap.
 */
public record LedgerDifference(List<RuleDifference> rules, List<AlertChange> changes) {
  private static final Comparator<AlertChange> BY_START =
      Comparator.comparing((AlertChange c) -> c.alert().start())
          .thenComparing(c -> c.alert().key())
          .thenComparing(AlertChange::kind);

  public LedgerDifference {
    rules = List.copyOf(rules);
    changes = List.copyOf(changes);
  }

  /** Compares two analyses of the same period. */
  public static LedgerDifference of(Ledger before, Ledger after) {
    Map<String, Alert> old = byKey(before.alerts());
    Map<String, Alert> fresh = byKey(after.alerts());
    List<AlertChange> changes = new ArrayList<>();
    for (Alert a : before.alerts()) {
      Alert now = fresh.get(a.key());
      if (now != null) {
        if (differ(a, now)) {
          changes.add(AlertChange.between(a, now));
        }
        old.remove(a.key());
        fresh.remove(a.key());
      }
    }
    pairMoved(old.values(), fresh.values(), changes);
    old.values().forEach(a -> changes.add(AlertChange.gone(a)));
    fresh.values().forEach(a -> changes.add(AlertChange.added(a)));
    changes.sort(BY_START);
    return new LedgerDifference(count(before, after, changes), changes);
  }

  private static Map<String, Alert> byKey(List<Alert> alerts) {
    Map<String, Alert> byKey = new LinkedHashMap<>();
    alerts.forEach(a -> byKey.put(a.key(), a));
    return byKey;
  }

  /** Joins what is left over on both sides where it is the same thing with another start. */
  private static void pairMoved(
      Collection<Alert> old, Collection<Alert> fresh, List<AlertChange> changes) {
    Map<String, List<Alert>> candidates = new HashMap<>();
    for (Alert a : fresh) {
      candidates.computeIfAbsent(subject(a), k -> new ArrayList<>()).add(a);
    }
    for (Iterator<Alert> each = old.iterator(); each.hasNext(); ) {
      Alert a = each.next();
      List<Alert> same = candidates.getOrDefault(subject(a), List.of());
      for (Alert b : same) {
        if (overlap(a, b)) {
          changes.add(AlertChange.between(a, b));
          each.remove();
          same.remove(b);
          fresh.remove(b);
          break;
        }
      }
    }
  }

  private static String subject(Alert a) {
    return a.rule() + "|" + a.plate() + "|" + (a.plate().isEmpty() ? a.segmentIds() : "");
  }

  private static boolean overlap(Alert a, Alert b) {
    return !a.start().isAfter(end(b)) && !b.start().isAfter(end(a));
  }

  private static Instant end(Alert a) {
    Instant end = a.end() == null ? a.decided() : a.end();
    return end.isBefore(a.decided()) ? a.decided() : end;
  }

  /** Whether anything differs that a person would see; parameters differ by themselves. */
  private static boolean differ(Alert a, Alert b) {
    return a.severity() != b.severity()
        || a.grade() != b.grade()
        || a.status() != b.status()
        || !a.reason().equals(b.reason())
        || !a.decided().equals(b.decided())
        || a.end() == null != (b.end() == null)
        || a.end() != null && !a.end().equals(b.end())
        || Double.compare(a.measured(), b.measured()) != 0
        || Double.compare(a.allowed(), b.allowed()) != 0
        || !a.segmentIds().equals(b.segmentIds());
  }

  private static List<RuleDifference> count(
      Ledger before, Ledger after, List<AlertChange> changes) {
    Map<String, int[]> counts = new TreeMap<>();
    before.alerts().forEach(a -> of(counts, a.rule())[0]++);
    after.alerts().forEach(a -> of(counts, a.rule())[1]++);
    changes.forEach(c -> of(counts, c.alert().rule())[2 + c.kind().ordinal()]++);
    List<RuleDifference> rules = new ArrayList<>();
    counts.forEach((rule, n) -> rules.add(new RuleDifference(rule, n[0], n[1], n[2], n[3], n[4])));
    return rules;
  }

  private static int[] of(Map<String, int[]> counts, String rule) {
    return counts.computeIfAbsent(rule, k -> new int[2 + AlertChange.Kind.values().length]);
  }
}
