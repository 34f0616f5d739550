package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.Silence;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.track.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * D09 全天无轨迹: whole days without a fix, no 报停 on file, and a camera, a waybill or the place where
 * the vehicle is next seen shows that it was out. Days that follow each other are one alert; two
 * kinds of evidence make it sure.
 */
final class SilentDays {
  private record Days(LocalDate first, LocalDate last) {
    Instant from() {
      return first.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    }

    Instant to() {
      return last.plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    }
  }

  private final RuleSet rules;
  private final Parameters p;
  private final PlatformOutage outage;

  SilentDays(RuleSet rules, PlatformOutage outage) {
    this.rules = rules;
    this.p = rules.parameters();
    this.outage = outage;
  }

  List<Alert> judge(List<WatchedVehicle> vehicles, Instant periodStart, Instant asOf) {
    List<LocalDate> days = wholeDays(periodStart, asOf);
    List<Alert> found = new ArrayList<>();
    if (days.isEmpty()) {
      return found;
    }
    for (WatchedVehicle v : vehicles) {
      for (Days silent : silent(v, days)) {
        judge(v, silent, found);
      }
    }
    return found;
  }

  /** The days of the city's calendar of which nearly all was looked at. */
  private List<LocalDate> wholeDays(Instant periodStart, Instant asOf) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = asOf.atZone(DailyHours.CITY_ZONE).toLocalDate();
    for (LocalDate d = periodStart.atZone(DailyHours.CITY_ZONE).toLocalDate();
        !d.isAfter(last);
        d = d.plusDays(1)) {
      Days day = new Days(d, d);
      long from = Math.max(day.from().toEpochMilli(), periodStart.toEpochMilli());
      long to = Math.min(day.to().toEpochMilli(), asOf.toEpochMilli());
      if (to - from >= p.millis(Parameter.SILENT_DAY_S)) {
        days.add(d);
      }
    }
    return days;
  }

  private List<Days> silent(WatchedVehicle v, List<LocalDate> days) {
    Set<LocalDate> seen = new HashSet<>();
    for (VehicleDayQuality q : v.quality()) {
      if (q.accepted() > 0) {
        seen.add(q.day());
      }
    }
    List<Days> silent = new ArrayList<>();
    for (LocalDate d : days) {
      if (seen.contains(d) || isLaidUp(v, new Days(d, d))) {
        continue;
      }
      Days before = silent.isEmpty() ? null : silent.get(silent.size() - 1);
      if (before != null && before.last.plusDays(1).equals(d)) {
        silent.set(silent.size() - 1, new Days(before.first, d));
      } else {
        silent.add(new Days(d, d));
      }
    }
    return silent;
  }

  private boolean isLaidUp(WatchedVehicle v, Days day) {
    for (VehicleOrder o : rules.orders().of(v.plate())) {
      Validity period = o.period();
      if (o.kind() == VehicleOrder.Kind.LAID_UP
          && period.from().isBefore(day.to())
          && period.to().isAfter(day.from())) {
        return true;
      }
    }
    return false;
  }

  private void judge(WatchedVehicle v, Days silent, List<Alert> found) {
    long captures =
        rules.gates().captures(v.plate(), silent.from(), silent.to()).stream()
            .filter(e -> e.confidence() >= p.get(Parameter.SEEN_CONFIDENCE))
            .count();
    long scans =
        rules.waybills().of(v.plate()).stream()
            .filter(w -> isIn(w.scanOut(), silent) || isIn(w.scanIn(), silent))
            .count();
    double metres = jump(v, silent);
    boolean jumped = metres > p.get(Parameter.SILENT_JUMP_M);
    int kinds = (captures > 0 ? 1 : 0) + (scans > 0 ? 1 : 0) + (jumped ? 1 : 0);
    if (kinds == 0) {
      return;
    }
    Alert a =
        new AlertDraft("D09", v.plate(), rules.version(), silent.from(), silent.to())
            .end(silent.to())
            .severity(3)
            .grade(kinds > 1 ? Grade.A : Grade.B)
            .because("days without a fix", silent.first + " to " + silent.last)
            .because("order to lay it up", "none in force")
            .because("gate captures", String.valueOf(captures), captures > 0)
            .because("waybills", String.valueOf(scans), scans > 0)
            .because(
                "next seen > silent_jump_m away",
                Double.isNaN(metres) ? "not known" : Math.round(metres) + " m",
                jumped)
            .build();
    found.add(isOutage(v, silent) ? a.as(AlertStatus.SUPPRESSED, PlatformOutage.REASON) : a);
  }

  private static boolean isIn(Instant t, Days days) {
    return t != null && !t.isBefore(days.from()) && t.isBefore(days.to());
  }

  /** Metres from where it was last seen before to where it is first seen after; NaN where not. */
  private static double jump(WatchedVehicle v, Days silent) {
    Whereabouts w = v.terminal().whereabouts();
    int before = w.before((int) (silent.from().getEpochSecond() / 60));
    int after = w.from((int) (silent.to().getEpochSecond() / 60));
    return before < 0 || after < 0
        ? Double.NaN
        : Math.hypot(w.x(after) - w.x(before), w.y(after) - w.y(before));
  }

  private boolean isOutage(WatchedVehicle v, Days silent) {
    for (Silence s : v.silences()) {
      boolean covers =
          !s.from().isAfter(silent.from()) && (s.to() == null || !s.to().isBefore(silent.to()));
      if (covers && outage.began(s.from())) {
        return true;
      }
    }
    return false;
  }
}
