package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.rule.OpenStay;
import io.qingtu.route.rule.RestPlace;
import io.qingtu.route.rule.SuspectedDump;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.util.List;

/**
 * What an analysis of a period found, each list in its own stable order.
 *
 * @param alerts those of the vehicles, but for some that have become part of another, and the
 *     city's
 * @param points windows of collection points, those too that are not judged yet
 * @param suspects where loads may have been dumped (M02): those that are alerts, and those that are
 *     for lists and patterns only
 * @param restPlaces proposals for the map
 * @param openStays where trucks stood that may have been loaded (P01)
 */
public record Ledger(
    List<Alert> alerts,
    List<Trip> trips,
    List<PassResult> passes,
    List<VehicleDayQuality> quality,
    List<VehicleDayWork> work,
    List<PointDuty> points,
    List<SuspectedDump> suspects,
    List<RestPlace> restPlaces,
    List<OpenStay> openStays) {
  /** Of a period in which nothing was sent. */
  public static final Ledger NOTHING =
      new Ledger(List.of(), List.of(), List.of(), List.of(), List.of());

  public Ledger {
    alerts = List.copyOf(alerts);
    trips = List.copyOf(trips);
    passes = List.copyOf(passes);
    quality = List.copyOf(quality);
    work = List.copyOf(work);
    points = List.copyOf(points);
    suspects = List.copyOf(suspects);
    restPlaces = List.copyOf(restPlaces);
    openStays = List.copyOf(openStays);
  }

  /** Without collection points, and what is for lists and proposals only. */
  public Ledger(
      List<Alert> alerts,
      List<Trip> trips,
      List<PassResult> passes,
      List<VehicleDayQuality> quality,
      List<VehicleDayWork> work) {
    this(alerts, trips, passes, quality, work, List.of(), List.of(), List.of(), List.of());
  }
}
