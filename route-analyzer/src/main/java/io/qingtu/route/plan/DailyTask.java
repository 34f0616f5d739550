package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.util.Set;

/** Something that holds in hours of the day, on some days of the week. */
public interface DailyTask {
  DailyHours window();

  Set<DayOfWeek> days();

  /** When it holds. */
  Validity validity();
}
