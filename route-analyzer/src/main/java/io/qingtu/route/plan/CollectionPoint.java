package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.util.Set;

/** A refuse collection point (收集点); degrees WGS-84. */
public record CollectionPoint(
    String id,
    double longitude,
    double latitude,
    DailyHours window,
    Set<DayOfWeek> days,
    String contractor)
    implements DailyTask {
  public CollectionPoint {
    days = Set.copyOf(days);
  }
}
