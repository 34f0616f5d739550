package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.PlaceAprons;
import io.qingtu.route.trip.VehicleStay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * M14 聚集: four trucks or more stand together at night where there is no place, of three companies
 * or more, or four of them without any valid permit. A hint for a patrol. It names the truck that
 * came first and all others in its trace.
 */
public final class NightGathering {
  private static final Comparator<VehicleStay> ORDER =
      Comparator.comparing(VehicleStay::start).thenComparing(VehicleStay::plate);

  private final RuleSet rules;
  private final Parameters p;
  private final DailyHours night;
  private final Duration together;
  private final PlaceAprons places;
  private final Map<String, String> companies = new HashMap<>();

  public NightGathering(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    this.night = p.hours(Parameter.NIGHT_FROM_H, Parameter.NIGHT_TO_H);
    this.together = Duration.ofMillis(p.millis(Parameter.GATHER_S));
    this.places = new PlaceAprons(rules.places(), p);
    for (Vehicle v : rules.plan().vehicles()) {
      companies.put(v.plate(), v.company());
    }
  }

  /** One alert for each gathering, whatever the order of the stays. */
  public List<Alert> judge(Collection<VehicleStay> stays) {
    List<VehicleStay> open = new ArrayList<>();
    for (VehicleStay s : stays) {
      if (s.duration().compareTo(together) >= 0
          && s.longestGap().toMillis() <= p.millis(Parameter.GAP_S)
          && places.isClear(s.x(), s.y(), s.start())) {
        open.add(s);
      }
    }
    open.sort(ORDER);
    List<Alert> found = new ArrayList<>();
    Set<VehicleStay> used = new HashSet<>();
    for (VehicleStay first : open) {
      if (!used.contains(first)) {
        List<VehicleStay> around = around(first, open);
        around.removeAll(used);
        gathered(around, open, found, used);
      }
    }
    return found;
  }

  private List<VehicleStay> around(VehicleStay first, List<VehicleStay> open) {
    List<VehicleStay> around = new ArrayList<>();
    for (VehicleStay s : open) {
      if (s.start().isAfter(first.end())) {
        break;
      }
      if (first.distanceTo(s) <= p.get(Parameter.GATHER_M)
          && first.overlap(s).compareTo(together) >= 0) {
        around.add(s);
      }
    }
    return around;
  }

  /** Looks for the first moment from which enough of them stay together long enough. */
  private void gathered(
      List<VehicleStay> around, List<VehicleStay> open, List<Alert> found, Set<VehicleStay> used) {
    Set<Instant> moments = new TreeSet<>();
    around.forEach(s -> moments.add(nightFrom(s.start())));
    for (Instant from : moments) {
      Instant until = from.plus(together);
      List<VehicleStay> present = new ArrayList<>();
      for (VehicleStay s : around) {
        if (!s.start().isAfter(from) && !s.end().isBefore(until)) {
          present.add(s);
        }
      }
      if (night.contains(until) && isGathering(present, from)) {
        List<VehicleStay> all = joined(present, open);
        found.add(alert(present, all, from, until));
        used.addAll(all);
        return;
      }
    }
  }

  /** Those present and whoever stands with them at any time: it is one gathering to its end. */
  private List<VehicleStay> joined(List<VehicleStay> present, List<VehicleStay> open) {
    List<VehicleStay> all = new ArrayList<>(present);
    for (VehicleStay s : open) {
      boolean joins =
          all.stream()
              .anyMatch(
                  o ->
                      o.distanceTo(s) <= p.get(Parameter.GATHER_M)
                          && !s.start().isAfter(o.end())
                          && !o.start().isAfter(s.end()));
      if (joins && !all.contains(s)) {
        all.add(s);
      }
    }
    return all;
  }

  private boolean isGathering(List<VehicleStay> present, Instant at) {
    Set<String> plates = new HashSet<>();
    Set<String> owners = new HashSet<>();
    Set<String> unpermitted = new HashSet<>();
    for (VehicleStay s : present) {
      plates.add(s.plate());
      owners.add(companies.getOrDefault(s.plate(), ""));
      if (rules.permits().valid(s.plate(), at).isEmpty()) {
        unpermitted.add(s.plate());
      }
    }
    double trucks = p.get(Parameter.GATHER_TRUCKS);
    return plates.size() >= trucks
        && (owners.size() >= p.get(Parameter.GATHER_COMPANIES) || unpermitted.size() >= trucks);
  }

  /** The moment itself by night, else when the night begins. */
  private Instant nightFrom(Instant t) {
    if (night.contains(t)) {
      return t;
    }
    ZonedDateTime local = t.atZone(DailyHours.CITY_ZONE);
    ZonedDateTime begin = local.with(night.from());
    return (begin.isBefore(local) ? begin.plusDays(1) : begin).toInstant();
  }

  private Alert alert(
      List<VehicleStay> present, List<VehicleStay> all, Instant from, Instant until) {
    VehicleStay first = present.get(0);
    Instant end = until;
    double x = 0;
    double y = 0;
    Set<String> plates = new TreeSet<>();
    Set<String> owners = new TreeSet<>();
    for (VehicleStay s : all) {
      plates.add(s.plate());
      owners.add(companies.getOrDefault(s.plate(), ""));
      end = s.end().isAfter(end) ? s.end() : end;
      x += s.x() / all.size();
      y += s.y() / all.size();
    }
    return new AlertDraft("M14", first.plate(), rules.version(), from, until)
        .end(end)
        .at(rules.plane().longitude(x, y), rules.plane().latitude(x, y))
        .severity(1)
        .grade(Grade.C)
        .measured(present.size(), p.get(Parameter.GATHER_TRUCKS), "")
        .because("trucks within gather_m", String.join(" ", plates))
        .because("companies ≥ gather_companies", String.join(", ", owners))
        .because("together ≥ gather_s", from + " to " + until)
        .because("outside places, at night", from.atZone(DailyHours.CITY_ZONE).toString())
        .build();
  }
}
