package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.DailyTask;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.VehicleOrder.Kind;
import io.qingtu.route.sweep.DepotLog.Stay;
import io.qingtu.route.sweep.Exemptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * S11 未出车: a planned vehicle stays in the depot after its shift has begun, and nobody goes in its
 * place. The planned vehicles of a task are interchangeable, so one of them that is out, or that
 * nobody sees, stands in for the others. The shift begins with the first window of the day: the
 * hour before it, in which a shift counts as open, is no duty to be on the road.
 */
public final class NoShowRule {
  private final RuleSet rules;
  private final Parameters p;
  private final Exemptions exemptions;
  private final Duration patience;

  public NoShowRule(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    this.exemptions = new Exemptions(rules.plan().exemptions(), p.get(Parameter.EXEMPT_MIN));
    this.patience = Duration.ofMillis(p.millis(Parameter.NO_SHOW_S));
  }

  /** Judges the shifts that began in the period, as far as their vehicles' patience has run out. */
  public List<Alert> judge(Collection<Crew> crews, Instant from, Instant asOf) {
    List<Alert> alerts = new ArrayList<>();
    Map<Crew, List<DailyTask>> planned = new LinkedHashMap<>();
    crews.forEach(c -> planned.put(c, rules.sanitation().duties().of(c.vehicle())));
    for (Crew crew : crews) {
      List<DailyTask> tasks = planned.get(crew);
      Shift shift = new Shift(tasks, p);
      LocalDate last = asOf.atZone(DailyHours.CITY_ZONE).toLocalDate();
      for (LocalDate d = from.atZone(DailyHours.CITY_ZONE).toLocalDate();
          !d.isAfter(last);
          d = d.plusDays(1)) {
        Optional<Instant> start = shift.windows(d).map(Window::start);
        if (start.isPresent()
            && !start.get().isBefore(from)
            && !start.get().plus(patience).isAfter(asOf)
            && isAsked(crew.vehicle(), tasks, d, start.get())
            && allInDepot(tasks, planned, start.get())) {
          alerts.add(alert(crew, start.get()));
        }
      }
    }
    return alerts;
  }

  /** Whether anything of its first window is not excused, and no order keeps it in. */
  private boolean isAsked(Vehicle v, List<DailyTask> tasks, LocalDate day, Instant start) {
    for (Kind kind : new Kind[] {Kind.LAID_UP, Kind.SPARE, Kind.INSTALL}) {
      if (rules.orders().inForce(v.plate(), kind, start)) {
        return false;
      }
    }
    for (VehicleOrder o : rules.plan().records().vehicleOrders()) {
      if (o.kind() == Kind.SUBSTITUTE
          && o.otherPlate().equals(v.plate())
          && o.period().contains(start)) {
        return false;
      }
    }
    for (DailyTask task : tasks) {
      Optional<Window> window = CleaningPlan.window(task, day);
      if (window.isPresent()
          && window.get().start().equals(start)
          && !exemptions.cover(window.get(), e -> excuses(e, task))) {
        return true;
      }
    }
    return false;
  }

  private static boolean excuses(Exemption e, DailyTask task) {
    boolean op = e.op().isEmpty() || task instanceof Requirement r && e.op().get() == r.op();
    boolean there =
        task instanceof Requirement r && r.segmentId().isPresent()
            ? e.covers(r.segmentId().get())
            : e.segmentIds().isEmpty();
    return op && there;
  }

  /** Whether everybody who may be asked for one of the tasks was seen to stay in. */
  private boolean allInDepot(
      List<DailyTask> tasks, Map<Crew, List<DailyTask>> planned, Instant start) {
    Instant until = start.plus(patience);
    return planned.entrySet().stream()
        .filter(e -> !e.getKey().where().inDepot(start, until))
        .noneMatch(e -> e.getValue().stream().anyMatch(tasks::contains));
  }

  private Alert alert(Crew crew, Instant start) {
    Instant decided = start.plus(patience);
    Stay stay =
        crew.where().stays().stream()
            .filter(s -> s.covers(start, decided))
            .findFirst()
            .orElseThrow();
    return new AlertDraft("S11", crew.vehicle().plate(), rules.version(), start, decided)
        .end(stay.to())
        .severity(2)
        .grade(Grade.B)
        .measured(Duration.between(start, stay.to()).toSeconds(), patience.toSeconds(), "s")
        .because("shift began", start.toString())
        .because("in the depot without a gap", stay.from() + " – " + stay.to())
        .because("no substitute", "every planned vehicle in a depot")
        .build();
  }
}
