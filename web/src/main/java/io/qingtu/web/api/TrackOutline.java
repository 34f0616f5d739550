package io.qingtu.web.api;

import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a track stands still and where it is silent, for the bar under the playback. It explains
 * the picture; the rules have their own machines for both.
 */
record TrackOutline(List<Stop> stops, List<Gap> gaps) {
  /** Slower than this is standing, km/h. */
  private static final double STANDING_KMH = 3;

  /** A stop shorter than this is traffic. */
  private static final Duration SHORTEST_STOP = Duration.ofMinutes(3);

  /** From this long without a fix the line is broken (C10 breaks a moving track sooner). */
  private static final Duration GAP = Duration.ofMinutes(5);

  /**
   * @param lon WGS-84 degrees, where it came to rest
   * @param minutes whole ones
   */
  record Stop(Instant from, Instant to, double lon, double lat, long minutes) {}

  record Gap(Instant from, Instant to) {}

  /**
   * @param track in the order of fix time
   */
  static TrackOutline of(List<Position> track) {
    List<Stop> stops = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Position before = null;
    Position rest = null;
    for (Position p : track) {
      boolean silent =
          before != null && Duration.between(before.fixTime(), p.fixTime()).compareTo(GAP) >= 0;
      if (silent) {
        gaps.add(new Gap(before.fixTime(), p.fixTime()));
      }
      if (rest != null && (silent || p.speedKmh() >= STANDING_KMH)) {
        addStop(stops, rest, silent ? before : p);
        rest = null;
      }
      if (rest == null && p.speedKmh() < STANDING_KMH && p.fixValid()) {
        rest = p;
      }
      before = p;
    }
    if (rest != null) {
      addStop(stops, rest, before);
    }
    return new TrackOutline(stops, gaps);
  }

  private static void addStop(List<Stop> stops, Position rest, Position end) {
    Duration stay = Duration.between(rest.fixTime(), end.fixTime());
    if (stay.compareTo(SHORTEST_STOP) >= 0) {
      stops.add(
          new Stop(
              rest.fixTime(), end.fixTime(), rest.longitude(), rest.latitude(), stay.toMinutes()));
    }
  }
}
