package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.trip.Unload.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Where one vehicle may unload, and what the place of an unloading makes of it (M01). */
public final class Destinations {
  /** The place that decides, null where none is near. */
  public record Judged(Verdict verdict, Place place) {}

  private final String plate;
  private final PlaceIndex places;
  private final PermitBook permits;
  private final double buffer;
  private final long ownSiteMillis;

  public Destinations(String plate, PlaceIndex places, PermitBook permits, Parameters parameters) {
    this.plate = plate;
    this.places = places;
    this.permits = permits;
    buffer = parameters.get(Parameter.PLACE_BUF);
    ownSiteMillis = parameters.millis(Parameter.OWN_SITE_S);
  }

  /**
   * Whether a load may end here: at a place that a valid permit names, or, where no permit is
   * valid, at any end place.
   *
   * @param trip null where the loading was not seen
   */
  public boolean permitted(Place place, OpenTrip trip, Instant at) {
    boolean noPermit =
        trip == null ? !permits.anyValid(plate, at) : trip.permits().valid().isEmpty();
    if (noPermit) {
      return place.kind().isEndPlace();
    }
    return trip == null
        ? permits.permitsEnd(plate, place.id(), at)
        : trip.permits().permitsEnd(place.id());
  }

  /**
   * Judges an unloading at a point: the polygons and {@code place_buf} around them decide.
   *
   * @param loadedSince when it was loaded
   */
  public Judged judge(double x, double y, Instant at, OpenTrip trip, Instant loadedSince) {
    Fenced best = null;
    int bestRank = Integer.MAX_VALUE;
    double bestDistance = 0;
    for (Fenced f : places.near(x, y)) {
      if (f.place().kind().isZone() || !f.place().validity().contains(at)) {
        continue;
      }
      double d = f.polygon().distance(x, y);
      int rank = rank(f.place(), trip, at);
      if (d <= buffer && (rank < bestRank || rank == bestRank && d < bestDistance)) {
        best = f;
        bestRank = rank;
        bestDistance = d;
      }
    }
    if (best == null) {
      return new Judged(Verdict.ELSEWHERE, null);
    }
    Place place = best.place();
    return new Judged(verdict(place, bestRank, trip, Duration.between(loadedSince, at)), place);
  }

  private Verdict verdict(Place place, int rank, OpenTrip trip, Duration sinceLoading) {
    if (rank == 0) {
      return Verdict.PERMITTED;
    }
    if (rank == 1) {
      return Verdict.OTHER_END_PLACE;
    }
    boolean own =
        place.kind() == PlaceKind.SITE
            && (trip == null || trip.site().id().equals(place.id()))
            && sinceLoading.toMillis() <= ownSiteMillis;
    return own ? Verdict.OWN_SITE : Verdict.ELSEWHERE;
  }

  private int rank(Place place, OpenTrip trip, Instant at) {
    if (permitted(place, trip, at)) {
      return 0;
    }
    return place.kind().isEndPlace() ? 1 : place.kind() == PlaceKind.SITE ? 2 : 3;
  }
}
