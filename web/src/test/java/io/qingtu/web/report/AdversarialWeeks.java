package io.qingtu.web.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.Handling;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.scoring.Judged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Weeks that a report must stand: {@link SyntheticWeek} with one thing driven to its end. */
final class AdversarialWeeks {
  static final int LONG = 400;

  private AdversarialWeeks() {}

  /** Every company, road and place has a name of 400 characters that differ at their end only. */
  static ReportInput longNames() {
    Map<String, String> names = new HashMap<>();
    UnaryOperator<String> longer = name -> names.computeIfAbsent(name, n -> name(n, names.size()));
    return renamed(longer, longer);
  }

  /** By turns in Chinese, in Latin letters without a space, and in what markup would be. */
  private static String name(String own, int n) {
    String unit = List.of("渣土运输管理", "WMWMWMWM", "<b>&\"=+").get(n % 3);
    String end = own + n;
    return unit.repeat(LONG / unit.length() + 1).substring(0, LONG - end.length()) + end;
  }

  /** One company has all vehicles and does all the cleaning. */
  static ReportInput oneCompany() {
    return renamed(name -> "独家经营公司", UnaryOperator.identity());
  }

  /** The fleet is on the road and nothing is hauled; the week before something was. */
  static ReportInput zeroTrips() {
    ReportInput in = SyntheticWeek.input();
    Ledger l = in.ledger();
    List<Alert> alerts = l.alerts().stream().filter(a -> !a.rule().startsWith("M")).toList();
    CityPlan p = in.plan();
    CityPlan plan =
        new CityPlan(
            p.vehicles(),
            p.places(),
            p.routes(),
            p.permits(),
            p.waybills().stream().filter(w -> !in.period().contains(w.scanOut())).toList(),
            p.gateEvents(),
            p.segments(),
            p.requirements(),
            p.collectionPoints(),
            p.exemptions());
    return new ReportInput(
        in.period(),
        plan,
        in.networked(),
        new Ledger(alerts, List.of(), l.passes(), l.quality(), l.work()),
        in.before(),
        in.reviews(),
        in.ruleVersion(),
        in.parameters());
  }

  /** Neither this week nor the one before sent anything, and no vehicle is registered. */
  static ReportInput emptyCity() {
    ReportInput in = SyntheticWeek.withoutData();
    CityPlan nothing =
        new CityPlan(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());
    return new ReportInput(
        in.period(),
        nothing,
        Set.of(),
        Ledger.NOTHING,
        Optional.empty(),
        Map.of(),
        in.ruleVersion(),
        in.parameters());
  }

  private static ReportInput renamed(
      UnaryOperator<String> companies, UnaryOperator<String> others) {
    ReportInput in = SyntheticWeek.input();
    CityPlan p = in.plan();
    CityPlan plan =
        new CityPlan(
            p.vehicles().stream().map(v -> vehicle(v, companies)).toList(),
            p.places().stream().map(x -> place(x, others)).toList(),
            p.routes(),
            p.permits(),
            p.waybills(),
            p.gateEvents(),
            p.segments().stream().map(s -> segment(s, others)).toList(),
            p.requirements().stream().map(r -> requirement(r, companies)).toList(),
            p.collectionPoints(),
            p.exemptions());
    return new ReportInput(
            in.period(),
            plan,
            in.networked(),
            in.ledger(),
            in.before(),
            in.reviews(),
            in.ruleVersion(),
            in.parameters())
        .handled(handling(in.handling(), companies));
  }

  private static Handling handling(Handling h, UnaryOperator<String> companies) {
    return new Handling(
        h.cases(),
        h.judged().stream()
            .map(j -> new Judged(j.alert(), companies.apply(j.company()), j.driver(), j.verdicts()))
            .toList(),
        h.calendar(),
        h.scoring(),
        h.asOf());
  }

  private static Vehicle vehicle(Vehicle v, UnaryOperator<String> companies) {
    return new Vehicle(
        v.plate(), v.kind(), companies.apply(v.company()), v.ratedLoadT(), v.sensors());
  }

  private static Place place(Place p, UnaryOperator<String> names) {
    return new Place(p.id(), names.apply(p.name()), p.kind(), p.polygon(), p.validity(), p.hours());
  }

  private static Segment segment(Segment s, UnaryOperator<String> names) {
    return new Segment(
        s.id(),
        names.apply(s.road()),
        s.grade(),
        s.sides(),
        s.line(),
        s.speedLimitKmh(),
        s.tunnel());
  }

  private static Requirement requirement(Requirement r, UnaryOperator<String> companies) {
    return new Requirement(
        r.id(),
        r.segmentId(),
        r.grade(),
        r.sides(),
        r.op(),
        r.passes(),
        r.window(),
        r.days(),
        companies.apply(r.contractor()),
        r.per());
  }
}
