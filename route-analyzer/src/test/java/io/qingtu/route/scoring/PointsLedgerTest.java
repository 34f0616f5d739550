package io.qingtu.route.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.scoring.Judged.Decision;
import io.qingtu.route.scoring.Judged.Verdict;
import io.qingtu.route.scoring.Levels.Level;
import io.qingtu.route.scoring.PointLine.Kind;
import io.qingtu.route.scoring.PointTable.Proof;
import io.qingtu.route.scoring.PointsLedger.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a violation costs, when it waits, and how it is taken back. */
class PointsLedgerTest {
  /** A Monday. */
  private static final Instant MONDAY = Instant.parse("2026-11-09T02:00:00Z");

  private static final Instant EVER = Instant.parse("2027-01-01T00:00:00Z");

  private final List<Judged> judged = new ArrayList<>();

  private static Alert alert(String rule, int severity, Instant start, double measured) {
    return new Alert(
        rule,
        "鲁A1",
        start,
        start,
        start.plusSeconds(60),
        119.1,
        36.7,
        Grade.A,
        severity,
        AlertStatus.ENDED,
        "",
        "",
        "",
        "",
        List.of(),
        measured,
        50,
        "km/h",
        "1.0+abc",
        List.of());
  }

  private static Alert alert(String rule, int severity) {
    return alert(rule, severity, MONDAY, Double.NaN);
  }

  private static Verdict verdict(Decision decision, String at) {
    return new Verdict(Instant.parse(at), decision, decision == Decision.CONFIRMED ? 0 : 7);
  }

  private static Verdict confirmed() {
    return verdict(Decision.CONFIRMED, "2026-11-09T03:00:00Z");
  }

  private PointsLedger ledger(Alert alert, Verdict... verdicts) {
    judged.add(new Judged(alert, "甲公司", "D1", List.of(verdicts)));
    return ledger(EVER);
  }

  private PointsLedger ledger(Instant asOf) {
    return PointsLedger.of(HalfYear.of(MONDAY), judged, PointTable.USUAL, WorkCalendar.USUAL, asOf);
  }

  @Test
  void aConfirmedDumpCostsCompanyVehicleAndDriver() {
    PointsLedger ledger = ledger(alert("M01", 4), confirmed());
    assertEquals(new Standing("甲公司", 20, 0), ledger.companies().get("甲公司"));
    assertEquals(new Standing("鲁A1", 12, 0), ledger.vehicles().get("鲁A1"));
    assertEquals(new Standing("D1", 12, 0), ledger.drivers().get("D1"));
  }

  @Test
  void whatNobodyConfirmedCostsNothing() {
    assertTrue(ledger(alert("M01", 4)).lines().isEmpty());
    assertTrue(
        ledger(alert("M03", 4), verdict(Decision.REJECTED, "2026-11-09T03:00:00Z"))
            .lines()
            .isEmpty());
  }

  @Test
  void aNoteCostsNothing() {
    assertTrue(ledger(alert("M04", 1), confirmed()).lines().isEmpty());
  }

  @Test
  void aGraverViolationCostsMore() {
    assertEquals(new Points(5, 3, 3), PointTable.USUAL.of(alert("M03", 3), Proof.REVIEW));
    assertEquals(new Points(8, 5, 5), PointTable.USUAL.of(alert("M03", 4), Proof.REVIEW));
    assertEquals(Points.NONE, PointTable.USUAL.of(alert("M03", 2), Proof.REVIEW));
    assertEquals(new Points(3, 2, 2), PointTable.USUAL.of(alert("M04", 2), Proof.REVIEW));
    assertEquals(new Points(6, 4, 4), PointTable.USUAL.of(alert("M04", 3), Proof.REVIEW));
  }

  @Test
  void speedCostsByItsExcess() {
    assertEquals(Points.NONE, speeding(59.9));
    assertEquals(new Points(2, 2, 4), speeding(60));
    assertEquals(new Points(2, 2, 4), speeding(74.9));
    assertEquals(new Points(5, 4, 8), speeding(75));
  }

  private static Points speeding(double kmh) {
    return PointTable.USUAL.of(alert("M08", 2, MONDAY, kmh), Proof.REVIEW);
  }

  @Test
  void anInferredDumpCostsNothingUntilItIsFoundOnTheSpot() {
    Alert inferred = alert("M02", 3);
    assertTrue(ledger(inferred, confirmed()).lines().isEmpty());
    judged.clear();
    PointsLedger found =
        ledger(inferred, confirmed(), verdict(Decision.FOUND, "2026-11-10T03:00:00Z"));
    assertEquals(20, found.companies().get("甲公司").points());
    assertEquals(7, found.lines().get(0).caseId());
  }

  @Test
  void anAppealWithinFiveWorkingDaysFreezes() {
    // confirmed on Monday at 11:00: five working days later it is next Monday at 11:00
    PointsLedger inTime =
        ledger(alert("M05", 2), confirmed(), verdict(Decision.APPEALED, "2026-11-16T03:00:00Z"));
    assertEquals(new Standing("甲公司", 0, 3), inTime.companies().get("甲公司"));
    judged.clear();
    PointsLedger late =
        ledger(alert("M05", 2), confirmed(), verdict(Decision.APPEALED, "2026-11-16T03:00:01Z"));
    assertEquals(new Standing("甲公司", 3, 0), late.companies().get("甲公司"));
  }

  @Test
  void anUpheldAppealTakesBackByALineOfItsOwn() {
    PointsLedger ledger =
        ledger(
            alert("M06c", 3),
            confirmed(),
            verdict(Decision.APPEALED, "2026-11-11T03:00:00Z"),
            verdict(Decision.APPEAL_UPHELD, "2026-11-12T03:00:00Z"));
    assertEquals(
        List.of(Kind.CHARGE, Kind.UPHELD), ledger.lines().stream().map(PointLine::kind).toList());
    assertEquals(new Points(-15, -10, -10), ledger.lines().get(1).points());
    assertEquals(new Standing("甲公司", 0, 0), ledger.companies().get("甲公司"));
    assertTrue(judged.get(0).isUpheld());
    // and what was known before stands as it was known
    assertEquals(
        new Standing("甲公司", 0, 15),
        ledger(Instant.parse("2026-11-11T12:00:00Z")).companies().get("甲公司"));
  }

  @Test
  void aRejectedAppealLetsThePointsCountAgain() {
    PointsLedger ledger =
        ledger(
            alert("M09", 2),
            confirmed(),
            verdict(Decision.APPEALED, "2026-11-11T03:00:00Z"),
            verdict(Decision.APPEAL_REJECTED, "2026-11-12T03:00:00Z"));
    assertEquals(new Standing("甲公司", 4, 0), ledger.companies().get("甲公司"));
    assertEquals(1, ledger.lines().size());
    assertFalse(judged.get(0).isUpheld());
  }

  @Test
  void aReviewThatIsChangedTwiceLeavesThreeLines() {
    PointsLedger ledger =
        ledger(
            alert("M05", 2),
            confirmed(),
            verdict(Decision.REJECTED, "2026-11-10T03:00:00Z"),
            verdict(Decision.CONFIRMED, "2026-11-11T03:00:00Z"));
    assertEquals(
        List.of(3, -3, 3), ledger.lines().stream().map(l -> l.points().company()).toList());
  }

  @Test
  void confirmingTwiceCostsOnce() {
    PointsLedger ledger =
        ledger(alert("M05", 2), confirmed(), verdict(Decision.CONFIRMED, "2026-11-11T03:00:00Z"));
    assertEquals(1, ledger.lines().size());
  }

  @Test
  void aViolationBelongsToTheHalfYearInWhichItBegan() {
    Instant lastNight = Instant.parse("2026-06-30T15:59:59Z");
    assertEquals("2026-H1", HalfYear.of(lastNight).toString());
    assertEquals("2026-H2", HalfYear.of(lastNight.plusSeconds(1)).toString());
    assertTrue(ledger(alert("M01", 4, lastNight, Double.NaN), confirmed()).lines().isEmpty());
    assertEquals(LocalDate.of(2026, 7, 1), HalfYear.of(lastNight.plusSeconds(1)).first());
    assertThrows(IllegalArgumentException.class, () -> new HalfYear(LocalDate.of(2026, 4, 1)));
  }

  @Test
  void aChangedTableHoldsFromItsDayOn() {
    PointTable changed =
        PointTable.USUAL.with(
            List.of(
                new PointTable.Entry(
                    "M05", 2, 0, Proof.REVIEW, LocalDate.of(2026, 11, 10), new Points(1, 1, 1))));
    assertEquals(new Points(3, 2, 2), changed.of(alert("M05", 2), Proof.REVIEW));
    Alert later = alert("M05", 2, MONDAY.plusSeconds(86_400), Double.NaN);
    assertEquals(new Points(1, 1, 1), changed.of(later, Proof.REVIEW));
  }

  @Test
  void levelsBeginAtTheirBounds() {
    Levels s = Standards.USUAL.levels();
    assertEquals(Level.EXCELLENT, s.level(29));
    assertEquals(Level.GOOD, s.level(30));
    assertEquals(Level.GOOD, s.level(39));
    assertEquals(Level.FAIR, s.level(40));
    assertEquals(Level.FAIR, s.level(59));
    assertEquals(Level.POOR, s.level(60));
    assertEquals(30, s.capped(36));
    assertEquals(29, s.capped(29));
  }
}
