package io.qingtu.route.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.scoring.Standards;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The figures of one period (周报、月报、专报), a section a component. The pages of single cases (section
 * 8) are made from what is on file of its events.
 *
 * @param overview section 1
 * @param quality section 2
 * @param haulage section 3
 * @param cleaning section 4
 * @param cases section 5
 * @param alarms section 6
 * @param scores section 7
 * @param events every alert of the period with what was decided of it, by start, rule and vehicle
 * @param ruleVersion version of the rule catalogue
 * @param parameters fingerprint of the parameters
 * @param standards by which was judged
 * @param scoring fingerprint of the standards and the table of points; empty where it was not told
 */
public record PeriodReport(
    Period period,
    Overview overview,
    DataQuality quality,
    Haulage haulage,
    Cleaning cleaning,
    CaseWork cases,
    AlarmQuality alarms,
    Scores scores,
    List<Event> events,
    String ruleVersion,
    String parameters,
    Standards standards,
    String scoring) {
  public PeriodReport {
    // a document that was frozen before they could be set has the usual ones
    standards = standards == null ? Standards.USUAL : standards;
    scoring = scoring == null ? "" : scoring;
  }

  /** A line of the event list. */
  public record Event(Alert alert, String company, Optional<ReviewDecision> review) {}

  /** The report of a period; the same input gives the same report. */
  public static PeriodReport of(ReportInput input) {
    PeriodFacts facts = new PeriodFacts(input, input.period(), input.ledger());
    PeriodFacts before =
        new PeriodFacts(input, input.period().previous(), input.before().orElse(Ledger.NOTHING));
    Overview.Figures now = Overview.Figures.of(facts, before);
    Overview.Figures then = Overview.Figures.of(before, before);
    AlarmQuality alarms = AlarmQuality.of(facts);
    return new PeriodReport(
        input.period(),
        Overview.of(
            now, then, input.before().isPresent(), Highlight.of(now, alarms), facts.standards),
        now.quality(),
        now.haulage(),
        now.cleaning(),
        now.cases(),
        alarms,
        Scores.of(facts, now, before, then),
        events(facts),
        input.ruleVersion(),
        input.parameters(),
        facts.standards,
        input.handling().scoring().fingerprint());
  }

  private static List<Event> events(PeriodFacts facts) {
    return facts.alerts.stream()
        .sorted(
            Comparator.comparing(Alert::start)
                .thenComparing(Alert::rule)
                .thenComparing(Alert::plate)
                .thenComparing(Alert::key))
        .map(a -> new Event(a, facts.company(a), facts.review(a)))
        .toList();
  }
}
