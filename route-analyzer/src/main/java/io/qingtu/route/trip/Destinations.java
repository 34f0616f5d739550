package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.trip.Unload.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where one vehicle may unload, and what the place of an unloading makes of it (M01). */
public final class Destinations {
  /** The place that decides, null where none is near. */
  public record Judged(Verdict verdict, Place place) {}

  private final String plate;
  private final PlaceIndex places;
  private final PermitBook permits;
  private final double buffer;
  private final long ownSiteMillis;
  private final UnseenUnloading unseen;

  public Destinations(String plate, PlaceIndex places, PermitBook permits, Parameters parameters) {
    this.plate = plate;
    this.places = places;
    this.permits = permits;
    buffer = parameters.get(Parameter.PLACE_BUF);
    ownSiteMillis = parameters.millis(Parameter.OWN_SITE_S);
    unseen = new UnseenUnloading(places, parameters);
  }

  /** Which gaps may hide a visit of one of these. */
  UnseenUnloading unseen() {
    return unseen;
  }

  /**
   * Whether a load may end here: at a place that a valid permit names; where no permit is valid, or
   * one of them names no end at all, at any end place.
   *
   * @param trip null where the loading was not seen
   */
  public boolean permitted(Place place, OpenTrip trip, Instant at) {
    List<Permit> valid = trip == null ? permits.valid(plate, at) : trip.permits().valid();
    boolean open = valid.isEmpty();
    for (Permit p : valid) {
      if (p.disposalIds().contains(place.id())) {
        return true;
      }
      open |= p.disposalIds().isEmpty();
    }
    return open && place.kind().isEndPlace();
  }

  /**
   * Judges an unloading at a point: the polygons and {@code place_buf} around them decide; of end
   * places that lie in each other the smallest.
   *
   * @param loadedSince when it was loaded
   */
  public Judged judge(double x, double y, Instant at, OpenTrip trip, Instant loadedSince) {
    Fenced inner = smallestEndPlaceAt(x, y, at);
    Fenced best = null;
    int bestRank = Integer.MAX_VALUE;
    double bestDistance = 0;
    for (Fenced f : places.near(x, y)) {
      if (f.place().kind().isZone() || !f.place().validity().contains(at)) {
        continue;
      }
      double d = f.polygon().distance(x, y);
      if (inner != null && f != inner && f.place().kind().isEndPlace() && d == 0) {
        continue;
      }
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

  private Fenced smallestEndPlaceAt(double x, double y, Instant at) {
    Fenced smallest = null;
    for (Fenced f : places.near(x, y)) {
      if (f.place().kind().isEndPlace()
          && f.place().validity().contains(at)
          && (smallest == null || f.polygon().area() < smallest.polygon().area())
          && f.polygon().contains(x, y)) {
        smallest = f;
      }
    }
    return smallest;
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
