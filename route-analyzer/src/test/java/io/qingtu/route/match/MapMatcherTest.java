package io.qingtu.route.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/**
 * FEATURE UNDER TEST: map matching. E runs east along north 0, N meets it in the middle, F runs
 * beside E, 40 m north of it, and touches nothing.
 *
 * <pre>
 *            N
 *  F =========|===========   40 m
 *  E ---------+-----------
 *           2000
 * </pre>
 */
class MapMatcherTest {
  private final Scene scene =
      new Scene()
          .segment("E", 50, false, 0, 0, 4000, 0)
          .segment("F", 50, false, 0, 40, 1900, 40)
          .segment("N", 50, false, 2000, 0, 2000, 3000);

  private final RuleSet rules = scene.rules();
  private final List<Sighting> track = new ArrayList<>();

  /** A fix at metres of the scene. */
  private MapMatcherTest at(double east, double north) {
    Coordinate c = scene.degrees(east, north);
    track.add(new Sighting(rules.plane().x(c.x, c.y), rules.plane().y(c.x, c.y), -1));
    return this;
  }

  private MatchedTrack matched() {
    return new MapMatcher(new RoadGraph(rules.roads()), Parameters.DEFAULTS).match(track);
  }

  private static double metres(MatchedTrack m) {
    return m.driven().stream().mapToDouble(p -> p.to() - p.from()).sum();
  }

  @Test
  void oneFixOnAnotherRoadIsNoise() {
    at(100, 3).at(200, -4).at(300, 38).at(400, 5).at(500, 0);
    assertEquals(List.of("E"), matched().segmentIds());
    assertEquals(400, metres(matched()), 1);
  }

  @Test
  void aStretchAlongTheOtherRoadIsThatRoad() {
    at(100, 38).at(200, 41).at(300, 25).at(400, 39).at(500, 40);
    assertEquals(List.of("F"), matched().segmentIds());
  }

  @Test
  void turnsWhereARoadEndsOnAnother() {
    at(1700, 4).at(1900, -3).at(2004, 100).at(1995, 300);
    MatchedTrack m = matched();
    assertEquals(List.of("E", "N"), m.segmentIds());
    assertEquals(600, metres(m), 5);
    assertTrue(m.driven().stream().allMatch(MatchedTrack.Piece::forward), m.toString());
  }

  @Test
  void findsTheWayBetweenTwoFixesThatLieFarApart() {
    at(1600, 0).at(2000, 800);
    assertEquals(List.of("E", "N"), matched().segmentIds());
    assertEquals(1200, metres(matched()), 1);
  }

  @Test
  void offTheRoadsItIsUnmatchedAndBeginsAnew() {
    at(100, -10).at(300, 0).at(400, -200).at(600, -200).at(800, 0).at(1000, 0);
    MatchedTrack m = matched();
    assertEquals(
        List.of("E", "E", "", "", "E", "E"),
        m.points().stream().map(MatchedTrack.Point::segmentId).toList());
    assertEquals(400, metres(m), 1);
  }

  @Test
  void backTheSameRoadIsTheOtherDirection() {
    at(500, 0).at(300, 0).at(100, 0);
    assertTrue(matched().driven().stream().noneMatch(MatchedTrack.Piece::forward));
  }

  @Test
  void fixesNearerThanTheirErrorAreLeftOut() {
    at(100, 0).at(120, 0).at(131, 0).at(140, 0).at(300, 0);
    assertEquals(
        List.of(0, 3, 4), matched().points().stream().map(MatchedTrack.Point::index).toList());
  }

  @Test
  void nothingIsDrivenByNobody() {
    assertEquals(new MatchedTrack(List.of(), List.of()), matched());
  }
}
