package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terminals that travel together: two in one vehicle (D07 车机分离, way e), or one whose positions are
 * those of another (D06 疑似位置造假, way d). Which of the two is false is not known, so both are named;
 * a pair that is as near as one terminal all the way is a copy and no company.
 *
 * <p>A pair that lasts is together at one of the minutes looked at. At such a minute all moving
 * vehicles are sorted from west to east and only neighbours compared, so the cost grows with the
 * vehicles and hardly faster; only pairs found are then followed minute by minute.
 */
final class TravelTogether {
  /** Minutes from one look to the next; the shortest company lasts two of them. */
  private static final int STEP = 5;

  /** A minute in which one of the two was not seen does not part them. */
  private static final int MISSED = 1;

  private static final int MINUTE_S = 60;

  /** Company of two vehicles: minutes since 1970, metres driven. */
  private record Run(int from, int to, double metres, int copiedFrom, int copiedTo) {
    int seconds() {
      return (to - from) * MINUTE_S;
    }

    int copiedSeconds() {
      return (copiedTo - copiedFrom) * MINUTE_S;
    }
  }

  private final RuleSet rules;
  private final Parameters p;
  private final List<WatchedVehicle> vehicles;
  private final List<Alert> found = new ArrayList<>();
  private final Map<Long, Integer> followedTo = new HashMap<>();
  private final int[] cursors;
  private final long[] byEast;

  /**
   * @param vehicles by plate
   */
  TravelTogether(RuleSet rules, List<WatchedVehicle> vehicles) {
    this.rules = rules;
    this.p = rules.parameters();
    this.vehicles = vehicles;
    this.cursors = new int[vehicles.size()];
    this.byEast = new long[vehicles.size()];
  }

  List<Alert> judge() {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (WatchedVehicle v : vehicles) {
      Whereabouts w = v.terminal().whereabouts();
      if (w.rows() > 0) {
        first = Math.min(first, w.firstMinute(0));
        last = Math.max(last, w.lastMinute(w.rows() - 1));
      }
    }
    for (int m = Math.floorDiv(first, STEP) * STEP; m <= last; m += STEP) {
      look(m);
    }
    return found;
  }

  private void look(int minute) {
    int count = 0;
    for (int i = 0; i < cursors.length; i++) {
      Whereabouts w = vehicles.get(i).terminal().whereabouts();
      while (cursors[i] < w.rows() && w.lastMinute(cursors[i]) < minute) {
        cursors[i]++;
      }
      int row = cursors[i];
      if (row < w.rows() && w.firstMinute(row) <= minute && w.moves(row)) {
        // whole metres east above, the vehicle below
        byEast[count++] = Math.round(w.x(row)) << 32 | i;
      }
    }
    Arrays.sort(byEast, 0, count);
    long near = (long) p.get(Parameter.TOGETHER_M) + 1;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count && (byEast[j] >> 32) - (byEast[i] >> 32) <= near; j++) {
        int a = Math.min((int) byEast[i], (int) byEast[j]);
        int b = Math.max((int) byEast[i], (int) byEast[j]);
        if (distance(a, b, minute) <= p.get(Parameter.TOGETHER_M)) {
          meet(a, b, minute);
        }
      }
    }
  }

  private void meet(int a, int b, int minute) {
    long pair = (long) a << 32 | b;
    if (followedTo.getOrDefault(pair, Integer.MIN_VALUE) >= minute) {
      return;
    }
    Run run = follow(a, b, minute);
    followedTo.put(pair, run.to);
    boolean copied =
        run.copiedSeconds() >= p.get(Parameter.COPIED_S)
            && run.metres >= 1000 * p.get(Parameter.COPIED_KM);
    boolean together =
        run.seconds() >= p.get(Parameter.TOGETHER_S)
            && run.metres >= 1000 * p.get(Parameter.TOGETHER_KM);
    boolean allCopied = copied && run.copiedSeconds() >= 0.9 * run.seconds();
    for (int[] who : new int[][] {{a, b}, {b, a}}) {
      if (copied) {
        found.add(copy(who[0], who[1], run));
      }
      if (together && !allCopied && !isFitted(a, run) && !isFitted(b, run)) {
        found.add(company(who[0], who[1], run));
      }
    }
  }

  private Run follow(int a, int b, int minute) {
    int from = minute;
    for (int m = minute - 1; m >= from - 1 - MISSED; m--) {
      from = distance(a, b, m) <= p.get(Parameter.TOGETHER_M) ? m : from;
    }
    int to = from;
    int copiedFrom = from;
    int longestFrom = from;
    int longestTo = from;
    double metres = 0;
    Whereabouts w = vehicles.get(a).terminal().whereabouts();
    int before = w.find(from);
    for (int m = from; m <= to + 1 + MISSED; m++) {
      double d = distance(a, b, m);
      copiedFrom = d <= p.get(Parameter.COPIED_M) ? copiedFrom : m + 1;
      if (m - copiedFrom > longestTo - longestFrom) {
        longestFrom = copiedFrom;
        longestTo = m;
      }
      if (d <= p.get(Parameter.TOGETHER_M)) {
        to = m;
        int row = w.find(m);
        metres += Math.hypot(w.x(row) - w.x(before), w.y(row) - w.y(before));
        before = row;
      }
    }
    return new Run(from, to, metres, longestFrom, longestTo);
  }

  /** Metres between two vehicles at a minute; infinite where one of them did not move then. */
  private double distance(int a, int b, int minute) {
    Whereabouts wa = vehicles.get(a).terminal().whereabouts();
    Whereabouts wb = vehicles.get(b).terminal().whereabouts();
    int i = wa.find(minute);
    int j = wb.find(minute);
    return i < 0 || j < 0 || !wa.moves(i) || !wb.moves(j)
        ? Double.POSITIVE_INFINITY
        : Math.hypot(wa.x(i) - wb.x(j), wa.y(i) - wb.y(j));
  }

  private boolean isFitted(int vehicle, Run run) {
    return rules
        .orders()
        .inForce(vehicles.get(vehicle).plate(), VehicleOrder.Kind.INSTALL, time(run.from));
  }

  private Alert copy(int one, int other, Run run) {
    return draft("D06", one, run.copiedFrom, run.copiedTo, Parameter.COPIED_S)
        .reason("same_position")
        .measured(run.copiedSeconds(), p.get(Parameter.COPIED_S), "s")
        .because("moves with", vehicles.get(other).plate())
        .because("within copied_m " + p.get(Parameter.COPIED_M) + " m", "each minute")
        .because("way ≥ copied_km", Math.round(run.metres) + " m")
        .build();
  }

  private Alert company(int one, int other, Run run) {
    return draft("D07", one, run.from, run.to, Parameter.TOGETHER_S)
        .reason("travels_with_another")
        .measured(run.seconds(), p.get(Parameter.TOGETHER_S), "s")
        .because("moves with", vehicles.get(other).plate())
        .because("within together_m " + p.get(Parameter.TOGETHER_M) + " m", "each minute")
        .because("way ≥ together_km", Math.round(run.metres) + " m")
        .build();
  }

  private AlertDraft draft(String rule, int vehicle, int from, int to, Parameter hold) {
    Whereabouts w = vehicles.get(vehicle).terminal().whereabouts();
    int row = w.find(from);
    Instant start = time(from);
    return new AlertDraft(
            rule,
            vehicles.get(vehicle).plate(),
            rules.version(),
            start,
            start.plusSeconds((long) p.get(hold)))
        .at(rules.plane().longitude(w.x(row), w.y(row)), rules.plane().latitude(w.x(row), w.y(row)))
        .end(time(to))
        .severity(3)
        .grade(Grade.B);
  }

  private static Instant time(int minute) {
    return Instant.ofEpochSecond((long) minute * MINUTE_S);
  }
}
