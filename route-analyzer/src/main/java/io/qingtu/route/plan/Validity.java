package io.qingtu.route.plan;

import java.time.Instant;

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
}
