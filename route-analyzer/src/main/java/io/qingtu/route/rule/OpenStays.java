package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.PlaceAprons;
import io.qingtu.route.trip.VehicleStay;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * P01 疑似未登记工地: the stays that may be loading where there is no site on file. Of all stays those are
 * left that lie beside every place, that are no traffic, that are as long as loading takes and no
 * night's rest, during which the truck was seen all the time, and to which it came without a load.
 * Where some truck is known to rest (M02's places of rest) nobody is suspected.
 */
public final class OpenStays {
  private static final Comparator<OpenStay> ORDER =
      Comparator.comparing(OpenStay::start).thenComparing(OpenStay::plate);

  /** As far apart as stays at one place of rest are, m. */
  private static final double REST_M = 100;

  private final RuleSet rules;
  private final Parameters p;
  private final Traffic traffic;
  private final PlaceAprons places;
  private final Collection<RestPlace> rests;

  /**
   * @param rests where trucks are known to rest
   */
  public OpenStays(RuleSet rules, Traffic traffic, Collection<RestPlace> rests) {
    this.rules = rules;
    this.p = rules.parameters();
    this.traffic = traffic;
    this.places = new PlaceAprons(rules.places(), p);
    this.rests = rests;
  }

  /** Those of the stays, whatever their order, by start and plate. */
  public List<OpenStay> of(Collection<VehicleStay> stays) {
    return stays.stream().filter(this::isOpen).map(this::located).sorted(ORDER).toList();
  }

  private boolean isOpen(VehicleStay s) {
    long millis = s.duration().toMillis();
    return millis >= p.millis(Parameter.OPEN_STAY_S)
        && millis <= p.millis(Parameter.OPEN_STAY_MAX_S)
        && s.longestGap().toMillis() <= p.millis(Parameter.GAP_S)
        && s.loadBefore() != LoadEstimate.State.LOADED
        && s.tripId().isEmpty()
        && places.isClear(s.x(), s.y(), s.start())
        && !traffic.explains(s)
        && rests.stream().noneMatch(r -> distance(r, s) <= REST_M);
  }

  private double distance(RestPlace r, VehicleStay s) {
    return Math.hypot(
        rules.plane().x(r.longitude(), r.latitude()) - s.x(),
        rules.plane().y(r.longitude(), r.latitude()) - s.y());
  }

  private OpenStay located(VehicleStay s) {
    return new OpenStay(
        s.plate(),
        s.start(),
        s.end(),
        rules.plane().longitude(s.x(), s.y()),
        rules.plane().latitude(s.x(), s.y()));
  }
}
