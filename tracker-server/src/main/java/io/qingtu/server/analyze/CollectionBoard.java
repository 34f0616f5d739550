package io.qingtu.server.analyze;

import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.server.store.LedgerStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Keeps the collection points' windows on file, whenever one has changed. */
final class CollectionBoard {
  private final LedgerStore store;
  private Set<PointDuty> written = Set.of();
  private RuleSet rulesBefore;

  CollectionBoard(LedgerStore store) {
    this.store = store;
  }

  /**
   * @param settled since when the whole city's analysis has seen enough to speak
   */
  void write(RuleSet rules, Collection<PointDuty> duties, Instant settled) {
    Set<PointDuty> known = new HashSet<>(duties);
    known.removeIf(d -> d.windowStart().isBefore(settled));
    Set<PointDuty> changed = new HashSet<>(known);
    boolean anew = rules != rulesBefore;
    if (!anew) {
      changed.removeAll(written);
    }
    store.replacePoints(changed, anew);
    written = known;
    rulesBefore = rules;
  }
}
