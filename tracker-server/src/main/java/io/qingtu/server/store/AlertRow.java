package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An alert as it is filed: its newest revision, the names of what it mentions, and the newest
 * review.
 *
 * @param plate empty where the alert is about a road
 * @param company empty where the alert is about a road
 * @param companyId 0 where the alert is about a road
 * @param kind of the vehicle; empty where the alert is about a road
 * @param lon WGS-84 degrees; NaN where there is no place
 * @param lat WGS-84 degrees; NaN where there is no place
 * @param end null while the violation goes on
 * @param road name of the first segment's road; empty where there is none
 * @param measured in {@code unit}; NaN where it makes no sense
 * @param allowed in {@code unit}; NaN where it makes no sense
 * @param revisionKind of the newest revision
 * @param late filed {@link #LATE} or more after the moment that decided it: of data that came late,
 *     or of a look back over days. It is no live alarm
 * @param review null while nobody has decided
 */
public record AlertRow(
    long id,
    String rule,
    String plate,
    String company,
    int companyId,
    String kind,
    Instant start,
    Instant decided,
    Instant end,
    double lon,
    double lat,
    Grade grade,
    int severity,
    AlertStatus status,
    String reason,
    String placeId,
    String placeName,
    String permitId,
    String tripId,
    List<String> segmentIds,
    String road,
    double measured,
    double allowed,
    String unit,
    String ruleVersion,
    int revision,
    AlertRevision.Kind revisionKind,
    boolean late,
    List<Condition> decision,
    ReviewRow review) {
  /**
   * What may lie between the moment that decides an alert and its filing while all goes well: the
   * report's way, the patience of deadlines and the look at the city, with room.
   */
  public static final Duration LATE = Duration.ofMinutes(10);

  /**
   * What a person decided of an alert.
   *
   * @param grade that it was raised to by evidence; empty where it was not
   */
  public record ReviewRow(
      Review.Decision decision,
      String reason,
      String note,
      String user,
      Instant at,
      String grade) {}

  /** The grade that counts: the rule's, or a better one that evidence has given it. */
  public Grade gradeNow() {
    return review == null || review.grade().isEmpty() ? grade : Grade.valueOf(review.grade());
  }

  /** Whether it goes on, is serious and of now, and nobody has looked at it. */
  public boolean isAlarm() {
    return status == AlertStatus.OPEN && severity >= Alert.SERIOUS && !late && review == null;
  }
}
