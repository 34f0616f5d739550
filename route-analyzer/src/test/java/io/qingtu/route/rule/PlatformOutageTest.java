package io.qingtu.route.rule;

import static io.qingtu.route.sweep.CleaningScene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Silence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a fleet of twenty of which some fall silent at once. */
class PlatformOutageTest {
  /** The given number of vehicles fall silent at these times, one after the other. */
  private static AlertStatus status(int silent, int secondsApart, int minutes) {
    PlatformOutage outage = new PlatformOutage(Parameters.DEFAULTS);
    for (int i = 0; i < 20; i++) {
      var from = at("08:00").plusSeconds((long) i * secondsApart);
      outage.add(
          "V" + i,
          i < silent ? List.of(new Silence(from, from.plusSeconds(minutes * 60L))) : List.of());
    }
    Alert offline = Deviations.alert("D01", "V0", at("08:00"), 119.1, "");
    return outage.judge(List.of(offline)).get(0).status();
  }

  @Test
  void aFifthOfTheFleetIsAnOutageAndLessIsNot() {
    assertEquals(AlertStatus.SUPPRESSED, status(4, 10, 15));
    assertEquals(AlertStatus.ENDED, status(3, 10, 15));
  }

  @Test
  void theyMustFallSilentWithinTwoMinutes() {
    assertEquals(AlertStatus.SUPPRESSED, status(4, 40, 15));
    assertEquals(AlertStatus.ENDED, status(4, 41, 15));
  }

  @Test
  void shortSilencesOfParkedVehiclesAreNoOutage() {
    assertEquals(AlertStatus.ENDED, status(12, 1, 5));
  }

  @Test
  void oneOfThreeVehiclesIsNoOutage() {
    PlatformOutage outage = new PlatformOutage(Parameters.DEFAULTS);
    outage.add("V0", List.of(new Silence(at("08:00"), null)));
    outage.add("V1", List.of());
    outage.add("V2", List.of());
    Alert offline = Deviations.alert("D01", "V0", at("08:00"), 119.1, "");
    assertEquals(AlertStatus.ENDED, outage.judge(List.of(offline)).get(0).status());
  }

  @Test
  void otherRulesAreLeftAlone() {
    PlatformOutage outage = new PlatformOutage(Parameters.DEFAULTS);
    for (int i = 0; i < 5; i++) {
      outage.add("V" + i, List.of(new Silence(at("08:00"), null)));
    }
    Alert cut = Deviations.alert("D02", "V0", at("08:00"), 119.1, "");
    assertEquals(List.of(cut), outage.judge(List.of(cut)));
  }
}
