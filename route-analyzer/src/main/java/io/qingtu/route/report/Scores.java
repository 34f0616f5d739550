package io.qingtu.route.report;

import io.qingtu.route.report.Cleaning.ContractorCleaning;
import io.qingtu.route.report.DataQuality.CompanyQuality;
import io.qingtu.route.report.Score.Bar;
import io.qingtu.route.scoring.HalfYear;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.PointLine;
import io.qingtu.route.scoring.PointsLedger;
import io.qingtu.route.scoring.PointsLedger.Standing;
import io.qingtu.route.scoring.Standard;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Section 7: the index of the period and the points of the cycle.
 *
 * @param cycle of the points
 * @param haulage muck companies by rank
 * @param cleaning contractors by rank
 * @param lists 红黑榜 of the muck companies
 * @param cleaningLists 红黑榜 of the contractors
 * @param companies points of the companies that have any, the most first
 * @param vehicles points of the vehicles, up to the cap
 * @param drivers points of the drivers, by their ids
 * @param entered lines of the ledger that were entered in the period or, until the report's freeze,
 *     after it
 * @param appeals violations of which an appeal was lodged or decided in that time
 */
public record Scores(
    HalfYear cycle,
    List<Score> haulage,
    List<Score> cleaning,
    RedBlack lists,
    RedBlack cleaningLists,
    List<Standing> companies,
    List<Standing> vehicles,
    List<Standing> drivers,
    List<PointLine> entered,
    List<Appeal> appeals) {

  /** An appeal and where it stands. */
  public record Appeal(Judged violation, Judged.Verdict last) {}

  private static final Comparator<Standing> MOST =
      Comparator.comparingInt((Standing s) -> -s.points())
          .thenComparing(s -> -s.frozen())
          .thenComparing(Standing::who);

  static Scores of(
      PeriodFacts facts, Overview.Figures now, PeriodFacts before, Overview.Figures then) {
    HalfYear cycle = HalfYear.of(facts.period.end().minusSeconds(1));
    Handling h = facts.handling;
    PointsLedger ledger =
        PointsLedger.of(cycle, h.judged(), h.scoring().points(), h.calendar(), h.known());
    Map<String, Standing> companies = ledger.companies();
    List<Score> haulage =
        Score.ranked(
            haulage(facts, now, companies),
            Score.ranks(Score.ranked(haulage(before, then, companies), Map.of())));
    List<Score> cleaning =
        Score.ranked(
            cleaning(facts, now, companies),
            Score.ranks(Score.ranked(cleaning(before, then, companies), Map.of())));
    return new Scores(
        cycle,
        haulage,
        cleaning,
        RedBlack.of(haulage, facts.standards),
        RedBlack.of(cleaning, facts.standards),
        sorted(companies.values()),
        sorted(
            ledger.vehicles().values().stream()
                .map(
                    s ->
                        new Standing(
                            s.who(),
                            h.scoring().standards().levels().capped(s.points()),
                            s.frozen()))
                .toList()),
        sorted(ledger.drivers().values()),
        ledger.lines().stream().filter(l -> !l.at().isBefore(facts.period.start())).toList(),
        appeals(facts));
  }

  private static List<Standing> sorted(Collection<Standing> all) {
    return all.stream().filter(s -> s.points() != 0 || s.frozen() != 0).sorted(MOST).toList();
  }

  private static List<Score> haulage(
      PeriodFacts facts, Overview.Figures period, Map<String, Standing> points) {
    boolean cityUsesWaybills = period.haulage().waybills().closure().isKnown();
    return period.haulage().companies().stream()
        .map(
            c -> {
              Optional<CompanyQuality> quality = quality(period, c.company());
              Index index =
                  Index.ofHaulage(
                      IndexWeights.of(facts.standards),
                      c.perHundred().ratio(),
                      c.waybills().closure(),
                      cityUsesWaybills && c.figures().trips() > 0,
                      quality.map(q -> q.figures().observed()).orElse(Ratio.NONE),
                      overdue(period, c.company()));
              return score(
                  facts, c.company(), index, bar(facts, index, c.perHundred(), quality), points);
            })
        .toList();
  }

  private static List<Score> cleaning(
      PeriodFacts facts, Overview.Figures period, Map<String, Standing> points) {
    return period.cleaning().contractors().stream()
        .map(
            c -> {
              Optional<Collecting.Figures> collected =
                  period.cleaning().collecting().of(c.contractor());
              Index index =
                  Index.ofCleaning(
                      IndexWeights.of(facts.standards),
                      rates(c, collected),
                      notOperating(c.work()));
              Bar bar =
                  bar(facts, index, sample(facts, c, collected), quality(period, c.contractor()));
              return score(facts, c.contractor(), index, bar, points);
            })
        .toList();
  }

  /** What the ranking rests on: the road-shifts, or the points of who sweeps none. */
  private static Kpi sample(
      PeriodFacts facts, ContractorCleaning c, Optional<Collecting.Figures> collected) {
    if (c.frequency().ratio().isKnown() || collected.isEmpty()) {
      return c.frequency();
    }
    Collecting.Figures f = collected.get();
    return new Kpi(
        f.inTime(),
        Ratio.NONE,
        f.unobserved().complement(),
        f.due(),
        facts.least(Standard.MIN_ROAD_SHIFTS));
  }

  private static Map<Index.Kind, Ratio> rates(
      ContractorCleaning c, Optional<Collecting.Figures> collected) {
    Map<Index.Kind, Ratio> rates = new EnumMap<>(Index.Kind.class);
    rates.put(Index.Kind.FREQUENCY, c.figures().frequency());
    rates.put(Index.Kind.BOTH_SIDES, c.figures().bothSides());
    rates.put(Index.Kind.SPEED, c.work().inSpeed());
    rates.put(Index.Kind.ON_TIME, c.work().onTime());
    collected.ifPresent(f -> rates.put(Index.Kind.COLLECTION, f.inTime()));
    return rates;
  }

  private static Ratio notOperating(WorkFigures work) {
    double idle = work.notOperatingMinutes();
    return new Ratio(idle, idle + work.operatingHours() * 60);
  }

  private static Optional<CompanyQuality> quality(Overview.Figures period, String company) {
    return period.quality().companies().stream()
        .filter(q -> q.company().equals(company))
        .findFirst();
  }

  private static Ratio overdue(Overview.Figures period, String company) {
    return period.cases().flow().of(company).map(CaseFlow.Row::overdueShare).orElse(Ratio.NONE);
  }

  /** Small samples first: of few trips nothing can be said, however well they were seen. */
  private static Bar bar(
      PeriodFacts facts, Index index, Kpi sample, Optional<CompanyQuality> quality) {
    if (!sample.ratio().isKnown() || sample.isSmall()) {
      return Bar.SMALL_SAMPLE;
    }
    boolean sufficient = quality.filter(q -> q.figures().isSufficient(facts.standards)).isPresent();
    return index.isKnown() && sufficient && sample.canBeRanked(facts.standards)
        ? Bar.NONE
        : Bar.TOO_LITTLE_OBSERVED;
  }

  private static Score score(
      PeriodFacts facts, String company, Index index, Bar bar, Map<String, Standing> points) {
    Standing standing = points.getOrDefault(company, new Standing(company, 0, 0));
    return new Score(
        0,
        OptionalInt.empty(),
        company,
        index,
        bar,
        standing,
        facts.standards.levels().level(standing.points()),
        facts.confirmed().stream()
            .filter(a -> a.severity() == 4 && facts.company(a).equals(company))
            .count());
  }

  private static List<Appeal> appeals(PeriodFacts facts) {
    return facts.handling.judged().stream()
        .map(j -> j.asOf(facts.handling.known()))
        .flatMap(j -> lastOf(j).stream().map(v -> new Appeal(j, v)))
        .filter(a -> !a.last.at().isBefore(facts.period.start()))
        .sorted(
            Comparator.comparing((Appeal a) -> a.last.at())
                .thenComparing(a -> a.violation.alert().key()))
        .toList();
  }

  private static Optional<Judged.Verdict> lastOf(Judged j) {
    return j.verdicts().stream()
        .filter(
            v ->
                switch (v.decision()) {
                  case APPEALED, APPEAL_REJECTED, APPEAL_UPHELD -> true;
                  default -> false;
                })
        .reduce((a, b) -> b);
  }
}
