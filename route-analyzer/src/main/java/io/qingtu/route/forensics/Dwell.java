package io.qingtu.route.forensics;

import java.time.Instant;

/**
 * A stay of a truck near a dump.
 *
 * @param metres from the dump at its nearest
 * @param tripId the loaded trip that it belongs to; empty where none
 * @param siteId where that trip began; empty where none
 */
public record Dwell(Instant from, Instant to, double metres, String tripId, String siteId) {
  Dwell of(String trip, String site) {
    return new Dwell(from, to, metres, trip, site);
  }
}
