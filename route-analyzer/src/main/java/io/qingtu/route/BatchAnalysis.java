package io.qingtu.route;

import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.TrackOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A whole period at once: sorts the fixes by vehicle and drives {@link PeriodAnalysis}. */
public final class BatchAnalysis {
  private BatchAnalysis() {}

  /**
   * @param positions in any order, repeated or not
   * @throws IllegalArgumentException where a position's plate is in no vehicle file
   */
  public static Ledger run(RuleSet rules, Collection<Position> positions) {
    if (positions.isEmpty()) {
      return Ledger.NOTHING;
    }
    Map<String, List<Position>> byPlate = new TreeMap<>();
    for (Position p : positions) {
      byPlate.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
    }
    byPlate.values().forEach(own -> own.sort(TrackOrder.TOTAL));
    PeriodAnalysis period = new PeriodAnalysis(placed(rules, byPlate));
    Set<String> strangers = new TreeSet<>(byPlate.keySet());
    strangers.removeIf(period::knows);
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException("positions of unknown vehicles: " + strangers);
    }
    byPlate.forEach(period::accept);
    return period.conclude();
  }

  /** A plan without any geometry says nothing of where the city is: the first good fix does. */
  private static RuleSet placed(RuleSet rules, Map<String, List<Position>> sorted) {
    for (List<Position> own : sorted.values()) {
      for (Position p : own) {
        if (p.fixValid() && (p.longitude() != 0 || p.latitude() != 0)) {
          return rules.centredAt(p.longitude(), p.latitude());
        }
      }
    }
    return rules;
  }
}
