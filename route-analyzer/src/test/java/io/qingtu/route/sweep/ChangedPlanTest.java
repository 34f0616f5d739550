package io.qingtu.route.sweep;

import static io.qingtu.route.plan.Operation.SWEEP;
import static io.qingtu.route.sweep.CleaningScene.at;
import static io.qingtu.route.track.Switch.OFF;
import static io.qingtu.route.track.Switch.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.PointIndex;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what is due while the plan becomes another; it is Monday, 16 November. */
class ChangedPlanTest {
  private static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);
  private static final Instant TUESDAY = at("24:00");
  private static final Validity UNTIL_TUESDAY = new Validity(Instant.MIN, TUESDAY);
  private static final Validity FROM_TUESDAY = new Validity(TUESDAY, Instant.MAX);

  private static Requirement sweep(int from, int to, int passes) {
    return new Requirement(
        "Q1",
        Optional.of("S1"),
        Optional.empty(),
        EnumSet.of(Side.FWD),
        SWEEP,
        passes,
        new DailyHours(LocalTime.of(from, 0), LocalTime.of(to, 0)),
        EnumSet.allOf(DayOfWeek.class),
        CleaningScene.CONTRACTOR);
  }

  private static CollectionPoint point(String id, double x, Validity validity) {
    return new CollectionPoint(
        id,
        PLANE.longitude(x, 0),
        PLANE.latitude(x, 0),
        DailyHours.ALL_DAY,
        Set.of(DayOfWeek.values()),
        CleaningScene.CONTRACTOR,
        validity);
  }

  @Test
  void eachWindowIsJudgedByTheLineOfItsDay() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .sweeper("A1")
            .requirement(sweep(6, 8, 1).during(UNTIL_TUESDAY))
            .requirement(sweep(9, 11, 2).during(FROM_TUESDAY))
            .drive("A1", "06:30", 6, 10, ON, 0, -4, 1000, -4)
            .drive("A1", "30:30", 6, 10, ON, 0, -4, 1000, -4)
            .drive("A1", "33:30", 6, 10, ON, 0, -4, 1000, -4);
    List<PassResult> results = scene.judge("36:00");
    assertEquals(2, results.size(), results::toString);
    PassResult monday = results.get(0);
    assertEquals(at("06:00"), monday.windowStart());
    assertEquals(Outcome.DONE, monday.result());
    PassResult tuesday = results.get(1);
    assertEquals(at("33:00"), tuesday.windowStart());
    assertEquals(2, tuesday.required());
    assertEquals(1, tuesday.done(), "at half past six of the Tuesday nothing was asked for");
  }

  @Test
  void aNightWindowOfTheOldLineRunsIntoTheDayOfTheNew() {
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .sweeper("A1")
            .requirement(sweep(22, 5, 1).during(UNTIL_TUESDAY))
            .requirement(sweep(23, 5, 1).during(FROM_TUESDAY))
            .drive("A1", "28:00", 6, 10, ON, 0, -4, 1000, -4);
    List<PassResult> results = scene.judge("30:00");
    assertEquals(1, results.size(), results::toString);
    assertEquals(Outcome.DONE, results.get(0).result());
    assertEquals(at("22:00"), results.get(0).windowStart());
  }

  @Test
  void aPointThatIsServedNoMoreTakesNoStopsFromItsNeighbour() {
    PointIndex index =
        new PointIndex(
            List.of(point("C1", 0, UNTIL_TUESDAY), point("C2", 20, FROM_TUESDAY)), PLANE);
    assertEquals("C1", index.nearest(1, 0, 50, at("12:00")).id());
    assertEquals("C1", index.nearest(19, 0, 50, at("12:00")).id(), "the other is not there yet");
    assertEquals("C2", index.nearest(1, 0, 50, at("24:00")).id());
    assertEquals("C2", index.nearest(1, 0, 50, at("60:00")).id());
    PointIndex alone = new PointIndex(List.of(point("C1", 0, UNTIL_TUESDAY)), PLANE);
    assertEquals("C1", alone.nearest(1, 0, 50, at("47:59")).id(), "its last window may still run");
    assertNull(alone.nearest(1, 0, 50, at("48:00")));
  }

  @Test
  void aPointThatIsServedForHoursAloneIsFoundAroundThem() {
    Validity morning = new Validity(at("06:00"), at("08:00"));
    PointIndex index = new PointIndex(List.of(point("C1", 0, morning)), PLANE);
    assertEquals("C1", index.nearest(0, 0, 50, at("05:50")).id(), "served before its window");
    assertEquals("C1", index.nearest(0, 0, 50, at("09:00")).id());
    assertNull(index.nearest(0, 0, 50, at("32:00")));
  }

  @Test
  void aPointThatWasChangedIsOnePlaceUnlessItHasMoved() {
    PointIndex index =
        new PointIndex(
            List.of(
                point("C1", 0, UNTIL_TUESDAY),
                point("C1", 0, FROM_TUESDAY),
                point("C2", 500, UNTIL_TUESDAY),
                point("C2", 900, FROM_TUESDAY)),
            PLANE);
    assertEquals(1, index.near(0, 0, 100, TUESDAY).size());
    assertEquals("C2", index.nearest(900, 0, 50, at("60:00")).id());
    assertTrue(index.near(500, 0, 100, at("60:00")).isEmpty());
    assertTrue(index.near(900, 0, 100, Instant.parse("2026-11-14T00:00:00Z")).isEmpty());
  }

  @Test
  void aPointIsDueInTheHoursOfItsDay() {
    CollectionPoint old = hours(5, 7).during(UNTIL_TUESDAY);
    CleaningScene scene =
        new CleaningScene()
            .mainRoad()
            .vehicle("C9", VehicleKind.COLLECTION_TRUCK)
            .point(old)
            .point(hours(9, 11).during(FROM_TUESDAY))
            .stand("C9", "06:00", "06:05", 10, OFF, 0, 0)
            .stand("C9", "30:00", "30:05", 10, OFF, 0, 0)
            .stand("C9", "40:00", "40:05", 10, OFF, 5000, 0);
    List<PointDuty> duties =
        scene.ledger().points().stream().filter(d -> d.windowEnd().isBefore(at("40:00"))).toList();
    assertEquals(
        List.of(at("05:00"), at("33:00")), duties.stream().map(PointDuty::windowStart).toList());
    assertEquals(PointDuty.State.SERVED, duties.get(0).state());
    assertNotEquals(PointDuty.State.SERVED, duties.get(1).state(), "it came at the old hours");
  }

  private static CollectionPoint hours(int from, int to) {
    return new CollectionPoint(
        "C1",
        PLANE.longitude(0, 0),
        PLANE.latitude(0, 0),
        new DailyHours(LocalTime.of(from, 0), LocalTime.of(to, 0)),
        Set.of(DayOfWeek.values()),
        CleaningScene.CONTRACTOR);
  }
}
