package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Duties;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.sweep.Exemptions;
import io.qingtu.route.sweep.PointVisit;
import io.qingtu.route.sweep.PointVisit.Kind;
import io.qingtu.route.track.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * S12 漏收: no truck served a collection point in its window and the time around it. An exemption
 * that names the point excuses it when it touches that time: it is the driver's note of a locked
 * gate, with the photo; one that names nothing must cover most of the window, as on roads. Where a
 * truck that may be asked was out of sight near the point nobody can say that it was missed.
 */
public final class MissedPointRule {
  private final RuleSet rules;
  private final Parameters p;
  private final Exemptions exemptions;
  private final long aroundMs;

  public MissedPointRule(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    this.exemptions = new Exemptions(rules.plan().exemptions(), p.get(Parameter.EXEMPT_MIN));
    this.aroundMs = p.millis(Parameter.POINT_AROUND_S);
  }

  /**
   * @param from begin of the period
   * @param asOf event time up to which is judged
   * @param settled event time up to which data have come: while they may, a point may be served yet
   */
  public List<Alert> judge(Collection<Crew> crews, Instant from, Instant asOf, Instant settled) {
    List<Alert> alerts = new ArrayList<>();
    List<CollectionPoint> points = new ArrayList<>(rules.plan().collectionPoints());
    points.sort(Comparator.comparing(CollectionPoint::id));
    LocalDate last = asOf.atZone(DailyHours.CITY_ZONE).toLocalDate();
    for (CollectionPoint point : points) {
      for (LocalDate d = from.atZone(DailyHours.CITY_ZONE).toLocalDate();
          !d.isAfter(last);
          d = d.plusDays(1)) {
        Optional<Window> window = CleaningPlan.window(point, d);
        if (window.isPresent()
            && window.get().end().isAfter(from)
            && !window.get().end().isAfter(asOf)
            && !window.get().end().plusMillis(aroundMs).isAfter(settled)) {
          judge(point, window.get(), crews).ifPresent(alerts::add);
        }
      }
    }
    return alerts;
  }

  private Optional<Alert> judge(CollectionPoint point, Window window, Collection<Crew> crews) {
    Window around =
        new Window(window.start().minusMillis(aroundMs), window.end().plusMillis(aroundMs));
    List<PointVisit> visits = new ArrayList<>();
    boolean hidden = false;
    for (Crew crew : crews) {
      for (PointVisit v : crew.where().visits()) {
        if (v.pointId().equals(point.id())
            && v.start().isBefore(around.end())
            && !v.end().isBefore(around.start())) {
          visits.add(v);
        }
      }
      hidden |= Duties.collects(crew.vehicle(), point) && isHidden(crew, point, around);
    }
    boolean served =
        visits.stream().anyMatch(v -> v.kind() == Kind.STOP || v.kind() == Kind.COUNTED)
            || isRead(point, around);
    boolean unseen = hidden || visits.stream().anyMatch(v -> v.kind() == Kind.UNSEEN);
    return served || unseen || isExempt(point, window, around)
        ? Optional.empty()
        : Optional.of(alert(point, window, visits));
  }

  private boolean isRead(CollectionPoint point, Window around) {
    return rules.plan().records().services().stream()
        .anyMatch(s -> s.pointId().equals(point.id()) && around.contains(s.time()));
  }

  private boolean isExempt(CollectionPoint point, Window window, Window around) {
    return rules.plan().exemptions().stream()
            .anyMatch(
                e ->
                    e.segmentIds().contains(point.id())
                        && e.period().from().isBefore(around.end())
                        && e.period().to().isAfter(around.start()))
        || exemptions.cover(window, MissedPointRule::isForAll);
  }

  private static boolean isForAll(Exemption e) {
    return e.segmentIds().isEmpty() && e.op().isEmpty();
  }

  private boolean isHidden(Crew crew, CollectionPoint point, Window around) {
    double x = rules.plane().x(point.longitude(), point.latitude());
    double y = rules.plane().y(point.longitude(), point.latitude());
    double near = p.get(Parameter.NEAR_GAP_M);
    for (Gap g : crew.gaps()) {
      if (g.before().time().isBefore(around.end())
          && g.after().time().isAfter(around.start())
          && !(g.before().speedKmh() < p.get(Parameter.V_STOP)
              && g.before().distanceTo(g.after()) <= p.get(Parameter.STAY_R))
          && Planar.distance2(x, y, g.before().x(), g.before().y(), g.after().x(), g.after().y())
              <= near * near) {
        return true;
      }
    }
    return false;
  }

  private Alert alert(CollectionPoint point, Window window, List<PointVisit> visits) {
    Instant until = window.end().plusMillis(aroundMs);
    boolean counted = isCounted(point, window);
    Optional<PointVisit> nearest =
        visits.stream()
            .min(Comparator.comparingDouble(PointVisit::metres).thenComparing(PointVisit::start));
    AlertDraft draft =
        new AlertDraft("S12", "", rules.version(), window.start(), until)
            .end(window.end())
            .at(point.longitude(), point.latitude())
            .grade(counted ? Grade.A : Grade.B)
            .severity(3)
            .place(point.id())
            .measured(
                nearest.map(PointVisit::metres).orElse(Double.NaN), p.get(Parameter.POINT_M), "m")
            .because("window", window.start() + " – " + window.end())
            .because("no stay ≥ point_dwell within point_radius", "none until " + until)
            .because(
                "nearest approach",
                nearest
                    .map(
                        v ->
                            String.format(
                                Locale.ROOT,
                                "%.0f m at %.0f km/h, %s",
                                v.metres(),
                                v.kmh(),
                                v.start()))
                    .orElse("none"))
            .because("bin lifts and reads", counted ? "none here" : "not fitted")
            .because("not exempt, not unobserved", "no exemption, no gap near the point");
    return draft.build();
  }

  /** Whether a truck that may be asked has equipment that counts, and it counted on that day. */
  private boolean isCounted(CollectionPoint point, Window window) {
    LocalDate day = window.start().atZone(DailyHours.CITY_ZONE).toLocalDate();
    for (PointService s : rules.plan().records().services()) {
      boolean asked =
          rules.plan().vehicles().stream()
              .anyMatch(v -> v.plate().equals(s.plate()) && Duties.collects(v, point));
      if (asked && s.time().atZone(DailyHours.CITY_ZONE).toLocalDate().equals(day)) {
        return true;
      }
    }
    return false;
  }
}
