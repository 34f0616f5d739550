package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.List;
import java.util.OptionalLong;

/**
 * Section 1: the period on one page.
 *
 * @param vehicles 监管车辆数
 * @param trips 重载趟次
 * @param tripsBefore of the period before; empty where nothing is known of it
 * @param serious 严重违规: confirmed, severity 3 or 4
 * @param seriousBefore of the period before; empty where nothing is known of it
 * @param online 上线率
 * @param waybillClosure 联单闭环率
 * @param perHundred 每百趟违规数
 * @param reviewed 复核率 of the alarms of grade A and B
 * @param closing 结案率
 * @param onTime 按期结案率
 * @param frequency 频次达标率
 * @param coverage 覆盖率
 * @param trust 数据可信度: the observed share of all vehicles (可监管率)
 * @param highlights best, worst, unusual
 */
public record Overview(
    long vehicles,
    long trips,
    OptionalLong tripsBefore,
    long serious,
    OptionalLong seriousBefore,
    Kpi online,
    Kpi waybillClosure,
    Kpi perHundred,
    Kpi reviewed,
    Kpi closing,
    Kpi onTime,
    Kpi frequency,
    Kpi coverage,
    Kpi trust,
    List<Highlight> highlights) {

  /** Whether enough of the period was observed to publish the report as it stands. */
  public boolean isPublishable(Standards s) {
    return trust.ratio().isKnown() && trust.ratio().value() >= s.get(Standard.OBSERVED_PUBLISHED);
  }

  static Overview of(
      Figures now, Figures then, boolean known, List<Highlight> highlights, Standards standards) {
    HaulageFigures haulage = now.haulage.figures();
    HaulageFigures hauled = then.haulage.figures();
    CleaningFigures cleaning = now.cleaning.figures();
    CleaningFigures cleaned = then.cleaning.figures();
    CaseFlow.Row closed = now.cases.flow().city();
    CaseFlow.Row closedBefore = then.cases.flow().city();
    Ratio driven = haulage.observedTime();
    Ratio swept = cleaning.unobserved().complement();
    return new Overview(
        now.quality.city().vehicles(),
        haulage.trips(),
        known ? OptionalLong.of(hauled.trips()) : OptionalLong.empty(),
        now.serious,
        known ? OptionalLong.of(then.serious) : OptionalLong.empty(),
        Kpi.ofAll(
            now.quality.city().online(),
            known ? then.quality.city().online() : Ratio.NONE,
            Ratio.NONE),
        new Kpi(
            now.haulage.waybills().closure(),
            known ? then.haulage.waybills().closure() : Ratio.NONE,
            driven,
            now.haulage.waybills().closure().denominator(),
            standards.get(Standard.MIN_TRIPS)),
        new Kpi(
            haulage.perHundred(),
            hauled.perHundred(),
            driven,
            haulage.observedTrips(),
            standards.get(Standard.MIN_TRIPS)),
        Kpi.ofAll(now.cases.city().reviewed(), then.cases.city().reviewed(), Ratio.NONE),
        Kpi.ofAll(closed.closing(), closedBefore.closing(), Ratio.NONE),
        Kpi.ofAll(closed.onTime(), closedBefore.onTime(), Ratio.NONE),
        now.cleaning.frequency(),
        new Kpi(
            cleaning.coverage(),
            cleaned.coverage(),
            swept,
            cleaning.windows(),
            standards.get(Standard.MIN_ROAD_SHIFTS)),
        Kpi.ofAll(now.quality.city().observed(), then.quality.city().observed(), Ratio.NONE),
        highlights);
  }

  /** The sections of one period that the overview sums up. */
  record Figures(
      DataQuality quality, Haulage haulage, Cleaning cleaning, CaseWork cases, long serious) {
    static Figures of(PeriodFacts facts, PeriodFacts before) {
      DataQuality quality = DataQuality.of(facts);
      return new Figures(
          quality,
          Haulage.of(facts, before),
          Cleaning.of(facts, before),
          CaseWork.of(facts, before, quality.city().observed()),
          facts.confirmed().stream().filter(a -> a.severity() >= Alert.SERIOUS).count());
    }
  }
}
