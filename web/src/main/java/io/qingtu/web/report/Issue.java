package io.qingtu.web.report;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.TrendPoint;
import io.qingtu.route.report.WeeklyReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report's files are made from.
 *
 * @param map the overview's map as SVG; empty where there is none
 * @param sweeping the map of the week's sweeping as SVG; empty where there is none
 * @param trend weeks up to this one, the oldest first
 * @param imprint of a frozen report; empty for a draft from what is known now
 * @param sign advice, cover note and signatures
 */
record Issue(
    Masthead masthead,
    WeeklyReport report,
    String map,
    String sweeping,
    List<TrendPoint> trend,
    Optional<Imprint> imprint,
    SignOff sign) {

  /**
   * What tells a frozen report from every other.
   *
   * @param hash SHA-256 of its document
   * @param corrections of the weeks before that were frozen, the newest first
   */
  record Imprint(
      String number,
      Edition edition,
      Instant asOf,
      String generator,
      String hash,
      List<Corrections> corrections) {}

  /** Millimetres of the overview's map. */
  private static final double MAP_WIDTH = 156;

  private static final double MAP_HEIGHT = 104;

  static Issue draft(Masthead masthead, CityPlan plan, WeeklyReport report) {
    return new Issue(
        masthead,
        report,
        map(plan, report),
        sweeping(plan, report),
        List.of(TrendPoint.of(report)),
        Optional.empty(),
        SignOff.FRESH);
  }

  static Issue of(FrozenReport frozen, String hash, SignOff sign) {
    return new Issue(
        frozen.masthead(),
        frozen.figures(),
        frozen.map(),
        frozen.sweeping(),
        frozen.trend(),
        Optional.of(
            new Imprint(
                frozen.number(),
                frozen.edition(),
                frozen.asOf(),
                frozen.generator(),
                hash,
                frozen.allCorrections())),
        sign);
  }

  /** The same with other signatures. */
  Issue signed(SignOff other) {
    return new Issue(masthead, report, map, sweeping, trend, imprint, other);
  }

  /** Which run of the week it is, as the cover says it. */
  String edition() {
    return imprint
        .map(i -> EditionWords.of(i.edition()) + "　数据截至" + Wording.time(i.asOf()))
        .orElse("草稿　未定稿");
  }

  static String sweeping(CityPlan plan, WeeklyReport report) {
    return SweepMap.draw(plan, report.cleaning().segments(), MAP_WIDTH, MAP_HEIGHT);
  }

  static String map(CityPlan plan, WeeklyReport report) {
    return CityMap.draw(plan, report, MAP_WIDTH, MAP_HEIGHT);
  }
}
