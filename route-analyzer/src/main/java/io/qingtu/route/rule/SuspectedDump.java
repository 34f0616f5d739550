package io.qingtu.route.rule;

import io.qingtu.route.alert.Condition;
import java.time.Instant;
import java.util.List;

/**
 * A stay at which a load may have been dumped (M02), with its score. From {@code m02_emit} on it is
 * an alert as well; below that it is for lists and patterns only.
 *
 * @param longitude of the centroid, WGS-84 degrees
 * @param latitude of the centroid, WGS-84 degrees
 * @param score 0–1
 * @param isFinal whether its trip is over; the score of one under way lacks what it will do next
 * @param features every feature with its weight and value
 */
public record SuspectedDump(
    String plate,
    String tripId,
    String permitId,
    Instant start,
    Instant end,
    double longitude,
    double latitude,
    double score,
    boolean isFinal,
    List<Condition> features) {
  public SuspectedDump {
    features = List.copyOf(features);
  }
}
