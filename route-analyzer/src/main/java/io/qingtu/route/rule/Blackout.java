package io.qingtu.route.rule;

import java.time.Instant;

/**
 * A terminal lost its satellites from one report to the next and went on reporting while its
 * vehicle drove: jammed, if its neighbours were not.
 *
 * @param from first report without satellites
 * @param decided when it had lasted long enough
 * @param to when the satellites were back; null while they are not
 * @param x metres east where it was last seen
 * @param y metres north
 * @param before satellites before
 * @param evidence how it is known that the vehicle drove
 */
public record Blackout(
    Instant from, Instant decided, Instant to, double x, double y, int before, String evidence) {
  Blackout endedAt(Instant end) {
    return new Blackout(from, decided, end, x, y, before, evidence);
  }
}
