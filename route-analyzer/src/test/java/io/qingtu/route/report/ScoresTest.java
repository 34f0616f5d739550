package io.qingtu.route.report;

import static io.qingtu.route.trip.Trip.EndKind.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.report.RedBlack.Reason;
import io.qingtu.route.report.Score.Bar;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Judged.Decision;
import io.qingtu.route.scoring.Judged.Verdict;
import io.qingtu.route.scoring.Levels.Level;
import io.qingtu.route.scoring.PointTable;
import io.qingtu.route.scoring.PointsLedger.Standing;
import io.qingtu.route.scoring.Standards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Who is ranked, who is listed, and what is taken back. */
class ScoresTest {
  private final Scene scene = new Scene();
  private final List<Judged> judged = new ArrayList<>();
  private final List<CaseRecord> cases = new ArrayList<>();

  private void trips(String plate, int n) {
    for (int i = 0; i < n; i++) {
      scene.trip(plate + i, plate, OK, 1, "");
    }
  }

  private void onDuty(String plate, double observed) {
    scene.work(plate, 1, 8, observed, 0, 0);
  }

  private Alert violation(String rule, String plate, int minute, int severity) {
    Alert a = scene.alert(rule, plate, minute, severity, Grade.A, AlertStatus.ENDED);
    scene.confirm(a);
    return a;
  }

  private void judge(Alert a, String company, Verdict... verdicts) {
    judged.add(new Judged(a, company, "", List.of(verdicts)));
  }

  private static Verdict verdict(Decision decision, int day) {
    return new Verdict(Scene.at(day, 10, 0), decision, 0);
  }

  private Standards standards = Standards.USUAL;

  private Scores scores() {
    return scene.report(handling(Optional.empty())).scores();
  }

  private Handling handling(Optional<Instant> asOf) {
    return new Handling(
        cases, judged, WorkCalendar.USUAL, new Handling.Scoring(PointTable.USUAL, standards), asOf);
  }

  private static Score of(List<Score> scores, String company) {
    return scores.stream().filter(s -> s.company().equals(company)).findFirst().orElseThrow();
  }

  @Test
  void nineteenTripsAreNotRankedAndTwentyAre() {
    trips("A1", 19);
    trips("B1", 20);
    onDuty("A1", 1);
    onDuty("B1", 1);
    List<Score> scores = scores().haulage();
    assertEquals(Bar.SMALL_SAMPLE, of(scores, "甲公司").bar());
    assertEquals(0, of(scores, "甲公司").rank());
    assertEquals(1, of(scores, "乙公司").rank());
    assertEquals("乙公司", scores.get(0).company());
  }

  @Test
  void whatACitySetsIsWhatCounts() {
    trips("A1", 20);
    trips("B1", 30);
    onDuty("A1", 1);
    onDuty("B1", 0.75);
    scene.confirm(scene.alert("M03", "B1", 0, 3, Grade.A, AlertStatus.ENDED));
    String usual = scene.report(handling(Optional.empty())).scoring();
    standards =
        Standards.of(
            Map.of(
                "n_min.trips", 21.0,
                "observed.ranked", 0.75,
                "weight.severity_3", 3.0,
                "haulage.per_violation", 2.0,
                "haulage.unobserved", 20.0,
                "haulage.waybills", 0.0));
    PeriodReport report = scene.report(handling(Optional.empty()));
    assertEquals(Bar.SMALL_SAMPLE, of(report.scores().haulage(), "甲公司").bar());
    Score second = of(report.scores().haulage(), "乙公司");
    assertEquals(1, second.rank());
    // 3 x 100 / 30 = 10 in a hundred trips, twice that, and a quarter of 20
    assertEquals(100 - 20 - 5, second.index().value());
    assertEquals(standards, report.standards());
    assertNotEquals(usual, report.scoring());
  }

  @Test
  void whoWasNotObservedIsNotRanked() {
    trips("A1", 20);
    trips("B1", 20);
    onDuty("A1", 0.79);
    onDuty("B1", 0.80);
    List<Score> scores = scores().haulage();
    assertEquals(Bar.TOO_LITTLE_OBSERVED, of(scores, "甲公司").bar());
    assertEquals(Bar.NONE, of(scores, "乙公司").bar());
    assertEquals(97, of(scores, "乙公司").index().value());
  }

  @Test
  void equalIndexesShareARank() {
    trips("A1", 20);
    trips("B1", 30);
    onDuty("A1", 1);
    onDuty("B1", 1);
    List<Score> scores = scores().haulage();
    assertEquals(List.of(1, 1), scores.stream().map(Score::rank).toList());
    assertEquals(OptionalInt.empty(), scores.get(0).change());
  }

  @Test
  void violationsLowerTheRank() {
    trips("A1", 40);
    trips("B1", 20);
    onDuty("A1", 1);
    onDuty("B1", 1);
    violation("M05", "A1", 0, 2);
    List<Score> scores = scores().haulage();
    // weight 2 in 40 trips: 5 in a hundred, times 6
    assertEquals(70, of(scores, "甲公司").index().value());
    assertEquals(2, of(scores, "甲公司").rank());
    assertEquals(1, of(scores, "乙公司").rank());
  }

  @Test
  void aGraveViolationBlackensEvenTheUnranked() {
    Alert dump = violation("M01", "A1", 0, 4);
    judge(dump, "甲公司", verdict(Decision.CONFIRMED, 2));
    Scores scores = scores();
    assertEquals(
        List.of(new RedBlack.Listed("甲公司", List.of(Reason.GRAVE))), scores.lists().black());
    assertEquals(20, of(scores.haulage(), "甲公司").standing().points());
    assertEquals(List.of(new Standing("甲公司", 20, 0)), scores.companies());
  }

  @Test
  void sixtyPointsAreBlackAndFiftyNineAreNot() {
    for (int i = 0; i < 4; i++) {
      judge(violation("M06c", "A1", i, 3), "甲公司", verdict(Decision.CONFIRMED, 2));
    }
    Scores scores = scores();
    assertEquals(Level.POOR, of(scores.haulage(), "甲公司").level());
    assertEquals(List.of(Reason.POINTS), scores.lists().black().get(0).reasons());
    judged.remove(3);
    assertEquals(Level.FAIR, of(scores().haulage(), "甲公司").level());
    assertTrue(scores().lists().black().isEmpty());
    // 40 points of one vehicle end at its cap
    assertEquals(new Standing("A1", 30, 0), scores().vehicles().get(0));
  }

  @Test
  void theRedListIsForTheFirstThreeAtNinety() {
    trips("A1", 20);
    trips("B1", 20);
    onDuty("A1", 1);
    onDuty("B1", 1);
    violation("M05", "B1", 0, 2);
    assertEquals(
        List.of("甲公司"), scores().lists().red().stream().map(RedBlack.Listed::company).toList());
  }

  @Test
  void anUpheldAppealClearsTheViolationEverywhere() {
    trips("A1", 20);
    onDuty("A1", 1);
    Alert a = violation("M05", "A1", 0, 2);
    judge(
        a,
        "甲公司",
        verdict(Decision.CONFIRMED, 2),
        verdict(Decision.APPEALED, 3),
        verdict(Decision.APPEAL_UPHELD, 4));
    PeriodReport report = scene.report(handling(Optional.empty()));
    assertEquals(0, report.haulage().figures().confirmed());
    assertEquals(100, report.scores().haulage().get(0).index().value());
    assertEquals(2, report.scores().entered().size());
    assertEquals(1, report.scores().appeals().size());
    assertEquals(Decision.APPEAL_UPHELD, report.scores().appeals().get(0).last().decision());
    // a report that was frozen before knows the violation
    PeriodReport frozen = scene.report(handling(Optional.of(Scene.at(3, 12, 0))));
    assertEquals(1, frozen.haulage().figures().confirmed());
    assertEquals(3, frozen.scores().companies().get(0).frozen());
  }

  @Test
  void anOverdueCaseTakesItsShare() {
    trips("A1", 20);
    onDuty("A1", 1);
    cases.add(caseOf(1, step(Move.FILE, 1, 9, 10), step(Move.DISPATCH, 1, 9, 20)));
    cases.add(
        caseOf(
            2,
            step(Move.FILE, 1, 9, 10),
            step(Move.DISPATCH, 1, 9, 20),
            step(Move.BEGIN, 1, 10, 0),
            step(Move.ANSWER, 1, 11, 0),
            step(Move.VERIFY, 1, 11, 30),
            step(Move.CLOSE, 1, 11, 40)));
    PeriodReport report = scene.report(handling(Optional.empty()));
    CaseFlow.Row row = report.cases().flow().city();
    assertEquals(1, row.closed());
    assertEquals(1, row.overdue());
    assertEquals(new Ratio(1, 2), row.closing());
    assertEquals(new Ratio(1, 2), row.onTime());
    assertEquals(new Ratio(2, 2), row.filing());
    assertEquals(95, report.scores().haulage().get(0).index().value());
    assertFalse(row.rework().value() > 0);
  }

  private CaseRecord caseOf(long id, Step... steps) {
    return new CaseRecord(
        id, CaseType.SPILL, "甲公司", List.of("alert"), Scene.at(1, 9, 0), List.of(steps));
  }

  private static Step step(Move move, int day, int hour, int minute) {
    return new Step(
        move, 1, Scene.at(day, hour, minute), 1, Optional.empty(), Optional.empty(), "x");
  }
}
