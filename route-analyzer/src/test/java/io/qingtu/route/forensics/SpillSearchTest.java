package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.forensics.Suspect.Kind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: P08, who passed a place that was dirtied between 02:00 and 04:00. */
class SpillSearchTest {
  private static final Instant CLEAN = Instant.parse("2026-11-10T18:00:00Z");
  private static final Instant DIRTY = CLEAN.plusSeconds(7200);
  private static final SpillQuestion QUESTION = new SpillQuestion(119.1, 36.7, CLEAN, DIRTY);

  private final Map<String, List<Position>> tracks = new LinkedHashMap<>();
  private final Map<String, Background> known = new LinkedHashMap<>();

  /** Drives east past the place at 36 km/h, a fix every 20 s (200 m), nearest at {@code at}. */
  private void passes(String plate, Instant at, double north, Cover cover, double... weights) {
    List<Position> track = new ArrayList<>();
    for (int i = -5; i <= 5; i++) {
      double weight = weights.length == 0 ? Double.NaN : weights[i <= 0 ? 0 : 1];
      // the place lies halfway between two fixes
      double x = 200 * i - 100;
      track.add(fix(plate, at.plusSeconds(20L * i - 10), x, north, true, cover, weight));
    }
    tracks.put(plate, track);
  }

  private static Position fix(
      String plate, Instant t, double x, double y, boolean valid, Cover cover, double weight) {
    Sensors sensors =
        new Sensors(cover, Lift.DOWN, Load.UNKNOWN, weight, Switch.UNKNOWN, Switch.UNKNOWN);
    return Fixes.at(plate, t, x, y, 36, valid, sensors);
  }

  private List<Suspect> rank() {
    return new SpillSearch(Parameters.DEFAULTS)
        .rank(QUESTION, tracks, (plate, passage) -> known.getOrDefault(plate, Background.UNKNOWN));
  }

  private static boolean held(Suspect s, Kind kind) {
    return s.reasons().stream().filter(r -> r.kind() == kind).findFirst().get().held();
  }

  @Test
  void aWayThatPassesBetweenTwoFixesIsFound() {
    passes("A", CLEAN.plusSeconds(600), 30, Cover.CLOSED);
    Suspect a = rank().get(0);
    assertEquals(30, a.passage().metres(), 0.5);
    assertEquals(CLEAN.plusSeconds(600), a.passage().at());
    assertEquals(0.15, a.score(), 1e-9);
    assertTrue(held(a, Kind.BETWEEN));
  }

  @Test
  void sixtyMetresAreNearAndSixtyOneAreNot() {
    passes("NEAR", CLEAN.plusSeconds(600), 59.9, Cover.CLOSED);
    passes("FAR", CLEAN.plusSeconds(600), 60.1, Cover.CLOSED);
    assertEquals(List.of("NEAR"), rank().stream().map(Suspect::plate).toList());
  }

  @Test
  void halfAnHourBeforeCleanIsStillACandidateButNotBetween() {
    passes("EARLY", CLEAN.minusSeconds(1800), 0, Cover.CLOSED);
    passes("TOO_EARLY", CLEAN.minusSeconds(1801), 0, Cover.CLOSED);
    passes("LAST", DIRTY, 0, Cover.CLOSED);
    passes("LATE", DIRTY.plusSeconds(1), 0, Cover.CLOSED);
    List<Suspect> found = rank();
    assertEquals(List.of("LAST", "EARLY"), found.stream().map(Suspect::plate).toList());
    assertFalse(held(found.get(1), Kind.BETWEEN));
    assertEquals(0, found.get(1).score());
  }

  @Test
  void everyReasonAddsItsWeight() {
    passes("A", CLEAN.plusSeconds(60), 0, Cover.OPEN, 15, 14);
    known.put("A", new Background(Load.LOADED, Optional.of(true), 2));
    Suspect a = rank().get(0);
    assertEquals(1.0, a.score(), 1e-9);
    assertTrue(a.reasons().stream().allMatch(Suspect.Reason::held));
    assertEquals("15.0 t → 14.0 t", a.reasons().get(2).value());
  }

  @Test
  void aCoverThatNobodyKnowsCountsAndSaysSo() {
    passes("A", CLEAN.plusSeconds(60), 0, Cover.UNKNOWN);
    Suspect.Reason cover = rank().get(0).reasons().get(1);
    assertTrue(cover.held());
    assertEquals("UNKNOWN", cover.value());
  }

  @Test
  void lessThanTheScaleErrsIsNoLoss() {
    passes("LITTLE", CLEAN.plusSeconds(60), 0, Cover.CLOSED, 15, 14.3);
    passes("ENOUGH", CLEAN.plusSeconds(60), 0, Cover.CLOSED, 15, 14.2);
    passes("UNKNOWN", CLEAN.plusSeconds(60), 0, Cover.CLOSED);
    Map<String, Boolean> lost = new LinkedHashMap<>();
    rank().forEach(s -> lost.put(s.plate(), held(s, Kind.WEIGHT_LOST)));
    assertEquals(Map.of("LITTLE", false, "ENOUGH", true, "UNKNOWN", false), lost);
  }

  @Test
  void ofSeveralPassagesTheLikeliestCounts() {
    passes("A", CLEAN.plusSeconds(600), 0, Cover.CLOSED);
    List<Position> twice = new ArrayList<>(tracks.get("A"));
    passes("A", CLEAN.plusSeconds(3600), 50, Cover.OPEN);
    twice.addAll(tracks.get("A"));
    tracks.put("A", twice);
    List<Suspect> found = rank();
    assertEquals(1, found.size());
    assertEquals(CLEAN.plusSeconds(3600), found.get(0).passage().at());
    assertEquals(0.35, found.get(0).score(), 1e-9);
  }

  @Test
  void noWayIsDrawnAcrossAGapOrThroughAnInvalidFix() {
    tracks.put(
        "GAP",
        List.of(
            fix("GAP", CLEAN.plusSeconds(60), -300, 0, true, Cover.OPEN, Double.NaN),
            fix("GAP", CLEAN.plusSeconds(181), 300, 0, true, Cover.OPEN, Double.NaN)));
    tracks.put(
        "INVALID",
        List.of(fix("INVALID", CLEAN.plusSeconds(60), 0, 0, false, Cover.OPEN, Double.NaN)));
    assertEquals(List.of(), rank());
  }

  @Test
  void aQuestionWithoutTimeBetweenIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new SpillQuestion(119.1, 36.7, CLEAN, CLEAN));
  }
}
