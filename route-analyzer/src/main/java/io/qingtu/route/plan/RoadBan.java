package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Hours in which cleaning vehicles do not belong on a road (高峰禁止作业).
 *
 * @param segmentIds the segments meant
 * @param grades the grades meant; where these and the segments are empty, all roads
 * @param ops the operations banned; empty means all of them, and driving slowly too
 * @param validity the season
 */
public record RoadBan(
    String id,
    Set<String> segmentIds,
    Set<RoadGrade> grades,
    Set<Operation> ops,
    DailyHours window,
    Set<DayOfWeek> days,
    Validity validity)
    implements DailyTask {
  public RoadBan {
    segmentIds = Set.copyOf(segmentIds);
    grades = Set.copyOf(grades);
    ops = Set.copyOf(ops);
    days = Set.copyOf(days);
  }

  public boolean concerns(Segment segment) {
    return segmentIds.isEmpty() && grades.isEmpty()
        || segmentIds.contains(segment.id())
        || grades.contains(segment.grade());
  }
}
