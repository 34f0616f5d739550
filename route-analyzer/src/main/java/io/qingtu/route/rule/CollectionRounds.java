package io.qingtu.route.rule;

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
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointDuty.State;
import io.qingtu.route.sweep.PointVisit;
import io.qingtu.route.sweep.PointVisit.Kind;
import io.qingtu.route.track.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which collection points were served in their windows and the time around them. An exemption that
 * names the point excuses it when it touches that time: it is the driver's note of a locked gate,
 * with the photo; one that names nothing must cover most of the window, as on roads. Where a truck
 * that may be asked was out of sight near the point, or where nothing came from any of them all
 * day, nobody can say that it was missed.
 */
public final class CollectionRounds {
  private static final Comparator<Seen> FIRST =
      Comparator.comparing((Seen s) -> s.visit().start()).thenComparing(Seen::plate);
  private static final Comparator<Seen> NEAREST =
      Comparator.comparingDouble((Seen s) -> s.visit().metres()).thenComparing(FIRST);

  private final RuleSet rules;
  private final Parameters p;
  private final Exemptions exemptions;
  private final long aroundMs;

  private record Seen(String plate, PointVisit visit) {
    boolean serves() {
      return visit.kind() == Kind.STOP || visit.kind() == Kind.COUNTED;
    }
  }

  public CollectionRounds(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    this.exemptions = new Exemptions(rules.plan().exemptions(), p.get(Parameter.EXEMPT_MIN));
    this.aroundMs = p.millis(Parameter.POINT_AROUND_S);
  }

  /**
   * Every window that ends in the period, and those of the last day that have not ended, by point
   * and day.
   *
   * @param from begin of the period
   * @param asOf event time up to which is judged
   * @param settled event time up to which data have come: while they may, a point may be served yet
   */
  public List<PointDuty> of(Collection<Crew> crews, Instant from, Instant asOf, Instant settled) {
    Map<String, List<Seen>> byPoint = visits(crews);
    List<CollectionPoint> points = new ArrayList<>(rules.plan().collectionPoints());
    points.sort(Comparator.comparing(CollectionPoint::id).thenComparing(p -> p.validity().from()));
    LocalDate last = asOf.atZone(DailyHours.CITY_ZONE).toLocalDate();
    List<PointDuty> duties = new ArrayList<>();
    for (CollectionPoint point : points) {
      for (LocalDate d = from.atZone(DailyHours.CITY_ZONE).toLocalDate();
          !d.isAfter(last);
          d = d.plusDays(1)) {
        Optional<Window> window = CleaningPlan.window(point, d);
        if (window.isPresent() && window.get().end().isAfter(from)) {
          List<Seen> seen = byPoint.getOrDefault(point.id(), List.of());
          duties.add(new Turn(point, window.get(), crews, seen).judge(asOf, settled));
        }
      }
    }
    return duties;
  }

  private Map<String, List<Seen>> visits(Collection<Crew> crews) {
    Map<String, List<Seen>> byPoint = new TreeMap<>();
    for (Crew crew : crews) {
      for (PointVisit v : crew.where().visits()) {
        add(byPoint, new Seen(crew.vehicle().plate(), v));
      }
    }
    for (PointService s : rules.plan().records().services()) {
      if (!s.pointId().isEmpty()) {
        PointVisit read =
            new PointVisit(s.pointId(), Kind.COUNTED, s.time(), s.time(), 0, Double.NaN);
        add(byPoint, new Seen(s.plate(), read));
      }
    }
    return byPoint;
  }

  private static void add(Map<String, List<Seen>> byPoint, Seen seen) {
    byPoint.computeIfAbsent(seen.visit().pointId(), id -> new ArrayList<>()).add(seen);
  }

  /** One point in one of its windows. */
  private final class Turn {
    private final CollectionPoint point;
    private final Window window;
    private final Window around;
    private final Collection<Crew> crews;
    private final List<Seen> seen;

    Turn(CollectionPoint point, Window window, Collection<Crew> crews, List<Seen> ofPoint) {
      this.point = point;
      this.window = window;
      this.around =
          new Window(window.start().minusMillis(aroundMs), window.end().plusMillis(aroundMs));
      this.crews = crews;
      this.seen =
          ofPoint.stream()
              .filter(
                  s ->
                      s.visit().start().isBefore(around.end())
                          && !s.visit().end().isBefore(around.start()))
              .toList();
    }

    PointDuty judge(Instant asOf, Instant settled) {
      Optional<Seen> service = seen.stream().filter(Seen::serves).min(FIRST);
      if (service.isPresent()) {
        return duty(State.SERVED, service);
      }
      Optional<Seen> nearest = seen.stream().min(NEAREST);
      if (window.end().isAfter(asOf) || around.end().isAfter(settled)) {
        return duty(window.start().isAfter(asOf) ? State.UPCOMING : State.RUNNING, nearest);
      }
      if (isExempt()) {
        return duty(State.EXEMPT, nearest);
      }
      return duty(isUnseen() ? State.UNOBSERVED : State.MISSED, nearest);
    }

    private PointDuty duty(State state, Optional<Seen> by) {
      return new PointDuty(
          point,
          window.start(),
          window.end(),
          state,
          by.map(Seen::visit),
          by.map(Seen::plate).orElse(""));
    }

    private boolean isExempt() {
      return rules.plan().exemptions().stream()
              .anyMatch(
                  e ->
                      e.segmentIds().contains(point.id())
                          && e.period().from().isBefore(around.end())
                          && e.period().to().isAfter(around.start()))
          || exemptions.cover(window, CollectionRounds::isForAll);
    }

    private boolean isUnseen() {
      return nothingCame()
          || seen.stream().anyMatch(s -> s.visit().kind() == Kind.UNSEEN)
          || crews.stream().anyMatch(c -> Duties.collects(c.vehicle(), point) && isHidden(c));
    }

    /** From none of those who may be asked, on none of the days of the window. */
    private boolean nothingCame() {
      LocalDate first = window.start().atZone(DailyHours.CITY_ZONE).toLocalDate();
      LocalDate last = window.end().atZone(DailyHours.CITY_ZONE).toLocalDate();
      return rules.plan().vehicles().stream().anyMatch(v -> Duties.collects(v, point))
          && crews.stream()
              .filter(c -> Duties.collects(c.vehicle(), point))
              .noneMatch(c -> c.heard().contains(first) || c.heard().contains(last));
    }

    private boolean isHidden(Crew crew) {
      double x = rules.plane().x(point.longitude(), point.latitude());
      double y = rules.plane().y(point.longitude(), point.latitude());
      double near = p.get(Parameter.NEAR_GAP_M);
      return crew.gaps().stream()
          .anyMatch(
              g ->
                  g.before().time().isBefore(around.end())
                      && g.after().time().isAfter(around.start())
                      && !isRest(g)
                      && distance2(g, x, y) <= near * near);
    }
  }

  private static boolean isForAll(Exemption e) {
    return e.segmentIds().isEmpty() && e.op().isEmpty();
  }

  private boolean isRest(Gap g) {
    return g.before().speedKmh() < p.get(Parameter.V_STOP)
        && g.before().distanceTo(g.after()) <= p.get(Parameter.STAY_R);
  }

  private static double distance2(Gap g, double x, double y) {
    return Planar.distance2(x, y, g.before().x(), g.before().y(), g.after().x(), g.after().y());
  }
}
