package io.qingtu.route.forensics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A place that is on no file and where trucks were loaded, or stood without a load, again and again
 * (P01, 疑似未登记工地).
 *
 * @param longitude of the middle of what was seen there, WGS-84 degrees
 * @param latitude of the middle of what was seen there, WGS-84 degrees
 * @param radius from there to the farthest of it, m
 * @param seen in order of time
 */
public record SuspectedSite(double longitude, double latitude, double radius, List<Seen> seen) {
  /** What speaks for it. */
  public enum Kind {
    /** M06f: the load sensors saw an empty truck become loaded. */
    LOADING,
    /** A truck without a load stood there; whether it was loaded nobody has seen. */
    STAY
  }

  /**
   * One thing that was seen.
   *
   * @param alert key of the M06f; empty of a stay
   */
  public record Seen(
      Kind kind,
      String plate,
      String alert,
      Instant from,
      Instant to,
      double longitude,
      double latitude) {}

  public SuspectedSite {
    seen = List.copyOf(seen);
  }

  public long count(Kind kind) {
    return seen.stream().filter(s -> s.kind == kind).count();
  }

  /** How many different trucks. */
  public long trucks() {
    return seen.stream().map(Seen::plate).distinct().count();
  }

  /** Time of all stays together. */
  public Duration stayed() {
    return seen.stream()
        .filter(s -> s.kind == Kind.STAY)
        .map(s -> Duration.between(s.from, s.to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  public Instant first() {
    return seen.get(0).from();
  }

  public Instant last() {
    return seen.get(seen.size() - 1).from();
  }
}
