package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.forensics.GapPlace.Kind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE UNDER TEST: P05, where a truck can have unloaded between its last fix at A and its next
 * at B, two kilometres east of A.
 */
class GapSearchTest {
  private static final Instant T = Instant.parse("2026-11-10T18:00:00Z");

  private final GapSearch search = new GapSearch(Parameters.DEFAULTS);

  private static LostTime gap(Duration length) {
    return new GapSearch(Parameters.DEFAULTS)
        .gaps(EndKind.UNEXPLAINED, silent(length, Load.UNKNOWN, Load.UNKNOWN))
        .get(0);
  }

  private static List<Position> silent(Duration length, Load before, Load after) {
    return List.of(
        Fixes.at("A", T.minusSeconds(20), -1200, 0, 36, true, Fixes.load(before)),
        Fixes.at("A", T, -1000, 0, 36, true, Fixes.load(before)),
        Fixes.at("A", T.plus(length), 1000, 0, 36, true, Fixes.load(after)));
  }

  private static GapPlace place(Kind kind, String id, double x, double y) {
    return new GapPlace(kind, id, id, Fixes.PLANE.longitude(x, y), Fixes.PLANE.latitude(x, y));
  }

  private List<String> ids(LostTime gap, GapPlace... places) {
    return search.rank(gap, List.of(places)).stream().map(r -> r.place().id()).toList();
  }

  @ParameterizedTest
  @CsvSource({"10, 4.1, 3.6", "20, 9.9, 9.7", "30, 15.8, 15.6"})
  void theAxesAreThoseOfTheCatalogue(int minutes, double majorKm, double minorKm) {
    ReachableArea area = search.area(gap(Duration.ofMinutes(minutes)));
    assertEquals(majorKm, area.majorMetres() / 1000, 0.051);
    assertEquals(minorKm, area.minorMetres() / 1000, 0.051);
  }

  @Test
  void theOutlineRunsThroughTheEndsOfTheAxes() {
    ReachableArea area = search.area(gap(Duration.ofMinutes(10)));
    List<double[]> ring = area.outline(4);
    double half = 35 / 3.6 * 420 / 2;
    assertEquals(half, Fixes.PLANE.x(ring.get(0)[0], ring.get(0)[1]), 0.5);
    assertEquals(Math.sqrt(half * half - 1e6), Fixes.PLANE.y(ring.get(1)[0], ring.get(1)[1]), 0.5);
    assertEquals(5, ring.size());
    assertEquals(ring.get(0)[0], ring.get(4)[0]);
  }

  @Test
  void whatLiesLeastOutOfTheWayComesFirst() {
    List<Reachable> found =
        search.rank(
            gap(Duration.ofMinutes(10)),
            List.of(
                place(Kind.CAMERA, "FAR", 0, 1780),
                place(Kind.PLACE, "BEYOND", 0, 1790),
                place(Kind.PLACE, "BESIDE", 0, 1000),
                place(Kind.HOT_SPOT, "ON THE WAY", 500, 0)));
    assertEquals(
        List.of("ON THE WAY", "BESIDE", "FAR"), found.stream().map(r -> r.place().id()).toList());
    assertEquals(Duration.ZERO, found.get(0).detour());
    // 2 × 1414 m instead of 2000 m, at 9.72 m/s
    assertEquals(Duration.ofSeconds(85), found.get(1).detour());
  }

  @Test
  void theOrderOfThePlacesDoesNotMatter() {
    GapPlace north = place(Kind.PLACE, "N", 0, 500);
    GapPlace again = place(Kind.PLACE, "M", 0, 500);
    LostTime gap = gap(Duration.ofMinutes(10));
    assertEquals(ids(gap, north, again), ids(gap, again, north));
  }

  @Test
  void tenMinutesAreAGapAndASecondLessIsNone() {
    List<LostTime> ten =
        search.gaps(EndKind.GAP, silent(Duration.ofMinutes(10), Load.LOADED, Load.EMPTY));
    assertEquals(Duration.ofMinutes(10), ten.get(0).duration());
    assertEquals(T, ten.get(0).from());
    assertEquals(
        List.of(),
        search.gaps(EndKind.GAP, silent(Duration.ofSeconds(599), Load.LOADED, Load.EMPTY)));
  }

  @Test
  void aLoadThatIsStillOnOrWasGoneBeforeWasNotLostThen() {
    Duration twenty = Duration.ofMinutes(20);
    assertEquals(List.of(), search.gaps(EndKind.GAP, silent(twenty, Load.LOADED, Load.LOADED)));
    assertEquals(List.of(), search.gaps(EndKind.GAP, silent(twenty, Load.EMPTY, Load.EMPTY)));
    assertEquals(1, search.gaps(EndKind.GAP, silent(twenty, Load.UNKNOWN, Load.UNKNOWN)).size());
  }

  @Test
  void onlyATripThatNothingExplainsLostItsLoad() {
    List<EndKind> asked = new ArrayList<>();
    for (EndKind end : EndKind.values()) {
      if (!search.gaps(end, silent(Duration.ofMinutes(20), Load.UNKNOWN, Load.UNKNOWN)).isEmpty()) {
        asked.add(end);
      }
    }
    assertEquals(List.of(EndKind.UNEXPLAINED, EndKind.GAP), asked);
  }

  @Test
  void invalidFixesDoNotBreakAGap() {
    List<Position> track =
        new ArrayList<>(silent(Duration.ofMinutes(10), Load.UNKNOWN, Load.UNKNOWN));
    track.add(2, Fixes.at("A", T.plusSeconds(300), 0, 0, 0, false, Fixes.load(Load.UNKNOWN)));
    assertEquals(1, search.gaps(EndKind.GAP, track).size());
  }

  @Test
  void whereTheTimeDoesNotEvenSufficeForTheWayNothingIsReachable() {
    LostTime fast = new LostTime(T, T.plusSeconds(600), 119.1, 36.7, 119.2, 36.7);
    assertEquals(List.of(), ids(fast, place(Kind.PLACE, "ON THE WAY", 4000, 0)));
    assertEquals(0, search.area(fast).minorMetres());
    assertTrue(search.area(fast).outline(12).isEmpty());
  }
}
