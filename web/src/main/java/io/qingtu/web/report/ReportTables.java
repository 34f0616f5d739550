package io.qingtu.web.report;

import io.qingtu.route.report.PeriodReport;
import java.util.ArrayList;
import java.util.List;

/** All tables of a report, in the order of its sections. */
final class ReportTables {
  private ReportTables() {}

  /** Those of the figures, and of a frozen report what it corrects. */
  static List<Table> all(Issue issue) {
    List<Table> all = all(issue.report(), issue.cases());
    issue.imprint().ifPresent(i -> all.addAll(CorrectionTables.of(i.corrections())));
    return all;
  }

  static List<Table> all(PeriodReport report, List<KeyCase> cases) {
    List<Table> all = new ArrayList<>();
    all.addAll(QualityTables.of(report.quality(), report.standards()));
    all.addAll(HaulageTables.of(report.haulage(), report.standards()));
    all.addAll(CleaningTables.contractors(report.cleaning()));
    all.add(CleaningTables.roads(report.cleaning()));
    all.addAll(CleaningTables.findings(report.cleaning()));
    all.add(CaseTables.reviews(report.cases()));
    all.add(CaseTables.rejections(report.cases()));
    all.addAll(FlowTables.of(report.cases().flow()));
    all.add(FlowTables.outcome(report));
    all.add(CaseTables.alarms(report.alarms()));
    all.addAll(ScoreTables.of(report));
    all.addAll(KeyCaseTables.of(report, cases));
    all.add(SegmentTable.of(report.cleaning().segments()));
    all.add(EventTable.of(report.events()));
    return all;
  }
}
