package io.qingtu.route.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scene.Scene;
import io.qingtu.route.track.Cover;
import io.qingtu.route.trial.AlertChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerDifferenceTest {
  private static final Instant T = Instant.parse("2026-11-10T14:00:00Z");

  private static AlertDraft alert(String rule, String plate, int from, int to) {
    return new AlertDraft(rule, plate, "1", T.plusSeconds(from), T.plusSeconds(from))
        .end(T.plusSeconds(to));
  }

  private static Ledger of(Alert... alerts) {
    return new Ledger(List.of(alerts), List.of(), List.of(), List.of(), List.of());
  }

  private static LedgerDifference compare(Ledger before, Ledger after) {
    return LedgerDifference.of(before, after);
  }

  @Test
  void theSameAlertsDoNotDiffer() {
    Ledger ledger = of(alert("M03", "A", 0, 60).build(), alert("M08", "A", 10, 20).build());
    LedgerDifference none = compare(ledger, ledger);
    assertEquals(List.of(), none.changes());
    assertEquals(
        List.of(new RuleDifference("M03", 1, 1, 0, 0, 0), new RuleDifference("M08", 1, 1, 0, 0, 0)),
        none.rules());
    assertEquals(1, none.rules().get(0).same());
  }

  @Test
  void anotherRuleVersionAloneIsNoDifference() {
    Alert old = alert("M03", "A", 0, 60).build();
    Alert fresh =
        new AlertDraft("M03", "A", "2", old.start(), old.decided()).end(old.end()).build();
    assertEquals(List.of(), compare(of(old), of(fresh)).changes());
  }

  @Test
  void tellsWhatIsNewGoneAndDifferentByRule() {
    Alert kept = alert("M03", "A", 0, 60).severity(2).build();
    Alert worse = alert("M03", "A", 0, 60).severity(3).build();
    Alert gone = alert("M03", "B", 0, 60).build();
    Alert added = alert("M08", "A", 100, 130).build();
    LedgerDifference d = compare(of(kept, gone), of(worse, added));
    assertEquals(
        List.of(new RuleDifference("M03", 2, 1, 0, 1, 1), new RuleDifference("M08", 0, 1, 1, 0, 0)),
        d.rules());
    assertEquals(
        List.of(AlertChange.between(kept, worse), AlertChange.gone(gone), AlertChange.added(added)),
        d.changes());
  }

  @Test
  void anAlertThatBeginsElsewhereIsTheSameWhileBothOverlap() {
    Alert old = alert("M03", "A", 0, 60).build();
    Alert touching = alert("M03", "A", 60, 90).build();
    Alert apart = alert("M03", "A", 61, 90).build();
    assertEquals(
        List.of(AlertChange.between(old, touching)), compare(of(old), of(touching)).changes());
    assertEquals(2, compare(of(old), of(apart)).changes().size());
    Alert ofAnother = alert("M03", "B", 10, 90).build();
    assertEquals(2, compare(of(old), of(ofAnother)).changes().size());
  }

  @Test
  void oneAlertIsPairedWithOneOnly() {
    Alert old = alert("M03", "A", 0, 100).build();
    Alert first = alert("M03", "A", 10, 40).build();
    Alert second = alert("M03", "A", 60, 90).build();
    LedgerDifference d = compare(of(old), of(first, second));
    assertEquals(List.of(AlertChange.between(old, first), AlertChange.added(second)), d.changes());
  }

  @Test
  void roadsAreToldApartByTheirSegments() {
    Alert one = alert("S01", "", 0, 60).segments(List.of("X")).build();
    Alert other = alert("S01", "", 5, 60).segments(List.of("Y")).build();
    assertEquals(
        List.of(Kind.GONE, Kind.ADDED),
        compare(of(one), of(other)).changes().stream().map(AlertChange::kind).toList());
  }

  @Test
  void aLooserParameterTakesAwayWhatItShould() {
    Scene scene = Scene.haul().route("R1", 0, 0, 6000, 0).permit("A1");
    scene
        .truck("A1", 0, 0, "22:00:00", SensorKind.COVER, SensorKind.WEIGHT)
        .load()
        .to(1000, 0, 40)
        .cover(Cover.OPEN)
        .to(2000, 0, 40)
        .cover(Cover.CLOSED)
        .to(6000, 0, 40);
    Ledger before = scene.run();
    RuleSet looser = new RuleSet(scene.rules().plan(), Parameters.with(Map.of("t_cov", 3600.0)));
    Ledger after = BatchAnalysis.run(looser, scene.positions().toList());
    LedgerDifference d = compare(before, after);
    assertTrue(before.alerts().stream().anyMatch(a -> a.rule().equals("M03")));
    assertEquals(
        List.of("M03"), d.changes().stream().map(c -> c.alert().rule()).distinct().toList());
    assertEquals(Kind.GONE, d.changes().get(0).kind());
  }
}
