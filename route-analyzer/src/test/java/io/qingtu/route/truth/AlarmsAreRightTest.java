package io.qingtu.route.truth;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.days.FleetDay;
import io.qingtu.fixtures.days.TerminalDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Some hundreds of random vehicle-days with all their faults against the simulator's truth; {@code
 * scripts/score.sh} runs as many as one likes.
 */
class AlarmsAreRightTest {
  private static final int FLEETS = 5;
  private static final int TERMINALS = 5;

  /** All but S02 and S03, of which a run this short has too few for a bar of 0.98. */
  private static final Set<String> HELD =
      Set.of(
          "M01", "M02", "M03", "M04", "M05", "M06a", "M06b", "M06c", "M06d", "M06e", "M06f", "M06g",
          "M07", "M08", "M09", "M10", "M11a", "M11b", "M12", "M13", "M14", "M15", "M16", "B3",
          "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "S01",
          "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14", "S15", "S16",
          "P06", "P07");

  private static final double BAR = 0.98;
  private static final double BAR_OF_SUSPICION_PRECISION = 0.90;
  private static final double BAR_OF_SUSPICION_RECALL = 0.80;

  private final List<String> wrongs = new ArrayList<>();
  private final Scorer scorer = new Scorer((rule, wrong) -> wrongs.add(wrong));

  @Test
  void alarmsOfRandomDaysWithFaultsAreRight() {
    Scores total = new Scores();
    for (int seed = 1; seed <= FLEETS; seed++) {
      total.add(scorer.score(FleetDay.of(seed, true), String.valueOf(seed)));
    }
    for (int seed = 1; seed <= TERMINALS; seed++) {
      total.add(scorer.score(TerminalDays.of(seed, true), "T" + seed));
    }
    int days = FLEETS * FleetDay.VEHICLES + TERMINALS * TerminalDays.VEHICLE_DAYS;
    assertEquals(days, total.days());
    List<Executable> bars = new ArrayList<>();
    HELD.forEach(rule -> bars.add(() -> holds(rule, total.of(rule))));
    assertAll(bars);
  }

  private void holds(String rule, Scores.Count c) {
    boolean suspicion = rule.equals("M02");
    String why =
        rule
            + ": "
            + String.join("\n", wrongs.stream().filter(w -> w.contains(" " + rule + " ")).toList());
    assertTrue(c.precision() >= (suspicion ? BAR_OF_SUSPICION_PRECISION : BAR), why);
    assertTrue(c.recall() >= (suspicion ? BAR_OF_SUSPICION_RECALL : BAR), why);
  }
}
