package io.qingtu.web.report;

import io.qingtu.route.report.WeeklyReport;
import java.util.ArrayList;
import java.util.List;

/** All tables of a report, in the order of its sections. */
final class ReportTables {
  private ReportTables() {}

  /** Those of the figures, and of a frozen report what it corrects. */
  static List<Table> all(Issue issue) {
    List<Table> all = all(issue.report());
    issue.imprint().ifPresent(i -> all.addAll(CorrectionTables.of(i.corrections())));
    return all;
  }

  static List<Table> all(WeeklyReport report) {
    List<Table> all = new ArrayList<>();
    all.addAll(QualityTables.of(report.quality()));
    all.addAll(HaulageTables.of(report.haulage()));
    all.addAll(CleaningTables.contractors(report.cleaning()));
    all.add(CleaningTables.roads(report.cleaning()));
    all.addAll(CleaningTables.findings(report.cleaning()));
    all.add(CaseTables.reviews(report.cases()));
    all.add(CaseTables.rejections(report.cases()));
    all.addAll(FlowTables.of(report.cases().flow()));
    all.add(FlowTables.outcome(report.cases()));
    all.add(CaseTables.alarms(report.alarms()));
    all.addAll(ScoreTables.of(report.scores()));
    all.add(SegmentTable.of(report.cleaning().segments()));
    all.add(EventTable.of(report.events()));
    return all;
  }
}
