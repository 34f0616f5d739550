package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.util.List;

/** What an analysis of a period found, each list in its own stable order. */
public record Ledger(
    List<Alert> alerts,
    List<Trip> trips,
    List<PassResult> passes,
    List<VehicleDayQuality> quality,
    List<VehicleDayWork> work) {
  /** Of a period in which nothing was sent. */
  public static final Ledger NOTHING =
      new Ledger(List.of(), List.of(), List.of(), List.of(), List.of());

  public Ledger {
    alerts = List.copyOf(alerts);
    trips = List.copyOf(trips);
    passes = List.copyOf(passes);
    quality = List.copyOf(quality);
    work = List.copyOf(work);
  }
}
