package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.fleet.Fleet;
import io.qingtu.fixtures.fleet.FleetTerms;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.fixtures.track.FixFile;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.CaseRecord;
import io.qingtu.route.report.Handling;
import io.qingtu.route.report.Indicator;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.PlatformUptime;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.report.SiteHaulage;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scoring.Judged;
import io.qingtu.server.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every indicator of the report, made of the fixes of a simulated fleet, against the same figure
 * from what that fleet really did.
 *
 * <p>The period is two days and a half of the week: it ends at an hour at which no truck hauls and
 * no window of the plan is open, so that nothing is half done. Counts must be the same. Lengths may
 * differ by what is driven between two fixes, 10 s apart: some 100 m at each end of a trip of 7 km,
 * and 20 m at each end of a swept road, or one along which nobody worked.
 */
class WeekAgainstTruthTest {
  private static final double EXACT = 1e-9;
  private static final double METRES = 0.03;

  private static final Period WEEK = Period.weekOf(SampleCity.DAY);
  private static final Instant END = WEEK.start().plus(Duration.ofHours(60)).plusSeconds(1200);
  private static final int NOT_NETWORKED = 3;
  private static final Duration OUTAGE = Duration.ofMinutes(90);

  /** What is explained among the indicators and is none, or follows from others by a formula. */
  private static final Set<String> NO_INDICATORS = Set.of("样本不足", "未观测", "指数", "记分", "名次");

  /**
   * One comparison.
   *
   * @param tolerance relative; of a rate near 1 absolute
   */
  private record Check(
      String name, Ratio truth, Function<PeriodReport, Ratio> figure, double tolerance) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir static Path folder;
  private static ReportInput input;
  private static PeriodReport report;
  private static FleetTruth truth;
  private static FixTruth sent;
  private static List<ExpectedAlert> staged;

  @BeforeAll
  static void simulate() throws IOException {
    SampleCity city = SampleCity.standard();
    Fleet fleet = Fleet.free(city, WEEK.start(), new FleetTerms(11, 10, 60, 0.1));
    List<Fix> fixes =
        fleet.until(END.plusSeconds(10)).stream().filter(f -> f.fixTime().isBefore(END)).toList();
    FixFile.write(folder, fixes.stream());
    fleet.waybills().forEach(city.data()::add);
    city.write(folder);
    DataSet data = DataSet.read(folder);
    sent = new FixTruth(fixes);
    Ledger ledger =
        BatchAnalysis.run(new RuleSet(data.plan(), Parameters.DEFAULTS), data.positions());
    staged =
        fleet.truth().stream()
            .filter(e -> !e.start().isBefore(WEEK.start()) && e.start().isBefore(END))
            .filter(e -> ledger.alerts().stream().noneMatch(a -> isCrowd(a, e)))
            .toList();
    truth = new FleetTruth(city, fleet.diary(), staged, sent, WEEK.start(), END);
    Map<String, ReviewDecision> reviews = review(ledger.alerts());
    input =
        new ReportInput(
                WEEK,
                data.plan(),
                data.plan().vehicles().stream()
                    .skip(NOT_NETWORKED)
                    .map(Vehicle::plate)
                    .collect(Collectors.toSet()),
                ledger,
                Optional.empty(),
                reviews,
                RuleSet.VERSION,
                Parameters.DEFAULTS.fingerprint())
            .handled(handling(ledger, reviews))
            .with(uptime());
    report = PeriodReport.of(input);
  }

  /**
   * Where several trucks leave their routes by the same streets within days, the route is held to
   * be outdated and nobody has done wrong until it was looked at: the truth does not know of that.
   */
  private static boolean isCrowd(Alert a, ExpectedAlert e) {
    return a.reason().equals("route_outdated") && e.isAbout(a.rule(), a.plate(), a.start());
  }

  /** One that knows: an alarm is confirmed if it was staged, each staged one once. */
  private static Map<String, ReviewDecision> review(List<Alert> alerts) {
    List<ExpectedAlert> open = new ArrayList<>(staged);
    Map<String, ReviewDecision> reviews = new HashMap<>();
    for (Alert a : alerts) {
      Optional<ExpectedAlert> real =
          open.stream()
              .filter(e -> e.isAbout(a.rule(), a.plate(), a.start()))
              .filter(e -> e.segmentId().isEmpty() || a.segmentIds().contains(e.segmentId()))
              .findFirst();
      real.ifPresent(open::remove);
      reviews.put(
          a.key(),
          real.isPresent()
              ? new ReviewDecision(ReviewDecision.Decision.CONFIRMED, "")
              : new ReviewDecision(ReviewDecision.Decision.REJECTED, "other"));
    }
    return reviews;
  }

  private static Handling handling(Ledger ledger, Map<String, ReviewDecision> reviews) {
    List<Judged> judged =
        ledger.alerts().stream()
            .filter(a -> !a.plate().isEmpty() && reviews.get(a.key()).isConfirmed())
            .map(
                a ->
                    new Judged(
                        a,
                        "",
                        "",
                        List.of(
                            new Judged.Verdict(
                                a.decided().plusSeconds(7200), Judged.Decision.CONFIRMED, 0))))
            .toList();
    return new Handling(
        desk(), judged, WorkCalendar.USUAL, Handling.Scoring.USUAL, Optional.empty());
  }

  /**
   * Monday morning's eight cases: closed, closed after it was sent back, closed late, ended by an
   * appeal, closed after an appeal was rejected, waiting, refused, on the ledger.
   */
  private static List<CaseRecord> desk() {
    return List.of(
        caseOf(1, begun(), step(Move.ANSWER, 80), step(Move.VERIFY, 85), step(Move.CLOSE, 90)),
        caseOf(
            2,
            begun(),
            step(Move.ANSWER, 50),
            step(Move.VERIFY, 55),
            step(Move.REWORK, 60),
            step(Move.ANSWER, 80),
            step(Move.VERIFY, 85),
            step(Move.CLOSE, 90)),
        caseOf(3, begun(), step(Move.ANSWER, 180), step(Move.VERIFY, 185), step(Move.CLOSE, 190)),
        caseOf(4, begun(), step(Move.APPEAL, 40), step(Move.UPHOLD_APPEAL, 100)),
        caseOf(
            5,
            begun(),
            step(Move.APPEAL, 40),
            step(Move.REJECT_APPEAL, 50),
            step(Move.ANSWER, 80),
            step(Move.VERIFY, 85),
            step(Move.CLOSE, 90)),
        caseOf(6, begun()),
        caseOf(7, List.of(), step(Move.REFUSE, 10)),
        caseOf(8, begun(), step(Move.PUT_ON_LEDGER, 60)));
  }

  private static List<Step> begun() {
    return List.of(step(Move.FILE, 10), step(Move.DISPATCH, 20), step(Move.BEGIN, 30));
  }

  private static CaseRecord caseOf(long id, List<Step> first, Step... more) {
    List<Step> steps = new ArrayList<>(first);
    steps.addAll(List.of(more));
    return new CaseRecord(id, CaseType.SPILL, "", List.of("citizen"), at(0), steps);
  }

  /** Minutes after nine: all of them working time until noon. */
  private static Instant at(int minutes) {
    return WEEK.start().plus(Duration.ofHours(9)).plus(Duration.ofMinutes(minutes));
  }

  private static Step step(Move move, int minute) {
    return new Step(move, 1, at(minute), 1, Optional.empty(), Optional.empty(), "x");
  }

  private static PlatformUptime uptime() {
    Instant down = WEEK.start().plus(Duration.ofDays(3));
    return new PlatformUptime(
        Optional.of(new Validity(WEEK.start(), WEEK.end())),
        List.of(new Validity(WEEK.start(), down), new Validity(down.plus(OUTAGE), WEEK.end())));
  }

  private static Ratio one(double n) {
    return new Ratio(n, 1);
  }

  static Stream<Check> checks() {
    return Stream.of(quality(), haulage(), conduct(), cleaning(), cases()).flatMap(List::stream);
  }

  private static List<Check> quality() {
    double all = sent.vehicles();
    double networked = all - NOT_NETWORKED;
    double minutes = Duration.ofDays(7).toMinutes();
    return List.of(
        new Check("入网率", new Ratio(networked, all), r -> r.quality().city().networked(), EXACT),
        new Check("上线率", new Ratio(networked, networked), r -> r.quality().city().online(), EXACT),
        new Check(
            "日均上线率",
            new Ratio(3 * networked, 7 * networked),
            r -> r.quality().city().dailyOnline(),
            EXACT),
        new Check("在线时长率", sent.watched(), r -> r.quality().city().onlineTime(), 0.01),
        new Check(
            "平台连通率",
            new Ratio(minutes - OUTAGE.toMinutes(), minutes),
            r -> r.quality().platform().connected(),
            EXACT),
        new Check("轨迹完整率", sent.complete(), r -> r.quality().city().completeness(), METRES),
        new Check("数据合格率", sent.valid(), r -> r.quality().city().validity(), 1e-4),
        new Check("漂移率", new Ratio(0, networked), r -> r.quality().city().drifting(), EXACT),
        new Check(
            "不可监管车日", new Ratio(4 * all, 7 * all), r -> r.quality().city().unobservable(), EXACT),
        new Check("传感器健康率", new Ratio(3, 7), r -> r.quality().city().sensors(), 0.01),
        new Check("可监管率", sent.watched(), r -> r.quality().city().observed(), 0.01),
        new Check(
            "回传时延P95",
            one(sent.delayP95()),
            r -> one(r.quality().city().delayP95Seconds()),
            EXACT));
  }

  private static List<Check> haulage() {
    return List.of(
        new Check("重载趟次", one(truth.trips()), r -> one(r.haulage().figures().trips()), EXACT),
        new Check("运输量", one(truth.tonnes()), r -> one(r.haulage().figures().tonnes()), EXACT),
        new Check("联单覆盖率", truth.waybillCoverage(), r -> r.haulage().waybills().coverage(), EXACT),
        new Check("联单闭环率", truth.waybillClosure(), r -> r.haulage().waybills().closure(), EXACT),
        new Check(
            "趟次闭环率",
            truth.tripClosure(),
            r -> r.haulage().figures().tripClosure(),
            EXACT + truth.doubtful()),
        new Check(
            "未观测趟次占比",
            truth.unobserved(),
            r -> r.haulage().figures().unobserved(),
            EXACT + truth.doubtful()));
  }

  private static List<Check> conduct() {
    return List.of(
        new Check("密闭合格率", truth.covered(), r -> r.haulage().figures().covered(), METRES),
        new Check("路线遵从率", truth.adherence(), r -> r.haulage().figures().adherence(), METRES),
        new Check(
            "时段合格率",
            new Ratio(truth.trips() - truth.violations("M05").size(), truth.trips()),
            r -> r.haulage().figures().inHours(),
            EXACT),
        new Check("持证率", truth.permitted(), r -> r.haulage().figures().permitted(), EXACT),
        new Check(
            "每百趟违规数",
            truth.perHundred(),
            r -> r.haulage().figures().perHundred(),
            EXACT + truth.doubtful()),
        new Check("严重违规（确认）", one(truth.serious()), r -> one(r.overview().serious()), EXACT),
        new Check(
            "确认违规",
            one(staged.stream().filter(e -> e.rule().startsWith("M")).count()),
            r -> one(r.haulage().figures().confirmed()),
            EXACT),
        new Check(
            "疑似偷倒数（M01）",
            one(truth.violations("M01").size()),
            r -> one(r.haulage().suspicions().bySensor()),
            EXACT),
        new Check(
            "疑似偷倒数（M07）",
            one(truth.violations("M07").size()),
            r -> one(r.haulage().suspicions().unexplained()),
            EXACT),
        new Check("重复违规率", truth.repeated(), r -> r.cases().repeated().ratio(), EXACT));
  }

  private static List<Check> cleaning() {
    return List.of(
        new Check("频次达标率", truth.frequency(), r -> r.cleaning().figures().frequency(), METRES),
        new Check("道路达标率", truth.roads(), r -> r.cleaning().figures().roads(), EXACT),
        new Check("覆盖率", truth.coverage(), r -> r.cleaning().figures().coverage(), METRES),
        new Check("双侧覆盖率", truth.bothSides(), r -> r.cleaning().figures().bothSides(), METRES),
        new Check("背街小巷覆盖率", Ratio.NONE, r -> r.cleaning().figures().lanes(), EXACT),
        new Check(
            "出勤率",
            new Ratio(truth.attended(), truth.planned()),
            r -> r.cleaning().work().attendance(),
            EXACT),
        new Check("作业速度合格率", truth.inSpeed(), r -> r.cleaning().work().inSpeed(), METRES),
        new Check("作业及时率", one(1), r -> r.cleaning().work().onTime(), METRES),
        new Check(
            "有效作业里程",
            one(truth.effectiveKm()),
            r -> one(r.cleaning().work().effectiveKm()),
            METRES),
        new Check(
            "作业面积",
            one(truth.squareMetres()),
            r -> one(r.cleaning().work().area().squareMetres()),
            METRES),
        new Check("空驶率", deadhead(), r -> r.cleaning().work().deadhead(), METRES),
        new Check(
            "出工不出力时长",
            one(truth.notOperatingMinutes()),
            r -> one(r.cleaning().work().notOperatingMinutes()),
            METRES),
        new Check(
            "收运及时率",
            truth.collectedInTime(),
            r -> r.cleaning().collecting().city().inTime(),
            EXACT),
        new Check(
            "漏收率", truth.pointsMissed(), r -> r.cleaning().collecting().city().missed(), EXACT),
        new Check("豁免占比", one(0), r -> r.cleaning().figures().exempt(), EXACT));
  }

  private static Ratio deadhead() {
    double driven =
        input.plan().vehicles().stream()
            .filter(v -> v.kind().cleansRoads())
            .mapToDouble(v -> sent.km(v.plate()))
            .sum();
    return new Ratio(driven - truth.effectiveKm(), driven);
  }

  private static List<Check> cases() {
    return List.of(
        new Check("立案率", new Ratio(7, 8), r -> r.cases().flow().city().filing(), EXACT),
        new Check("结案率", new Ratio(5, 6), r -> r.cases().flow().city().closing(), EXACT),
        new Check("按期结案率", new Ratio(4, 6), r -> r.cases().flow().city().onTime(), EXACT),
        new Check("返工率", new Ratio(1, 5), r -> r.cases().flow().city().rework(), EXACT),
        new Check("挂账数", one(1), r -> one(r.cases().flow().city().ledger()), EXACT),
        new Check(
            "平均处置时长",
            new Ratio((60 + 50 + 160 + 80 + 60) / 60.0, 5),
            r -> r.cases().flow().city().handling(),
            EXACT),
        new Check("企业申诉成立率", new Ratio(1, 2), r -> r.cases().flow().city().upheld(), EXACT),
        new Check("复核率", one(1), r -> r.cases().city().reviewed(), EXACT));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theFigureIsWhatTheFleetDid(Check check) {
    Ratio mine = check.figure().apply(report);
    assertEquals(check.truth().isKnown(), mine.isKnown(), "truth " + check.truth() + ", " + mine);
    if (check.truth().isKnown()) {
      double allowed = check.tolerance() * Math.max(1, Math.abs(check.truth().value()));
      assertEquals(
          check.truth().value(), mine.value(), allowed, "truth " + check.truth() + ", " + mine);
    }
  }

  @Test
  void everySitesDeviationIsWhatItsTrucksHauled() {
    Map<String, Ratio> all = truth.deviations();
    for (SiteHaulage s : report.haulage().sites()) {
      Ratio planned = all.getOrDefault(s.id(), Ratio.NONE);
      assertEquals(planned.isKnown(), s.deviation().ratio().isKnown(), s.id());
      if (planned.isKnown()) {
        assertEquals(planned.value(), s.deviation().ratio().value(), 1e-6, s.id());
      }
    }
  }

  /** A new indicator of the report has no comparison yet: it is added here. */
  @Test
  void noIndicatorIsLeftOut() {
    Set<String> compared = checks().map(Check::name).collect(Collectors.toSet());
    compared.add("方量偏差"); // site by site
    Set<String> reported = new TreeSet<>();
    Indicator.of(report).forEach(i -> reported.add(i.name()));
    Definitions.indicators(report)
        .rows()
        .forEach(r -> reported.add(((Cell.Text) r.get(0)).value()));
    reported.removeAll(NO_INDICATORS);
    reported.removeAll(compared);
    assertTrue(reported.isEmpty(), "not compared: " + reported);
  }

  /** Else the comparisons would compare little. */
  @Test
  void theWeekHasSomethingOfEachKind() {
    assertTrue(truth.trips() > 300, "trips: " + truth.trips());
    assertTrue(truth.doubtful() < 0.01, "doubtful: " + truth.doubtful());
    for (String rule :
        List.of("M01", "M03", "M04", "M06a", "M06b", "M06c", "M08", "S01", "S05", "S12")) {
      assertTrue(!truth.violations(rule).isEmpty(), "no " + rule);
    }
  }
}
