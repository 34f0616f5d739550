package io.qingtu.route.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open period of validity.
 *
 * @param from first instant; {@link Instant#MIN} where open
 * @param to first instant that is no longer valid; {@link Instant#MAX} where open
 */
public record Validity(Instant from, Instant to) {
  public static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

  public Validity {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("valid to " + to + " is before valid from " + from);
    }
  }

  public boolean contains(Instant t) {
    return !t.isBefore(from) && t.isBefore(to);
  }

  /** Whether it has a moment in common with the time from one moment to before another. */
  public boolean meets(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(to);
  }

  /** The part of it that lies in another period; empty where they have no moment in common. */
  public Optional<Validity> during(Validity other) {
    Instant begin = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return begin.isBefore(end) ? Optional.of(new Validity(begin, end)) : Optional.empty();
  }
}
