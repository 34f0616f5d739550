package io.qingtu.route.report;

import static io.qingtu.route.trip.Trip.EndKind.ELSEWHERE;
import static io.qingtu.route.trip.Trip.EndKind.OK;
import static io.qingtu.route.trip.Trip.EndKind.WRONG_SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.report.ReviewDecision.Decision;
import io.qingtu.route.scoring.Standards;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.VehicleDayWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures that can be done in the head. */
class PeriodReportTest {
  private final Scene scene = new Scene();

  private static void assertRatio(double numerator, double denominator, Ratio actual) {
    assertEquals(denominator, actual.denominator(), denominator * 1e-5 + 1e-9);
    assertEquals(numerator, actual.numerator(), denominator * 1e-5 + 1e-9);
  }

  @Test
  void aWeekWithoutDataHasNoRatesAndNoChange() {
    PeriodReport report = scene.report();
    Overview overview = report.overview();
    assertEquals(4, overview.vehicles());
    assertEquals(0, overview.trips());
    assertEquals(OptionalLong.empty(), overview.tripsBefore());
    assertFalse(overview.perHundred().ratio().isKnown());
    assertTrue(Double.isNaN(overview.frequency().ratio().value()));
    assertEquals(OptionalDouble.empty(), overview.online().change());
    assertRatio(0, 3, overview.online().ratio());
    assertRatio(0, 21, report.quality().sensors().get(SensorKind.COVER));
    assertFalse(overview.isPublishable(Standards.USUAL));
    assertEquals(3, overview.highlights().size());
    assertTrue(report.events().isEmpty());
  }

  @Test
  void tonnesAreTripsTimesRatedLoadOrSixteen() {
    scene.trip("t1", "A1", OK, 1, "").trip("t2", "A2", OK, 1, "").trip("t3", "B1", OK, 1, "");
    HaulageFigures figures = scene.report().haulage().figures();
    assertEquals(46, figures.tonnes());
    assertEquals(32.857, figures.cubicMetres(), 0.001);
  }

  @Test
  void anUnobservedTripIsNeitherClosedNorWithoutWeight() {
    scene
        .trip("t1", "A1", OK, 0.80, "")
        .trip("t2", "A1", OK, 0.79, "")
        .trip("t3", "A1", ELSEWHERE, 1, "");
    HaulageFigures figures = scene.report().haulage().figures();
    assertRatio(1, 2, figures.tripClosure());
    assertRatio(1, 3, figures.unobserved());
    assertRatio(3600 * 2.59, 3 * 3600, figures.observedTime());
  }

  @Test
  void violationsWeighBySeverityAndOnlyConfirmedOnesCount() {
    scene.trip("t1", "A1", OK, 1, "").trip("t2", "A1", OK, 1, "");
    scene.confirm(scene.alert("M01", "A1", 0, 4, Grade.A, AlertStatus.ENDED));
    scene.confirm(scene.alert("M08", "A1", 10, 2, Grade.B, AlertStatus.ENDED));
    scene.review(
        scene.alert("M03", "A1", 20, 3, Grade.B, AlertStatus.ENDED), Decision.REJECTED, "误报");
    scene.alert("M04", "A1", 30, 3, Grade.B, AlertStatus.OPEN);
    scene.confirm(scene.alert("M04", "A1", 40, 3, Grade.B, AlertStatus.SUPPRESSED));
    PeriodReport report = scene.report();
    // (10 + 2) × 100 ÷ 2 trips
    assertRatio(1200, 2, report.haulage().figures().perHundred());
    assertEquals(1, report.overview().serious());
    Offender offender = report.haulage().offenders().get(0);
    assertEquals("A1", offender.plate());
    assertEquals(Map.of("M01", 1L, "M08", 1L), offender.confirmedByRule());
    assertEquals(1, report.haulage().suspicions().bySensor());
  }

  @Test
  void waybillsCloseOnlyWithBothScansWithinADayAndATripThatEndedWell() {
    scene
        .trip("t1", "A1", OK, 1, "w1")
        .trip("t2", "A1", WRONG_SITE, 1, "w2")
        .trip("t3", "A1", OK, 1, "w3")
        .trip("t4", "A1", OK, 1, "");
    scene.day("A1", 1, 100, 100, 0, 1, "HEALTHY");
    waybill("w1", "A1", 1, 23);
    waybill("w2", "A1", 1, 23);
    waybill("w3", "A1", 2, 23);
    waybill("ghost", "A1", 1, 23);
    waybill("unseen", "B1", 1, 23);
    scene.waybills.add(new Waybill("noscan", "A1", "W", "X", null, null, Double.NaN));
    WaybillFigures waybills = scene.report().haulage().waybills();
    assertRatio(3, 4, waybills.coverage());
    assertRatio(1, 5, waybills.closure());
    assertEquals(1, waybills.ghosts());
    assertEquals(1, waybills.unobserved());
    assertEquals(1, waybills.lateAccepted());
  }

  private void waybill(String id, String plate, int dayIn, int hourIn) {
    scene.waybills.add(
        new Waybill(id, plate, "W", "X", Scene.at(1, 22, 0), Scene.at(dayIn, hourIn, 5), 10));
  }

  @Test
  void aWaybillIsNotAcceptedOnlyWhenADayHasPassedWithinTheWeek() {
    scene.trips.add(Scene.tripAt("t1", "A1", OK, 1, "w1", Scene.at(1, 22, 0)));
    scene.trips.add(Scene.tripAt("t2", "A1", OK, 1, "w2", Scene.at(7, 22, 0)));
    scene.waybills.add(new Waybill("w1", "A1", "W", "X", Scene.at(1, 22, 0), null, 10));
    scene.waybills.add(new Waybill("w2", "A1", "W", "X", Scene.at(7, 22, 0), null, 10));
    WaybillFigures waybills = scene.report().haulage().waybills();
    assertEquals(1, waybills.notAccepted());
    assertRatio(0, 2, waybills.closure());
  }

  @Test
  void permitHoursAndRouteRatesHaveTheirOwnDenominators() {
    scene.trip("t1", "A1", OK, 1, "").trip("t2", "A2", OK, 1, "");
    Alert late = scene.alert("M05", "A1", 0, 2, Grade.B, AlertStatus.ENDED);
    assertRatio(2, 2, scene.report().haulage().figures().inHours());
    scene.confirm(late);
    HaulageFigures figures = scene.report().haulage().figures();
    assertRatio(1, 2, figures.inHours());
    assertRatio(1, 2, figures.permitted());
    assertRatio(18_000, 20_000, figures.adherence());
  }

  @Test
  void openKilometresCountWhenTheAlertIsConfirmedOrProven() {
    // each trip: 10 km of known cover, 1 km of it open
    scene.trip("t1", "A1", OK, 1, "").trip("t2", "B1", OK, 1, "");
    Alert open = scene.alert("M03", "A1", 10, 3, Grade.B, AlertStatus.ENDED);
    assertRatio(20_000, 20_000, scene.report().haulage().figures().covered());
    scene.confirm(open);
    assertRatio(19_000, 20_000, scene.report().haulage().figures().covered());
    Alert proven = scene.alert("M03", "B1", 10, 3, Grade.A, AlertStatus.ENDED);
    assertRatio(18_000, 20_000, scene.report().haulage().figures().covered());
    scene.review(proven, Decision.REJECTED, "sensor_fault");
    assertRatio(19_000, 20_000, scene.report().haulage().figures().covered());
  }

  @Test
  void anOpenCoverAfterTheTripIsNotOfTheTrip() {
    scene.trip("t1", "A1", OK, 1, "");
    scene.confirm(scene.alert("M03", "A1", 60, 3, Grade.B, AlertStatus.ENDED));
    assertRatio(10_000, 10_000, scene.report().haulage().figures().covered());
    scene.confirm(scene.alert("M03", "A1", 59, 3, Grade.B, AlertStatus.ENDED));
    assertRatio(9_000, 10_000, scene.report().haulage().figures().covered());
  }

  @Test
  void attendanceTakesHalfAnHourOfWorkOnEachPlannedDay() {
    scene.work("S1", 1, 8, 1, 30, 4).work("S1", 2, 8, 1, 29.9, 6).work("A1", 1, 10, 1, 0, 0);
    WorkFigures work = scene.report().cleaning().work();
    assertRatio(1, 7, work.attendance());
    assertRatio(9, 10, work.inSpeed());
    assertEquals(8, work.effectiveKm(), 1e-9);
    assertEquals(59.9 / 60, work.operatingHours(), 1e-9);
  }

  @Test
  void deadheadIsWhatWasDrivenWithoutEffectiveWork() {
    // S1 drives 100 km a day, 80 % of its km at work are effective; the truck's km do not count
    scene.day("S1", 1, 10, 10, 0, 1, "HEALTHY").day("A1", 1, 10, 10, 0, 1, "HEALTHY");
    assertRatio(100, 100, scene.report().cleaning().work().deadhead());
    scene.work("S1", 1, 8, 1, 240, 50);
    assertRatio(60, 100, scene.report().cleaning().work().deadhead());
  }

  @Test
  void aWindowThatWasBegunAndNotFinishedIsNotInTime() {
    scene
        .pass("s1", Side.FWD, 1, 2, 2, 1, Outcome.DONE)
        .pass("s1", Side.REV, 1, 2, 1, 0.5, Outcome.PARTIAL)
        .pass("s3", Side.FWD, 1, 2, 0, 0, Outcome.MISSED)
        .pass("s3", Side.FWD, 2, 2, 2, 1, Outcome.EXEMPT);
    assertRatio(1, 2, scene.report().cleaning().work().onTime());
  }

  @Test
  void minutesWithoutWorkAreOfConfirmedAlertsOnly() {
    scene.confirm(scene.alert("S05", "S1", 0, 3, Grade.B, AlertStatus.ENDED));
    scene.alert("S05", "S1", 30, 3, Grade.B, AlertStatus.ENDED);
    assertEquals(6, scene.report().cleaning().work().notOperatingMinutes());
  }

  @Test
  void areaIsEffectiveWayTimesWidthOfThoseWhoseWidthIsKnown() {
    scene.work("S1", 1, 8, 1, 60, 10).work("S1", 2, 8, 1, 60, 5);
    WorkArea area = scene.report().cleaning().work().area();
    // 12 km at 3 m
    assertEquals(36_000, area.squareMetres(), 1e-6);
    assertRatio(12, 12, area.known());
    scene.sweeperWidthM = Double.NaN;
    WorkArea unknown = scene.report().cleaning().work().area();
    assertTrue(Double.isNaN(unknown.squareMetres()));
    assertRatio(0, 12, unknown.known());
  }

  @Test
  void onlineIsDutyOfTheDaysOfWhichItIsTold() {
    scene.work("A1", 1, 8, 1, 0, 0).work("A1", 2, 2, 0.5, 0, 0);
    assertRatio(4.5 * 3600, 10 * 3600, scene.report().quality().city().onlineTime());
    List<Long> delays = new ArrayList<>(Collections.nCopies(12, 0L));
    scene.work.add(
        new VehicleDayWork("A1", Scene.WEEK.first().plusDays(3), 500, 1, 0, 0, 0, 0, delays));
    assertRatio(4.5 * 3600, 10 * 3600, scene.report().quality().city().onlineTime());
  }

  @Test
  void aSitesVolumeIsHeldAgainstThatPartOfItsPlanWhichFallsIntoTheWeek() {
    assertEquals(
        Kpi.NONE, scene.trip("t", "A1", OK, 1, "").report().haulage().sites().get(0).deviation());
    trips("A1", 19, 0.9);
    // two weeks, of which one is this: 140 m3 of 280; hauled are 20 × 10 t ÷ 1.4
    scene.progress.add(
        new SiteProgress("W", new Validity(Scene.WEEK.previous().start(), Scene.WEEK.end()), 280));
    scene.progress.add(
        new SiteProgress("W", new Validity(Scene.WEEK.end(), Scene.at(14, 0, 0)), 900));
    Kpi deviation = scene.report().haulage().sites().get(0).deviation();
    assertRatio(200 / 1.4 - 140, 140, deviation.ratio());
    assertRatio(3600 * (1 + 19 * 0.9), 20 * 3600, deviation.observed());
    assertFalse(deviation.isSmall());
    scene.trips.remove(0);
    assertTrue(scene.report().haulage().sites().get(0).deviation().isSmall());
  }

  @Test
  void theDelayIsTheClassThatHoldsNinetyFiveOfAHundred() {
    assertTrue(Double.isNaN(scene.report().quality().city().delayP95Seconds()));
    scene.work("A1", 1, 8, 1, 0, 0);
    assertEquals(2, scene.report().quality().city().delayP95Seconds());
    List<Long> late = new ArrayList<>(Collections.nCopies(12, 0L));
    late.set(11, 20L);
    LocalDate day = Scene.WEEK.first();
    scene.work.add(new VehicleDayWork("A2", day, 1, 1, 0, 0, 0, 0, late));
    assertEquals(Double.POSITIVE_INFINITY, scene.report().quality().city().delayP95Seconds());
  }

  @Test
  void aCompanyWithNineteenTripsIsNotRanked() {
    trips("A1", 20, 1);
    trips("B1", 19, 1);
    assertEquals("甲公司", scene.report().haulage().companies().get(0).company());
    CompanyHaulage small = scene.report().haulage().companies().get(1);
    assertTrue(small.perHundred().isSmall());
    assertFalse(small.isRanked());
    trips("B1", 1, 1);
    assertTrue(scene.report().haulage().companies().stream().allMatch(c -> c.rank() == 1));
  }

  @Test
  void aCompanyThatHidesIsNotRanked() {
    trips("A1", 20, 1);
    trips("B1", 20, 1);
    trips("B1", 40, 0.60);
    CompanyHaulage hidden = scene.report().haulage().companies().get(1);
    assertEquals("乙公司", hidden.company());
    assertFalse(hidden.isRanked());
  }

  private void trips(String plate, int n, double observed) {
    for (int i = 0; i < n; i++) {
      scene.trip("t" + scene.trips.size(), plate, OK, observed, "");
    }
  }

  @Test
  void dataQualityKeepsNumeratorsAndCountsSilentDays() {
    scene
        .day("A1", 1, 100, 97, 3, 0.9, "HEALTHY")
        .day("A1", 2, 100, 100, 0, 0.7, "BAD")
        .day("A2", 1, 100, 90, 5, 0.8, "HEALTHY")
        .day("S1", 1, 50, 0, 0, 0, "UNKNOWN")
        .work("A1", 1, 8, 0.9, 0, 0)
        .work("A2", 1, 2, 0.3, 0, 0);
    DataQuality quality = scene.report().quality();
    assertRatio(3, 4, quality.city().networked());
    assertRatio(2, 3, quality.city().online());
    assertRatio(3, 21, quality.city().dailyOnline());
    assertRatio(287, 350, quality.city().validity());
    assertRatio(360, 400, quality.city().completeness());
    // A1: 3 of 200 jumps are 1.5 %, A2: 5 of 100 are 5 %
    assertRatio(1, 2, quality.city().drifting());
    // 8 h × 0.9 + 2 h × 0.3 of 10 h
    assertRatio(7.8 * 3600, 36_000, quality.city().observed());
    assertRatio(26, 28, quality.city().unobservable());
    assertRatio(2, 21, quality.sensors().get(SensorKind.COVER));
    assertEquals(8, quality.dropped().get("C05"));
    assertFalse(quality.city().isSufficient(Standards.USUAL));
  }

  @Test
  void frequencyIsWeightedByLengthAndSurplusPassesDoNotHelp() {
    scene
        .pass("s1", Side.FWD, 1, 2, 3, 1, Outcome.DONE)
        .pass("s1", Side.REV, 1, 2, 1, 0.5, Outcome.PARTIAL)
        .pass("s3", Side.FWD, 1, 2, 0, 0.1, Outcome.MISSED);
    CleaningFigures figures = scene.report().cleaning().figures();
    // 1 km × (2 + 1) + 3 km × 0 of 1 km × 4 + 3 km × 2
    assertRatio(3, 10, figures.frequency());
    assertRatio(0, 1, figures.roads());
    assertRatio(1.8, 5, figures.coverage());
    assertRatio(0.5, 1, figures.bothSides());
    assertFalse(figures.lanes().isKnown());
    RoadCleaning road = scene.report().cleaning().roads().get(0);
    assertEquals(4, road.lengthKm(), 1e-4);
    assertEquals(6, road.required());
    assertEquals(3, road.done());
    assertTrue(road.frequency().isSmall());
    MissedSegment missed = scene.report().cleaning().missed().get(0);
    assertEquals("s3", missed.segmentId());
    assertEquals(2, missed.missedPasses());
  }

  @Test
  void anExemptWindowIsNoneAndAnUnobservedOneIsNotDone() {
    scene.exemptions.add(
        new Exemption(
            Exemption.Kind.WEATHER,
            Optional.empty(),
            Set.of(),
            new Validity(Scene.at(1, 5, 0), Scene.at(1, 9, 0)),
            "值班主任"));
    scene
        .pass("s1", Side.FWD, 1, 2, 0, 0, Outcome.EXEMPT)
        .pass("s1", Side.FWD, 2, 2, 0, 0, Outcome.UNOBSERVED)
        .pass("s1", Side.REV, 2, 2, 2, 1, Outcome.DONE);
    Cleaning cleaning = scene.report().cleaning();
    assertRatio(2, 4, cleaning.figures().frequency());
    assertRatio(1, 2, cleaning.figures().unobserved());
    assertRatio(1, 3, cleaning.figures().exempt());
    assertEquals(Map.of(Exemption.Kind.WEATHER, 1L), cleaning.exemptWindows());
    assertEquals(List.of(new Excused(Exemption.Kind.WEATHER, "值班主任", 1)), cleaning.excused());
    assertTrue(cleaning.missed().isEmpty());
  }

  @Test
  void casesAndAlarmQualityTellEveryStep() {
    scene.confirm(scene.alert("M03", "A1", 0, 3, Grade.A, AlertStatus.ENDED));
    scene.review(
        scene.alert("M03", "A1", 10, 3, Grade.B, AlertStatus.ENDED), Decision.REJECTED, "厢盖误报");
    scene.alert("M03", "B1", 20, 3, Grade.B, AlertStatus.OPEN);
    scene.alert("M03", "B1", 30, 3, Grade.C, AlertStatus.ENDED);
    scene.alert("M03", "B1", 40, 3, Grade.B, AlertStatus.SUPPRESSED);
    PeriodReport report = scene.report();
    CaseWork.Row city = report.cases().city();
    assertEquals(1, city.proposed());
    assertEquals(2, city.queued());
    assertEquals(1, city.waiting());
    assertRatio(2, 3, city.reviewed());
    assertEquals(Map.of("厢盖误报", 1L), report.cases().rejections());
    AlarmQuality.Funnel m03 = report.alarms().rules().get(0);
    assertEquals(5, m03.triggered());
    assertEquals(4, m03.emitted());
    assertEquals(1, m03.held());
    assertRatio(1, 2, m03.precision());
    assertEquals(Map.of("closure", 1L), m03.reasons());
    assertEquals(5, report.events().size());
  }

  @Test
  void changesAreThisWeekLessTheWeekBefore() {
    trips("A1", 25, 1);
    scene.confirm(scene.alert("M08", "A1", 0, 2, Grade.B, AlertStatus.ENDED));
    scene.before(
        Scene.tripAt("b1", "A1", OK, 1, "", Scene.at(-1, 22, 0)),
        Scene.tripAt("outside", "A1", OK, 1, "", Scene.at(-10, 22, 0)));
    Overview overview = scene.report().overview();
    assertEquals(OptionalLong.of(1), overview.tripsBefore());
    assertEquals(8, overview.perHundred().change().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.empty(), overview.frequency().change());
  }

  @Test
  void theSentencesNameTheBestTheWorstAndADump() {
    trips("A1", 20, 1);
    trips("B1", 20, 1);
    scene.confirm(scene.alert("M01", "B1", 0, 4, Grade.A, AlertStatus.ENDED));
    var sentences = scene.report().overview().highlights();
    assertTrue(sentences.get(0).sentence().contains("甲公司"), sentences.get(0).sentence());
    assertTrue(sentences.get(1).sentence().contains("乙公司"), sentences.get(1).sentence());
    assertTrue(sentences.get(1).sentence().contains("违规倾倒"), sentences.get(1).sentence());
    assertTrue(sentences.get(2).sentence().contains("倾倒1起"), sentences.get(2).sentence());
  }

  @Test
  void nothingOutsideTheWeekIsCounted() {
    scene.trips.add(Scene.tripAt("monday", "A1", OK, 1, "", Scene.WEEK.start()));
    scene.trips.add(Scene.tripAt("next", "A1", OK, 1, "", Scene.WEEK.end()));
    scene.trips.add(Scene.tripAt("sunday", "A1", OK, 1, "", Scene.WEEK.start().minusSeconds(1)));
    assertEquals(1, scene.report().overview().trips());
    assertEquals(1, scene.report().haulage().hours().trips().get(0));
  }
}
