package io.qingtu.route.forensics;

import java.time.Instant;
import java.util.List;

/**
 * A place at which dumps come together (P01).
 *
 * @param longitude of the middle of its sightings, WGS-84 degrees
 * @param latitude of the middle of its sightings, WGS-84 degrees
 * @param radius from there to the farthest sighting, m
 * @param sightings in order of time
 */
public record HotSpot(double longitude, double latitude, double radius, List<Sighting> sightings) {
  public HotSpot {
    sightings = List.copyOf(sightings);
  }

  public Instant first() {
    return sightings.get(0).time();
  }

  public Instant last() {
    return sightings.get(sightings.size() - 1).time();
  }
}
