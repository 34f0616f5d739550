package io.qingtu.route.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A violation, or a note of one, as a rule decided it.
 *
 * @param rule code of the rule catalogue, as M01 or M06a
 * @param plate the vehicle; empty where the alert is about a road and not about a vehicle
 * @param start first moment of the violation
 * @param decided the fix that decided it, or the deadline that passed
 * @param end last moment; null while it goes on
 * @param longitude WGS-84 degrees; NaN where there is no place
 * @param latitude WGS-84 degrees; NaN where there is no place
 * @param severity 1 note, 2 minor, 3 serious, 4 critical
 * @param reason kind or reason of suppression, as {@code overdue}, {@code closure}; empty where
 *     there is none
 * @param placeId place concerned; empty where none
 * @param permitId permit concerned; empty where none
 * @param tripId trip concerned; empty where none
 * @param measured what was measured, in {@code unit}; NaN where it makes no sense
 * @param allowed what is allowed, in {@code unit}; NaN where it makes no sense
 * @param ruleVersion version of the rule and fingerprint of its parameters
 * @param decision every condition with its value
 */
public record Alert(
    String rule,
    String plate,
    Instant start,
    Instant decided,
    Instant end,
    double longitude,
    double latitude,
    Grade grade,
    int severity,
    AlertStatus status,
    String reason,
    String placeId,
    String permitId,
    String tripId,
    List<String> segmentIds,
    double measured,
    double allowed,
    String unit,
    String ruleVersion,
    List<Condition> decision) {
  /** Severity from which an alert is serious (严重). */
  public static final int SERIOUS = 3;

  public Alert {
    segmentIds = List.copyOf(segmentIds);
    decision = List.copyOf(decision);
    if (severity < 1 || severity > 4) {
      throw new IllegalArgumentException("severity " + severity + " is not 1 to 4");
    }
  }

  /**
   * The same violation has the same key in every run: rule, vehicle, start and, where there is no
   * vehicle, the segment or place and the reason. A revision of an alert keeps its key.
   */
  public String key() {
    String where = segmentIds.isEmpty() ? placeId : segmentIds.get(0);
    String which = plate.isEmpty() ? "|" + where + "|" + reason : "";
    return rule + "|" + plate + "|" + start + which;
  }

  /** The same alert in another state, with the reason. */
  public Alert as(AlertStatus newStatus, String newReason) {
    return with(grade, newStatus, newReason, decision);
  }

  /** The same alert with more lines in its decision trace. */
  public Alert because(List<Condition> more) {
    List<Condition> lines = new ArrayList<>(decision);
    lines.addAll(more);
    return with(grade, status, reason, lines);
  }

  /** The same alert, proved better or worse. */
  public Alert graded(Grade other) {
    return with(other, status, reason, decision);
  }

  private Alert with(
      Grade newGrade, AlertStatus newStatus, String newReason, List<Condition> newDecision) {
    return new Alert(
        rule,
        plate,
        start,
        decided,
        end,
        longitude,
        latitude,
        newGrade,
        severity,
        newStatus,
        newReason,
        placeId,
        permitId,
        tripId,
        segmentIds,
        measured,
        allowed,
        unit,
        ruleVersion,
        newDecision);
  }

  /** Whether it counts against somebody: neither suppressed nor retracted nor part of another. */
  public boolean stands() {
    return status == AlertStatus.OPEN
        || status == AlertStatus.ENDED
        || status == AlertStatus.CANDIDATE;
  }
}
