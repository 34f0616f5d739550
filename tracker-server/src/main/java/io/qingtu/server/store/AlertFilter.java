package io.qingtu.server.store;

import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import java.time.Instant;
import java.util.Optional;

/**
 * Which alerts are asked for; an empty part asks for all.
 *
 * @param from first start
 * @param to first start that is no longer meant
 * @param minSeverity 1 to 4
 * @param after the last alert of the page before
 */
public record AlertFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> rule,
    Optional<Grade> grade,
    int minSeverity,
    Optional<AlertStatus> status,
    Optional<ReviewState> review,
    Optional<String> plate,
    Optional<Cursor> after) {
  /** Every alert. */
  public static final AlertFilter ALL = between(Optional.empty(), Optional.empty());

  /** Whether and how people have decided. */
  public enum ReviewState {
    OPEN,
    CONFIRMED,
    REJECTED
  }

  /** Place in the list, newest start first. */
  public record Cursor(Instant start, long id) {}

  private static AlertFilter between(Optional<Instant> from, Optional<Instant> to) {
    return new AlertFilter(
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The alerts that start in a period, or those of them that come after one. */
  public static AlertFilter ofPeriod(Instant from, Instant to, Optional<Cursor> after) {
    AlertFilter f = between(Optional.of(from), Optional.of(to));
    return new AlertFilter(f.from, f.to, f.rule, f.grade, 1, f.status, f.review, f.plate, after);
  }

  /** The alerts of one vehicle that start in a period. */
  public static AlertFilter ofVehicle(String plate, Instant from, Instant to) {
    AlertFilter f = between(Optional.of(from), Optional.of(to));
    return new AlertFilter(
        f.from, f.to, f.rule, f.grade, 1, f.status, f.review, Optional.of(plate), f.after);
  }
}
