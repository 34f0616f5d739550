package io.qingtu.route.casework;

import java.time.Instant;

/**
 * The moments of a limit.
 *
 * @param amber four fifths of it have passed
 * @param due it has passed
 * @param urged one and a half times it has passed: 督办
 */
public record Deadline(Instant amber, Instant due, Instant urged) {
  /** Those of a limit that began at a moment. */
  public static Deadline of(WorkCalendar calendar, Instant began, Limit limit) {
    return new Deadline(
        calendar.end(began, limit, 0.8),
        calendar.end(began, limit),
        calendar.end(began, limit, 1.5));
  }
}
