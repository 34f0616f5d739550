package io.qingtu.route.report;

import static io.qingtu.route.trip.Trip.EndKind.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.report.PublicationCheck.Kind;
import io.qingtu.route.report.Score.Bar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a report from being issued. */
class PublicationCheckTest {
  private final Scene scene = new Scene();

  private static PublicationCheck of(Kind kind, PeriodReport report, String coverNote) {
    return PublicationCheck.all(report, List.of(), coverNote).stream()
        .filter(c -> c.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(Kind kind, PeriodReport report) {
    return of(kind, report, "").holds();
  }

  private PeriodReport whole() {
    scene.trip("t1", "A1", OK, 1, "").work("A1", 1, 8, 1, 0, 0);
    Alert a = scene.alert("M05", "A1", 0, 2, Grade.A, AlertStatus.ENDED);
    scene.confirm(a);
    return scene.report();
  }

  @Test
  void aReportThatAddsUpHoldsThemAll() {
    PeriodReport report = whole();
    PublicationCheck.all(report, List.of(), "")
        .forEach(c -> assertEquals(List.of(), c.faults(), c.kind().toString()));
  }

  @Test
  void aTripOfNobodyIsFound() {
    scene.trip("t1", "A1", OK, 1, "").trip("t2", "unknown", OK, 1, "");
    PublicationCheck sums = of(Kind.SUMS, scene.report(), "");
    assertEquals(List.of("重载趟次：各单位合计1，总数2"), sums.faults());
  }

  @Test
  void anEventThatIsNotInTheListIsFound() {
    PeriodReport r = whole();
    PeriodReport cut = withEvents(r, List.of());
    assertFalse(holds(Kind.SUMS, cut));
  }

  @Test
  void anEventThatStandsTwiceIsFound() {
    PeriodReport r = whole();
    List<PeriodReport.Event> twice = new ArrayList<>(r.events());
    twice.addAll(r.events());
    assertEquals(List.of("有1个事件的编号重复"), of(Kind.EVIDENCE, withEvents(r, twice), "").faults());
  }

  @Test
  void aRankWithoutDataIsFound() {
    PeriodReport r = whole();
    Score unranked = r.scores().haulage().get(0);
    assertEquals(Bar.SMALL_SAMPLE, unranked.bar());
    Score forged =
        new Score(
            1,
            unranked.change(),
            unranked.company(),
            unranked.index(),
            unranked.bar(),
            unranked.standing(),
            unranked.level(),
            0);
    assertFalse(holds(Kind.RANKS, withHaulage(r, List.of(forged))));
  }

  @Test
  void sixtyNinePercentAskForACoverNoteAndSeventyDoNot() {
    scene.work("A1", 1, 10, 0.69, 0, 0);
    PeriodReport low = scene.report();
    assertEquals(List.of("全市可监管率69.0%，低于70%，须先写明附注"), of(Kind.OBSERVED, low, " ").faults());
    assertTrue(of(Kind.OBSERVED, low, "基站故障三天").holds());
    Scene other = new Scene();
    other.work("A1", 1, 10, 0.70, 0, 0);
    assertTrue(holds(Kind.OBSERVED, other.report()));
  }

  @Test
  void aWeekWithoutDataNeedsTheNote() {
    assertFalse(holds(Kind.OBSERVED, scene.report()));
    assertTrue(holds(Kind.SUMS, scene.report()));
    assertTrue(holds(Kind.RANKS, scene.report()));
  }

  @Test
  void aDamagedSnapshotIsFound() {
    List<PublicationCheck> all = PublicationCheck.all(whole(), List.of("2026-W45"), "");
    assertEquals(
        List.of(Kind.FROZEN),
        all.stream().filter(c -> !c.holds()).map(PublicationCheck::kind).toList());
  }

  private static PeriodReport withEvents(PeriodReport r, List<PeriodReport.Event> events) {
    return new PeriodReport(
        r.period(),
        r.overview(),
        r.quality(),
        r.haulage(),
        r.cleaning(),
        r.cases(),
        r.alarms(),
        r.scores(),
        events,
        r.ruleVersion(),
        r.parameters(),
        r.standards(),
        r.scoring());
  }

  private static PeriodReport withHaulage(PeriodReport r, List<Score> haulage) {
    Scores s = r.scores();
    return new PeriodReport(
        r.period(),
        r.overview(),
        r.quality(),
        r.haulage(),
        r.cleaning(),
        r.cases(),
        r.alarms(),
        new Scores(
            s.cycle(),
            haulage,
            s.cleaning(),
            s.lists(),
            s.cleaningLists(),
            s.companies(),
            s.vehicles(),
            s.drivers(),
            s.entered(),
            s.appeals()),
        r.events(),
        r.ruleVersion(),
        r.parameters(),
        r.standards(),
        r.scoring());
  }
}
