package io.qingtu.route.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.scoring.PointTable.Entry;
import io.qingtu.route.scoring.PointTable.Proof;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandardsTest {
  private static String refused(Map<String, Double> set) {
    return assertThrows(IllegalArgumentException.class, () -> Standards.of(set)).getMessage();
  }

  @Test
  void whatIsNotSetIsAsUsual() {
    Standards s = Standards.of(Map.of("n_min.trips", 30.0));
    assertEquals(30, s.get(Standard.MIN_TRIPS));
    assertEquals(0.8, s.get(Standard.OBSERVED_RANKED));
    assertEquals(10, s.weight(4));
    assertEquals(new Levels(30, 40, 60, 30), s.levels());
    // of a document that was frozen before a standard was made
    assertEquals(20, new Standards(new TreeMap<>()).get(Standard.MIN_TRIPS));
  }

  @Test
  void boundsAreThemselvesAllowed() {
    assertEquals(1, Standards.of(Map.of("observed.ranked", 1.0)).get(Standard.OBSERVED_RANKED));
    assertTrue(refused(Map.of("observed.ranked", 1.01)).contains("1.01 is not 0 to 1"));
    assertTrue(refused(Map.of("n_min.trips", 0.0)).contains("n_min.trips = 0 is not 1 to"));
    assertTrue(refused(Map.of("n_min.trips", Double.NaN)).contains("n_min.trips"));
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertTrue(refused(Map.of("level.good", 40.0)).contains("40, 40 and 60"));
    assertTrue(refused(Map.of("observed.published", 0.81)).contains("observed.published"));
    assertTrue(refused(Map.of("list.black_index", 91.0)).contains("both lists"));
    assertTrue(refused(Map.of("cleaning.speed", 16.0)).contains("101.0 together"));
    assertTrue(refused(Map.of("cleaning.sped", 16.0)).contains("\"cleaning.sped\" is no standard"));
  }

  @Test
  void aLaterDayReplacesAnEarlierOneAndNothingBeforeIt() {
    LocalDate day = LocalDate.of(2027, 1, 4);
    List<Standards.Entry> set =
        List.of(
            new Standards.Entry("n_min.trips", day.plusDays(7), 40),
            new Standards.Entry("n_min.trips", day, 30));
    assertEquals(Standards.USUAL, Standards.inForce(set, day.minusDays(1)));
    assertEquals(30, Standards.inForce(set, day.plusDays(6)).get(Standard.MIN_TRIPS));
    assertEquals(40, Standards.inForce(set, day.plusDays(7)).get(Standard.MIN_TRIPS));
  }

  @Test
  void theFingerprintTellsEveryNumberAndEveryLineOfPoints() {
    String usual = Standards.USUAL.fingerprint(PointTable.USUAL);
    assertEquals(usual, Standards.of(Map.of()).fingerprint(PointTable.USUAL));
    for (Standard s : Standard.values()) {
      Map<String, Double> values = new TreeMap<>(Standards.USUAL.values());
      values.put(s.key(), s.usual() + 0.5);
      assertNotEquals(
          usual, new Standards(new TreeMap<>(values)).fingerprint(PointTable.USUAL), s.key());
    }
    PointTable other =
        PointTable.USUAL.with(
            List.of(
                new Entry(
                    "M05", 2, 0, Proof.REVIEW, LocalDate.of(2027, 1, 1), new Points(4, 3, 1))));
    assertNotEquals(usual, Standards.USUAL.fingerprint(other));
  }
}
