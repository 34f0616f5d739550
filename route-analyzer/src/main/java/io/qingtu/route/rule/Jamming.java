package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * D05 疑似干扰: a vehicle loses its satellites where others keep theirs. Where more lose them at once
 * than keep them no driver is to blame; where nobody else is near nothing can be said. A second
 * time within a week makes it surer. Driving without a fix (D04) meanwhile is part of it.
 */
final class Jamming {
  /** Reason of what an area's loss explains. */
  static final String AREA = "area_loss";

  private static final int MINUTE = 60_000;

  /** Whole minutes after the loss in which neighbours are looked for. */
  private static final int MINUTES_AFTER = 2;

  private record Case(int vehicle, Blackout blackout) {}

  /** Who was seen at a minute, and where. */
  private static final class Seen {
    final int[] vehicle;
    final double[] x;
    final double[] y;
    int count;

    Seen(int most) {
      vehicle = new int[most];
      x = new double[most];
      y = new double[most];
    }
  }

  private final RuleSet rules;
  private final Parameters p;
  private final List<WatchedVehicle> vehicles;
  private final List<Case> cases = new ArrayList<>();
  private final Map<Integer, Seen> seenAt = new HashMap<>();

  /**
   * @param vehicles by plate
   */
  Jamming(RuleSet rules, List<WatchedVehicle> vehicles) {
    this.rules = rules;
    this.p = rules.parameters();
    this.vehicles = vehicles;
    for (int i = 0; i < vehicles.size(); i++) {
      for (Blackout b : vehicles.get(i).terminal().blackouts()) {
        cases.add(new Case(i, b));
      }
    }
    cases.sort(Comparator.comparing((Case c) -> c.blackout.from()).thenComparingInt(Case::vehicle));
  }

  /** The alerts, with those of jamming; D04 of the same time merged into them. */
  List<Alert> judge(List<Alert> alerts) {
    List<Alert> found = new ArrayList<>();
    for (Case c : cases) {
      forgetBefore(c);
      int normal = normalNear(c);
      int lost = lostNear(c);
      if (lost > normal && lost >= p.get(Parameter.JAM_NORMAL)) {
        found.add(alert(c, normal, lost).as(AlertStatus.SUPPRESSED, AREA));
      } else if (normal >= p.get(Parameter.JAM_NORMAL)) {
        found.add(alert(c, normal, lost));
      }
    }
    List<Alert> judged = new ArrayList<>(alerts.size() + found.size());
    for (Alert a : alerts) {
      judged.add(a.rule().equals("D04") && a.stands() ? explained(a, found) : a);
    }
    found.forEach(a -> judged.add(a.stands() && isRepeated(a, found) ? a.graded(Grade.B) : a));
    return judged;
  }

  /** Other vehicles with a fix within reach of where it was lost, in the minutes after. */
  private int normalNear(Case c) {
    Blackout b = c.blackout;
    int minute = (int) Math.floorDiv(b.from().toEpochMilli(), MINUTE) + 1;
    double reach = p.get(Parameter.JAM_NEAR_M);
    Set<Integer> others = new HashSet<>();
    for (int m = minute; m < minute + MINUTES_AFTER; m++) {
      Seen seen = seenAt.computeIfAbsent(m, this::seen);
      for (int i = 0; i < seen.count; i++) {
        if (Math.abs(seen.x[i] - b.x()) <= reach
            && Math.hypot(seen.x[i] - b.x(), seen.y[i] - b.y()) <= reach) {
          others.add(seen.vehicle[i]);
        }
      }
    }
    others.remove(c.vehicle);
    return others.size();
  }

  /** Cases come in order of time: what was seen before one's minutes is not asked for again. */
  private void forgetBefore(Case c) {
    int minute = (int) Math.floorDiv(c.blackout.from().toEpochMilli(), MINUTE) + 1;
    seenAt.keySet().removeIf(m -> m < minute);
  }

  private Seen seen(int minute) {
    Seen seen = new Seen(vehicles.size());
    for (int i = 0; i < vehicles.size(); i++) {
      Whereabouts w = vehicles.get(i).terminal().whereabouts();
      int row = w.find(minute);
      if (row >= 0) {
        seen.vehicle[seen.count] = i;
        seen.x[seen.count] = w.x(row);
        seen.y[seen.count] = w.y(row);
        seen.count++;
      }
    }
    return seen;
  }

  private int lostNear(Case c) {
    Duration together = Duration.ofMillis(p.millis(Parameter.OUTAGE_S));
    Instant from = c.blackout.from().minus(together);
    Instant to = c.blackout.from().plus(together);
    Set<Integer> others = new HashSet<>();
    for (int i = firstFrom(from); i < cases.size(); i++) {
      Case o = cases.get(i);
      if (o.blackout.from().isAfter(to)) {
        break;
      }
      double metres = Math.hypot(o.blackout.x() - c.blackout.x(), o.blackout.y() - c.blackout.y());
      if (o.vehicle != c.vehicle && metres <= p.get(Parameter.JAM_NEAR_M)) {
        others.add(o.vehicle);
      }
    }
    return others.size();
  }

  private int firstFrom(Instant t) {
    int low = 0;
    int high = cases.size();
    while (low < high) {
      int mid = (low + high) / 2;
      if (cases.get(mid).blackout.from().isBefore(t)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private Alert alert(Case c, int normal, int lost) {
    Blackout b = c.blackout;
    AlertDraft d =
        new AlertDraft(
                "D05", vehicles.get(c.vehicle).plate(), rules.version(), b.from(), b.decided())
            .at(rules.plane().longitude(b.x(), b.y()), rules.plane().latitude(b.x(), b.y()))
            .severity(3)
            .grade(Grade.C)
            .because("satellites", b.before() + " → ≤ " + (int) p.get(Parameter.JAM_FEW))
            .because("drives", b.evidence())
            .because("others within jam_near_m with a fix", String.valueOf(normal))
            .because("others within jam_near_m that lost it too", String.valueOf(lost));
    if (b.to() != null) {
      double seconds = Duration.between(b.from(), b.to()).toSeconds();
      d.end(b.to()).measured(seconds, p.get(Parameter.JAM_S), "s");
    }
    return d.build();
  }

  private static Alert explained(Alert noFix, List<Alert> found) {
    for (Alert a : found) {
      boolean meets =
          a.plate().equals(noFix.plate())
              && (a.end() == null || !noFix.start().isAfter(a.end()))
              && (noFix.end() == null || !a.start().isAfter(noFix.end()));
      if (meets) {
        return a.stands()
            ? noFix.as(AlertStatus.MERGED, "D05")
            : noFix.as(AlertStatus.SUPPRESSED, AREA);
      }
    }
    return noFix;
  }

  private boolean isRepeated(Alert a, List<Alert> found) {
    Duration within = Duration.ofDays((long) p.get(Parameter.JAM_DAYS));
    return found.stream()
        .anyMatch(
            b ->
                b != a
                    && b.stands()
                    && b.plate().equals(a.plate())
                    && Duration.between(a.start(), b.start()).abs().compareTo(within) <= 0);
  }
}
