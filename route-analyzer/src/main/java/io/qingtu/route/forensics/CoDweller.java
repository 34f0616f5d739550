package io.qingtu.route.forensics;

import java.util.List;

/**
 * A truck that stood where something was dumped (P09): a case that may belong to it.
 *
 * @param dwells in order of time
 */
public record CoDweller(String plate, List<Dwell> dwells) {
  public CoDweller {
    dwells = List.copyOf(dwells);
  }

  /** How many loaded trips led there. */
  public int trips() {
    return (int) dwells.stream().map(Dwell::tripId).filter(id -> !id.isEmpty()).distinct().count();
  }

  /** The sites that those trips came from, in alphabetical order. */
  public List<String> sites() {
    return dwells.stream()
        .map(Dwell::siteId)
        .filter(id -> !id.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
