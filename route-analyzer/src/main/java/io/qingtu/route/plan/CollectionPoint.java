package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * A refuse collection point (收集点); degrees WGS-84. One that was changed stands in the plan more
 * than once, with the time for which each of its versions counts.
 *
 * @param validity a window is due if it begins within
 */
public record CollectionPoint(
    String id,
    double longitude,
    double latitude,
    DailyHours window,
    Set<DayOfWeek> days,
    String contractor,
    Validity validity)
    implements DailyTask {
  public CollectionPoint {
    days = Set.copyOf(days);
  }

  /** For good. */
  public CollectionPoint(
      String id,
      double longitude,
      double latitude,
      DailyHours window,
      Set<DayOfWeek> days,
      String contractor) {
    this(id, longitude, latitude, window, days, contractor, Validity.ALWAYS);
  }

  /** The same where another one is. */
  public CollectionPoint at(CollectionPoint other) {
    return new CollectionPoint(
        id, other.longitude, other.latitude, window, days, contractor, validity);
  }

  /** The same for another time. */
  public CollectionPoint during(Validity other) {
    return new CollectionPoint(id, longitude, latitude, window, days, contractor, other);
  }
}
