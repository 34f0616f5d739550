package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import java.time.Duration;
import java.time.Instant;

/**
 * A half-open period that a request asks for.
 *
 * @param to first moment that is no longer meant
 */
record Period(Instant from, Instant to) {
  /** Longest that one request may ask for. */
  static final int MOST_DAYS = 31;

  /** The parameters {@code from} and {@code to}, both needed. */
  static Period of(Arguments in) {
    return of(in.requiredTime("from"), in.requiredTime("to"));
  }

  /** The fields {@code from} and {@code to} of a body, both needed. */
  static Period of(JsonNode body) {
    return of(Arguments.requiredTime(body, "from"), Arguments.requiredTime(body, "to"));
  }

  private static Period of(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw ApiException.badParameter("to", "is not after from");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw ApiException.badParameter("to", "is more than " + MOST_DAYS + " days after from");
    }
    return new Period(from, to);
  }
}
