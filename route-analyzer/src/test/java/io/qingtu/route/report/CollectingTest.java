package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.Collecting.MissedPoint;
import io.qingtu.route.sweep.PointDuty;
import io.qingtu.route.sweep.PointDuty.State;
import io.qingtu.route.sweep.PointVisit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points due from 06:00 to 08:00 of the Monday. */
class CollectingTest {
  private static PointDuty duty(String id, String contractor, State state, Instant served) {
    CollectionPoint point =
        new CollectionPoint(
            id, 119.1, 36.7, DailyHours.ALL_DAY, EnumSet.allOf(DayOfWeek.class), contractor);
    Optional<PointVisit> visit =
        Optional.ofNullable(served)
            .map(at -> new PointVisit(id, PointVisit.Kind.STOP, at, at.plusSeconds(60), 5, 0));
    return new PointDuty(
        point, Scene.at(1, 6, 0), Scene.at(1, 8, 0), state, visit, served == null ? "" : "C1");
  }

  @Test
  void servedInsideTheWindowIsInTimeAndUnseenIsNot() {
    Collecting c =
        Collecting.of(
            List.of(
                duty("p1", "甲", State.SERVED, Scene.at(1, 7, 59)),
                duty("p2", "甲", State.SERVED, Scene.at(1, 8, 0)),
                duty("p3", "甲", State.UNOBSERVED, null),
                duty("p4", "乙", State.MISSED, null),
                duty("p5", "乙", State.EXEMPT, null)));
    assertEquals(4, c.city().due());
    assertEquals(new Ratio(1, 4), c.city().inTime());
    assertEquals(new Ratio(1, 4), c.city().missed());
    assertEquals(new Ratio(1, 4), c.city().unobserved());
    assertEquals(new Ratio(1, 5), c.city().exempt());
    assertEquals(new Ratio(0, 1), c.of("乙").orElseThrow().inTime());
    assertTrue(c.of("丙").isEmpty());
    assertEquals(List.of(new MissedPoint("p4", "乙", 1)), c.missed());
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertFalse(Collecting.NONE.city().inTime().isKnown());
    assertTrue(Collecting.NONE.contractors().isEmpty());
  }
}
