package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.Transit;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * M07 overdue: a load that has been on the road for twice as long as nineteen of twenty trips from
 * this site to this end place took in the thirty days before, two hours at least; three where fewer
 * than ten are known. Of several end places the one that takes longest counts. A trip that then
 * comes back unexplained keeps this one alert.
 */
public final class OverdueTrips {
  private record Pair(String siteId, String endId) {}

  private record Done(Instant end, Duration took) {}

  private final RuleSet rules;
  private final Parameters p;
  private final Map<Pair, List<Done>> done = new HashMap<>();

  /** Alerts of trips that are or were overdue, by trip. */
  private final Map<String, AlertDraft> overdue = new HashMap<>();

  /**
   * @param transits of all trucks, in any order
   */
  public OverdueTrips(RuleSet rules, Collection<Transit> transits) {
    this.rules = rules;
    this.p = rules.parameters();
    for (Transit t : transits) {
      if (!t.endPlaceId().isEmpty()) {
        done.computeIfAbsent(new Pair(t.siteId(), t.endPlaceId()), k -> new ArrayList<>())
            .add(new Done(t.endTime(), Duration.between(t.outTime(), t.endTime())));
      }
    }
    done.values().forEach(list -> list.sort(Comparator.comparing(Done::end)));
    Duration shortest =
        Duration.ofMillis(
            Math.min(p.millis(Parameter.TRIP_TIMEOUT_MIN_S), p.millis(Parameter.TRIP_TIMEOUT_S)));
    for (Transit t : transits) {
      if (!isLonger(t, shortest)) {
        continue; // as nearly all: what is usual there need not be known
      }
      Duration timeout = timeout(t);
      Instant deadline = t.after(timeout);
      if (isLonger(t, timeout)) {
        overdue.put(t.tripId(), draft(t, timeout, deadline));
      }
    }
  }

  private static boolean isLonger(Transit t, Duration duration) {
    Instant deadline = t.after(duration);
    return deadline != null && t.until().isAfter(deadline);
  }

  /** The alerts with those of overdue trips; the unexplained returns of such trips are in them. */
  public List<Alert> judge(List<Alert> alerts) {
    List<Alert> judged = new ArrayList<>();
    for (Alert a : alerts) {
      boolean unexplained = a.rule().equals("M07") && a.reason().equals("unexplained");
      AlertDraft late = unexplained ? overdue.get(a.tripId()) : null;
      if (late == null) {
        judged.add(a);
      } else {
        a.decision().forEach(c -> late.because(c.name(), c.value(), c.held()));
        late.grade(a.grade()).reason(a.reason()).end(a.end());
      }
    }
    overdue.values().forEach(d -> judged.add(d.build()));
    return judged;
  }

  /** The trips; one that is overdue and still under way is named so. */
  public List<Trip> judgeTrips(List<Trip> trips) {
    List<Trip> judged = new ArrayList<>(trips.size());
    for (Trip t : trips) {
      boolean late = t.endKind() == EndKind.UNDER_WAY && overdue.containsKey(t.id());
      judged.add(late ? t.ended(EndKind.OVERDUE, t.endTime()) : t);
    }
    return judged;
  }

  private Duration timeout(Transit t) {
    Duration longest = Duration.ZERO;
    for (String end : t.endIds()) {
      Duration one = timeout(new Pair(t.siteId(), end), t.outTime());
      longest = one.compareTo(longest) > 0 ? one : longest;
    }
    return t.endIds().isEmpty() ? seconds(Parameter.TRIP_TIMEOUT_S) : longest;
  }

  private Duration timeout(Pair pair, Instant out) {
    Instant oldest = out.minus(Duration.ofDays((long) p.get(Parameter.TRIP_DAYS)));
    List<Duration> took = new ArrayList<>();
    for (Done d : done.getOrDefault(pair, List.of())) {
      if (!d.end().isBefore(oldest) && !d.end().isAfter(out)) {
        took.add(d.took());
      }
    }
    if (took.size() < p.get(Parameter.TRIP_SAMPLES)) {
      return seconds(Parameter.TRIP_TIMEOUT_S);
    }
    took.sort(Comparator.naturalOrder());
    int rank = (int) Math.ceil(took.size() * p.get(Parameter.TRIP_SHARE));
    long millis = took.get(Math.max(1, rank) - 1).toMillis();
    Duration usual = Duration.ofMillis(Math.round(millis * p.get(Parameter.TRIP_FACTOR)));
    Duration least = seconds(Parameter.TRIP_TIMEOUT_MIN_S);
    return usual.compareTo(least) > 0 ? usual : least;
  }

  private Duration seconds(Parameter seconds) {
    return Duration.ofMillis(p.millis(seconds));
  }

  private AlertDraft draft(Transit t, Duration timeout, Instant deadline) {
    boolean sensed = t.loadAtExit().source() == LoadEstimate.Source.SENSOR;
    AlertDraft d =
        new AlertDraft("M07", t.plate(), rules.version(), deadline, deadline)
            .trip(t.tripId())
            .permit(t.permitId())
            .reason("overdue")
            .severity(3)
            .grade(sensed ? Grade.B : Grade.C)
            .measured(
                Duration.between(t.outTime(), deadline).toMinutes(), timeout.toMinutes(), "min")
            .because("left the site loaded", t.loadAtExit().toString())
            .because("no end place since", t.outTime().toString())
            .because("on the road > trip_timeout", timeout.toMinutes() + " min");
    for (CleanFix crumb : t.crumbs()) {
      if (!crumb.time().isAfter(deadline)) {
        d.at(crumb.position().longitude(), crumb.position().latitude());
      }
    }
    return t.endTime() == null ? d : d.end(t.endTime());
  }
}
