package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Waybill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares the trips of one vehicle with its waybills (B2). */
public final class WaybillMatch {
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
   * Matches trips in the order of their begin; a waybill serves one trip.
   *
   * @param known whether the city has waybills at all; without them nothing is compared
   * @param asOf event time up to which is judged
   */
  public List<Trip> match(List<OpenTrip> trips, boolean known, Instant asOf) {
    List<Waybill> open = new ArrayList<>(waybills);
    List<Trip> matched = new ArrayList<>();
    for (OpenTrip t : trips) {
      if (!known) {
        matched.add(t.toTrip("", ""));
        continue;
      }
      Waybill w = best(t, open);
      open.remove(w);
      matched.add(w == null ? t.toTrip("", "NO_WAYBILL") : t.toTrip(w.id(), result(t, w, asOf)));
    }
    return matched;
  }

  private Waybill best(OpenTrip t, List<Waybill> open) {
    Waybill best = null;
    double least = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    for (Waybill w : open) {
      double cost = cost(t, w);
      if (cost < least) {
        second = least;
        least = cost;
        best = w;
      } else {
        second = Math.min(second, cost);
      }
    }
    boolean clear = second - least >= parameters.get(Parameter.WAYBILL_LEAD);
    return least < parameters.get(Parameter.WAYBILL_COST) && clear ? best : null;
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
      return due.isAfter(asOf) ? "MATCHED" : "NOT_ACCEPTED";
    }
    if (t.arrival() != null
        && w.scanIn() != null
        && Duration.between(t.arrival(), w.scanIn()).toMillis()
            > parameters.millis(Parameter.ACCEPT_LATE_S)) {
      return "LATE_ACCEPT";
    }
    return "MATCHED";
  }

  private static double tens(Instant a, Instant b) {
    return Duration.between(a, b).abs().toMillis() / 600_000.0;
  }
}
