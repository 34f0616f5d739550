package io.qingtu.web.report;

import io.qingtu.route.report.Highlight;
import io.qingtu.route.report.Overview;
import io.qingtu.route.report.PeriodReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as a text for the office to edit before it is signed: words and tables, no charts. */
final class DocxReport {
  /** Rows of a table at most: who wants all of them takes the workbook. */
  private static final int ROWS = 60;

  /** A table of more columns has no room on a page. */
  private static final int WIDEST = 14;

  /** One of so many columns stands on a page of its own, which lies. */
  private static final int WIDE = 13;

  private DocxReport() {}

  static byte[] write(Issue issue) {
    PeriodReport report = issue.report();
    Docx out = new Docx();
    cover(out, issue);
    overview(out, issue);
    Map<Boolean, List<Table>> tables =
        ReportTables.all(issue).stream()
            .filter(t -> t.columns().size() <= WIDEST)
            .collect(Collectors.partitioningBy(Sections::isAppendix));
    sections(out, tables.get(false));
    advice(out, issue);
    sections(out, tables.get(true));
    table(out, Definitions.versions(issue), false);
    return out.toBytes(report.period().last().plusDays(1).atStartOfDay());
  }

  private static void sections(Docx out, List<Table> tables) {
    String section = "";
    for (Table table : tables) {
      String next = Sections.of(table.section());
      if (!next.equals(section)) {
        section = next;
        out.heading(1, section);
      }
      Table paper = table.onPaper();
      boolean wide = paper.columns().size() >= WIDE;
      if (wide) {
        out.endPages(false);
      }
      table(out, paper, wide);
      if (wide) {
        out.endPages(true);
      }
    }
  }

  private static void advice(Docx out, Issue issue) {
    out.heading(1, PeriodWords.advice(issue.report().period()));
    String written = issue.sign().advice();
    String shown = written.isBlank() ? Advice.draft(issue.report()) : written;
    shown.lines().forEach(out::paragraph);
  }

  private static void cover(Docx out, Issue issue) {
    PeriodReport report = issue.report();
    out.title(issue.title());
    out.paragraph(PeriodWords.issue(report.period()) + "　" + issue.edition());
    out.paragraph("统计周期：" + Wording.period(report.period()));
    if (issue.masthead().synthetic()) {
      out.paragraph("合成数据演示，不反映任何真实情况");
    }
    out.paragraph(issue.masthead().issuer());
    out.pageBreak();
  }

  private static void overview(Docx out, Issue issue) {
    Overview o = issue.report().overview();
    out.heading(1, PeriodWords.overview(issue.report().period()));
    if (!issue.sign().coverNote().isBlank()) {
      out.paragraph("附注：" + issue.sign().coverNote());
    }
    out.paragraph(
        "监管车辆"
            + o.vehicles()
            + "辆，上线率"
            + Wording.percent(o.online().ratio())
            + "；重载"
            + o.trips()
            + "趟次，联单闭环率"
            + Wording.percent(o.waybillClosure().ratio())
            + "；确认严重违规"
            + o.serious()
            + "起，每百趟违规数"
            + Wording.number(o.perHundred().ratio().value(), 1)
            + "；环卫频次达标率"
            + Wording.percent(o.frequency().ratio())
            + "，作业覆盖率"
            + Wording.percent(o.coverage().ratio())
            + "；可监管率"
            + Wording.percent(o.trust().ratio())
            + "。");
    for (Highlight h : o.highlights()) {
      out.paragraph(h.sentence() + "（见" + h.section() + "）");
    }
  }

  private static void table(Docx out, Table table, boolean wide) {
    out.heading(2, table.section() + "　" + table.title());
    if (table.rows().isEmpty()) {
      out.note("本期没有记录。" + table.note());
      return;
    }
    List<List<List<String>>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(c -> List.of(c.title())).toList());
    table.rows().stream()
        .limit(ROWS)
        .forEach(row -> rows.add(row.stream().map(DocxReport::lines).toList()));
    out.table(table.columns().stream().mapToDouble(Table.Column::width).toArray(), rows, wide);
    int left = table.rows().size() - ROWS;
    String rest = left > 0 ? "其余" + left + "行见电子表格。" : "";
    if (!(rest + table.note()).isEmpty()) {
      out.note("注：" + rest + table.note());
    }
  }

  /** A rate with its parts below it, since a narrow column would break them anywhere. */
  private static List<String> lines(Cell cell) {
    if (!(cell instanceof Cell.Rate rate)) {
      return List.of(CellWords.of(cell));
    }
    List<String> lines = new ArrayList<>(List.of(Wording.percent(rate.ratio())));
    String parts = Wording.parts(rate.ratio());
    if (!parts.isEmpty()) {
      lines.add(parts);
    }
    if (rate.small()) {
      lines.add("样本不足");
    }
    return lines;
  }
}
