package io.qingtu.web.report;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.KeyEvents;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report's files are made from.
 *
 * @param cases of section 8
 * @param trend periods up to this one, the oldest first
 * @param imprint of a frozen report; empty for a draft from what is known now
 * @param sign advice, cover note and signatures
 */
record Issue(
    Masthead masthead,
    PeriodReport report,
    Drawings drawings,
    List<KeyCase> cases,
    List<TrendPoint> trend,
    Optional<Imprint> imprint,
    SignOff sign) {

  /**
   * What tells a frozen report from every other.
   *
   * @param hash SHA-256 of its document
   * @param corrections of the periods before that were frozen, the newest first
   */
  record Imprint(
      String number,
      Edition edition,
      Instant asOf,
      String generator,
      String hash,
      List<Corrections> corrections) {}

  /** What is known now of a period. */
  static Issue draft(Masthead masthead, ReportInput input, Sources sources) {
    PeriodReport report = PeriodReport.of(input);
    return new Issue(
        masthead,
        report,
        Drawings.of(input, report, sources),
        cases(report, Instant.MAX, sources),
        TrendPoint.upTo(report, List.of()),
        Optional.empty(),
        SignOff.FRESH);
  }

  /** The cases of section 8, each as it was known at a moment. */
  static List<KeyCase> cases(PeriodReport report, Instant asOf, Sources sources) {
    return KeyEvents.of(report.events()).stream()
        .map(e -> sources.story(e.alert(), asOf).orElseGet(() -> KeyCase.untold(e.alert().key())))
        .toList();
  }

  static Issue of(FrozenReport frozen, String hash, SignOff sign) {
    return new Issue(
        frozen.masthead(),
        frozen.figures(),
        new Drawings(frozen.map(), frozen.sweeping(), frozen.violations(), frozen.routes()),
        frozen.cases(),
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

  /** As the cover and the head of a page say it. */
  String title() {
    return masthead.title(report.period());
  }

  /** The same with other signatures. */
  Issue signed(SignOff other) {
    return new Issue(masthead, report, drawings, cases, trend, imprint, other);
  }

  /** Which run of the period it is, as the cover says it. */
  String edition() {
    return imprint
        .map(i -> EditionWords.of(i.edition()) + "　数据截至" + Wording.time(i.asOf()))
        .orElse("草稿　未定稿");
  }
}
