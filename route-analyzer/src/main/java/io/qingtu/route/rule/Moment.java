package io.qingtu.route.rule;

import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.SensorHealth;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.TripEvent;
import io.qingtu.route.trip.Unload;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A clean fix with the state of every machine after it: all that a detector sees.
 *
 * @param previous the fix before; null at the first
 * @param gap the gap (C10) that ends at this fix; null where there is none
 * @param places those that contain it, in the order of the plan
 * @param sensors what the fitted sensors say, values up to {@code sensor_stale_s} old carried on;
 *     UNKNOWN where a sensor is not fitted, too old or known to be bad
 * @param visit the visit of a site or end place that goes on; null where none
 * @param yard the visit of any other place (depot, repair, wash, water …) that goes on; null where
 *     none
 * @param trip the loaded trip under way; null where none
 * @param events steps of the trip machine at this fix
 * @param unload an unloading that this fix decided; null where none
 * @param clockAhead how far the terminal's clock is ahead of the server's (D11), negative where it
 *     is behind, zero where it is right: rules about hours of the day take it off the fix time
 */
public record Moment(
    CleanFix fix,
    CleanFix previous,
    Gap gap,
    List<Fenced> places,
    Sensors sensors,
    SensorHealth health,
    Visit visit,
    Visit yard,
    LoadEstimate load,
    OpenTrip trip,
    List<TripEvent> events,
    Unload unload,
    Duration clockAhead) {
  public Instant time() {
    return fix.time();
  }

  /** Its time in milliseconds since the epoch. */
  public long millis() {
    return fix.millis();
  }

  /** Metres driven since the fix before; 0 across a gap, where nothing is known. */
  public double stepMetres() {
    return previous == null || gap != null ? 0 : fix.distanceTo(previous);
  }
}
