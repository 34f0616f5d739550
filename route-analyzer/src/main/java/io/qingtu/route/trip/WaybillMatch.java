package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.track.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the trips of one vehicle with its waybills (B2). */
public final class WaybillMatch {
  /** Of a trip that has none. */
  public static final String NO_WAYBILL = "NO_WAYBILL";

  /**
   * Of a trip for which several waybills fit and none fits clearly best, or whose waybill fits
   * another trip as well.
   */
  public static final String AMBIGUOUS = "AMBIGUOUS";

  private record Pair(OpenTrip trip, Waybill waybill, double cost) {}

  private final List<Waybill> waybills;
  private final Parameters parameters;

  /**
   * @param waybills of the vehicle
   */
  public WaybillMatch(List<Waybill> waybills, Parameters parameters) {
    this.waybills = List.copyOf(waybills);
    this.parameters = parameters;
  }

  /**
   * Matches the pairs that fit best first; a waybill serves one trip.
   *
   * @param known whether the city has waybills at all; without them nothing is compared
   * @param asOf event time up to which is judged
   */
  public List<Trip> match(List<OpenTrip> trips, boolean known, Instant asOf) {
    Map<OpenTrip, Waybill> best = known ? assign(trips) : Map.of();
    List<Trip> matched = new ArrayList<>();
    for (OpenTrip t : trips) {
      Waybill w = best.get(t);
      if (w != null) {
        matched.add(t.toTrip(w.id(), result(t, w, asOf)));
      } else {
        matched.add(t.toTrip("", !known ? "" : best.containsKey(t) ? AMBIGUOUS : NO_WAYBILL));
      }
    }
    return matched;
  }

  /**
   * The waybills that no trip carries, as far as their time has come.
   *
   * @param matched what {@link #match} made of the trips
   * @param visits of sites and end places
   */
  public List<LooseWaybill> loose(
      List<Trip> matched, List<Visit> visits, Presence presence, Instant asOf) {
    Set<String> carried = new HashSet<>();
    matched.forEach(t -> carried.add(t.waybillId()));
    List<LooseWaybill> loose = new ArrayList<>();
    for (Waybill w : waybills) {
      Instant first = w.scanOut() == null ? w.scanIn() : w.scanOut();
      Instant last = w.scanIn() == null ? w.scanOut() : w.scanIn();
      if (!carried.contains(w.id()) && first != null && !last.plusMillis(around()).isAfter(asOf)) {
        boolean there = isNearATrip(w, matched) || wasAtItsPlaces(w, visits);
        boolean heard =
            presence.share(first, last) >= parameters.get(Parameter.WAYBILL_OBSERVED)
                && presence.heardAt(first)
                && presence.heardAt(last);
        loose.add(
            new LooseWaybill(
                w,
                there
                    ? LooseWaybill.Finding.NOT_MATCHED
                    : heard ? LooseWaybill.Finding.GHOST : LooseWaybill.Finding.UNOBSERVED));
      }
    }
    return loose;
  }

  private long around() {
    return parameters.millis(Parameter.GHOST_S);
  }

  private boolean isNearATrip(Waybill w, List<Trip> trips) {
    for (Trip t : trips) {
      if (near(t.outTime(), w.scanOut()) || near(t.endTime(), w.scanIn())) {
        return true;
      }
    }
    return false;
  }

  /** A trip may be missed where the loading was too short to be believed: it was there. */
  private boolean wasAtItsPlaces(Waybill w, List<Visit> visits) {
    for (Visit v : visits) {
      boolean site = v.place().id().equals(w.siteId());
      Instant scan = site ? w.scanOut() : w.scanIn();
      if ((site || v.place().id().equals(w.disposalId()))
          && scan != null
          && !scan.isBefore(v.enter().minusMillis(around()))
          && (v.exit() == null || !scan.isAfter(v.exit().plusMillis(around())))) {
        return true;
      }
    }
    return false;
  }

  private boolean near(Instant a, Instant b) {
    return a != null && b != null && Duration.between(a, b).abs().toMillis() <= around();
  }

  /** Null for a trip that several waybills fit alike. */
  private Map<OpenTrip, Waybill> assign(List<OpenTrip> trips) {
    List<Pair> pairs = new ArrayList<>();
    for (OpenTrip t : trips) {
      for (Waybill w : waybills) {
        double cost = cost(t, w);
        if (cost < parameters.get(Parameter.WAYBILL_COST)) {
          pairs.add(new Pair(t, w, cost));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::cost)
            .thenComparing(p -> p.trip.outTime())
            .thenComparing(p -> p.waybill.id()));
    Map<OpenTrip, Waybill> assigned = new HashMap<>();
    Set<Waybill> taken = new HashSet<>();
    Set<Waybill> contested = new HashSet<>();
    for (Pair p : pairs) {
      if (!assigned.containsKey(p.trip) && !taken.contains(p.waybill)) {
        if (!fitsNoOther(p, pairs, assigned)) {
          contested.add(p.waybill); // it is neither's
        }
        boolean clear = !contested.contains(p.waybill) && isClear(p, pairs, taken);
        assigned.put(p.trip, clear ? p.waybill : null);
        if (clear) {
          taken.add(p.waybill);
        }
      }
    }
    return assigned;
  }

  private boolean isClear(Pair best, List<Pair> pairs, Set<Waybill> taken) {
    double lead = parameters.get(Parameter.WAYBILL_LEAD);
    for (Pair p : pairs) {
      if (p.trip == best.trip
          && p.waybill != best.waybill
          && !taken.contains(p.waybill)
          && p.cost - best.cost < lead) {
        return false;
      }
    }
    return true;
  }

  /** Whether no other trip that still wants one could as well have had the waybill. */
  private boolean fitsNoOther(Pair best, List<Pair> pairs, Map<OpenTrip, Waybill> assigned) {
    double lead = parameters.get(Parameter.WAYBILL_LEAD);
    for (Pair p : pairs) {
      if (p.waybill == best.waybill
          && p.trip != best.trip
          && !assigned.containsKey(p.trip)
          && p.cost - best.cost < lead) {
        return false;
      }
    }
    return true;
  }

  private double cost(OpenTrip t, Waybill w) {
    double differs = parameters.get(Parameter.WAYBILL_DIFFERS);
    double cost = t.site().id().equals(w.siteId()) ? 0 : differs;
    cost += w.scanOut() == null ? differs : tens(t.outTime(), w.scanOut());
    if (t.endPlace() != null) {
      cost += t.endPlace().id().equals(w.disposalId()) ? 0 : differs;
      if (t.arrival() != null && w.scanIn() != null) {
        // a late acceptance is a finding, not a reason to match another waybill
        cost += Math.min(differs, tens(t.arrival(), w.scanIn()));
      }
    }
    return cost;
  }

  private String result(OpenTrip t, Waybill w, Instant asOf) {
    if (t.endPlace() != null && !t.endPlace().id().equals(w.disposalId())) {
      return "WRONG_SITE";
    }
    boolean complete = w.scanOut() != null && w.scanIn() != null;
    if (complete && t.leg().observedShare() < parameters.get(Parameter.WAYBILL_OBSERVED)) {
      return "UNOBSERVED";
    }
    if (t.endKind() == Trip.EndKind.OK && w.scanIn() == null) {
      Instant due = t.endTime().plusMillis(parameters.millis(Parameter.ACCEPT_S));
      if (!due.isAfter(asOf)) {
        return "NOT_ACCEPTED";
      }
    }
    if (t.arrival() != null
        && w.scanIn() != null
        && Duration.between(t.arrival(), w.scanIn()).toMillis()
            > parameters.millis(Parameter.ACCEPT_LATE_S)) {
      return "LATE_ACCEPT";
    }
    return quantityDiffers(t, w) ? "QTY_MISMATCH" : "MATCHED";
  }

  /** What the scale said before the body was raised, against what was declared. */
  private boolean quantityDiffers(OpenTrip t, Waybill w) {
    if (t.unload() == null || !(w.quantityT() > 0)) {
      return false;
    }
    double off = Math.abs(t.unload().weightBeforeT() - w.quantityT()) / w.quantityT();
    return off > parameters.get(Parameter.WAYBILL_QUANTITY); // not where it was not weighed: NaN
  }

  private static double tens(Instant a, Instant b) {
    return Duration.between(a, b).abs().toMillis() / 600_000.0;
  }
}
