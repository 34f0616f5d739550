package io.qingtu.server.analyze;

import io.qingtu.route.Ledger;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.VehicleStays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the stays at which loads may have been dumped, and those that nothing explains; of a truck,
 * whenever they have changed.
 */
final class StayBoard {
  private final LedgerStore store;
  private Map<String, Found> written = Map.of();

  private record Found(List<?> suspects, List<?> rests, List<?> open) {}

  StayBoard(LedgerStore store) {
    this.store = store;
  }

  /**
   * @param settledFrom since when each truck's analysis has seen enough to speak
   */
  void write(Ledger ledger, Map<String, Instant> settledFrom) {
    Map<String, Found> now = new HashMap<>();
    List<VehicleStays> changed = new ArrayList<>();
    settledFrom.forEach(
        (plate, from) -> {
          VehicleStays stays =
              new VehicleStays(
                  plate,
                  from,
                  ledger.suspects().stream()
                      .filter(s -> s.plate().equals(plate) && !s.start().isBefore(from))
                      .toList(),
                  ledger.restPlaces().stream().filter(r -> r.plate().equals(plate)).toList(),
                  ledger.openStays().stream()
                      .filter(s -> s.plate().equals(plate) && !s.start().isBefore(from))
                      .toList());
          Found found = new Found(stays.suspects(), stays.rests(), stays.open());
          now.put(plate, found);
          if (!found.equals(written.get(plate))) {
            changed.add(stays);
          }
        });
    if (!changed.isEmpty()) {
      store.replaceStays(changed);
    }
    written = now;
  }
}
