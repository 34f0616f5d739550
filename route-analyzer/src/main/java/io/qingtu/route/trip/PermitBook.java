package io.qingtu.route.trip;

import io.qingtu.route.plan.OrderBook;
import io.qingtu.route.plan.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The permits by vehicle; one that goes in the place of another has that one's as well. */
public final class PermitBook {
  private final Map<String, List<Permit>> byPlate = new HashMap<>();

  private final OrderBook orders;

  public PermitBook(List<Permit> permits, OrderBook orders) {
    this.orders = orders;
    for (Permit p : permits) {
      byPlate.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
    }
    byPlate.values().forEach(list -> list.sort(Comparator.comparing(Permit::id)));
  }

  /**
   * What the permits of a vehicle say of a site.
   *
   * @param grace how long ago a permit may have run out to be named as expired
   * @param lag how much later a permit may have been typed in
   */
  public PermitCheck check(String plate, String siteId, Instant at, Duration grace, Duration lag) {
    List<Permit> valid = new ArrayList<>();
    Permit expired = null;
    for (Permit p : of(plate, at)) {
      boolean inTime = p.enteredAt() == null || !p.enteredAt().isAfter(at.plus(lag));
      if (!p.siteId().equals(siteId) || !inTime) {
        continue;
      }
      Instant to = p.validity().to();
      if (p.validity().contains(at)) {
        valid.add(p);
      } else if (!at.isBefore(to)
          && Duration.between(to, at).compareTo(grace) <= 0
          && (expired == null || to.isAfter(expired.validity().to()))) {
        expired = p;
      }
    }
    return new PermitCheck(valid, expired);
  }

  /** The permits of the vehicle that are valid then, for whatever site. */
  public List<Permit> valid(String plate, Instant at) {
    List<Permit> valid = new ArrayList<>();
    for (Permit p : of(plate, at)) {
      if (p.validity().contains(at)) {
        valid.add(p);
      }
    }
    return valid;
  }

  private List<Permit> of(String plate, Instant at) {
    List<Permit> own = byPlate.getOrDefault(plate, List.of());
    List<String> others = orders.substitutedBy(plate, at);
    if (others.isEmpty()) {
      return own;
    }
    List<Permit> all = new ArrayList<>(own);
    others.forEach(o -> all.addAll(byPlate.getOrDefault(o, List.of())));
    return all;
  }
}
