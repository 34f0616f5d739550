package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the cleaning plan: so many passes of an operation in a daily window, or in those of a
 * week. Either a segment or a grade is named. A line that was changed stands in the plan more than
 * once, with the time for which each of its versions counts.
 *
 * @param sides FWD, REV or both
 * @param passes due in the time that {@code per} says
 * @param validity a window is due if it begins within
 */
public record Requirement(
    String id,
    Optional<String> segmentId,
    Optional<RoadGrade> grade,
    Set<Side> sides,
    Operation op,
    int passes,
    DailyHours window,
    Set<DayOfWeek> days,
    String contractor,
    Per per,
    Validity validity)
    implements DailyTask {
  public Requirement {
    sides = Set.copyOf(sides);
    days = Set.copyOf(days);
    if (segmentId.isPresent() == grade.isPresent()) {
      throw new IllegalArgumentException(
          "requirement " + id + " must name a segment or a grade, one of the two");
    }
  }

  /** Of every day. */
  public Requirement(
      String id,
      Optional<String> segmentId,
      Optional<RoadGrade> grade,
      Set<Side> sides,
      Operation op,
      int passes,
      DailyHours window,
      Set<DayOfWeek> days,
      String contractor) {
    this(id, segmentId, grade, sides, op, passes, window, days, contractor, Per.DAY);
  }

  /** For good. */
  public Requirement(
      String id,
      Optional<String> segmentId,
      Optional<RoadGrade> grade,
      Set<Side> sides,
      Operation op,
      int passes,
      DailyHours window,
      Set<DayOfWeek> days,
      String contractor,
      Per per) {
    this(id, segmentId, grade, sides, op, passes, window, days, contractor, per, Validity.ALWAYS);
  }

  /** The same for another time. */
  public Requirement during(Validity other) {
    return new Requirement(
        id, segmentId, grade, sides, op, passes, window, days, contractor, per, other);
  }
}
