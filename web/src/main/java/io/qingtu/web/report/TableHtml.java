package io.qingtu.web.report;

import java.util.List;
import java.util.Locale;

/** A table as HTML. Its head is repeated on every page; a row is never cut in two. */
final class TableHtml {
  private TableHtml() {}

  /** Tables of up to so many rows stay on one page. */
  private static final int KEPT_TOGETHER = 12;

  static void write(Html html, Table table) {
    boolean kept = table.rows().size() <= KEPT_TOGETHER;
    html.raw(kept ? "<div class=\"kept\">" : "<div>");
    content(html, table.onPaper());
    html.raw("</div>");
  }

  private static void content(Html html, Table table) {
    html.heading(2, table.section() + "　" + table.title());
    if (table.rows().isEmpty()) {
      html.text("p", "note", "本期没有记录。" + table.note());
      return;
    }
    double all = table.columns().stream().mapToDouble(Table.Column::width).sum();
    html.raw("<table><colgroup>");
    table
        .columns()
        .forEach(
            c ->
                html.raw(
                    String.format(
                        Locale.ROOT, "<col style=\"width:%.2f%%\"/>", c.width() / all * 100)));
    html.raw("</colgroup><thead><tr>");
    table.columns().forEach(c -> html.text("th", "", c.title()));
    html.raw("</tr></thead><tbody>");
    table.rows().stream().limit(table.printed()).forEach(row -> row(html, row));
    html.raw("</tbody></table>");
    int left = table.rows().size() - table.printed();
    String rest = left > 0 ? "其余" + left + "行见电子表格。" : "";
    if (!(rest + table.note()).isEmpty()) {
      html.text("p", "note", "注：" + rest + table.note());
    }
  }

  private static void row(Html html, List<Cell> row) {
    html.raw("<tr>");
    row.forEach(c -> cell(html, c));
    html.raw("</tr>");
  }

  private static void cell(Html html, Cell cell) {
    if (cell instanceof Cell.Text text) {
      html.text("td", "t", text.value());
    } else if (cell instanceof Cell.Count count) {
      html.text("td", "n", Wording.number(count.value(), 0));
    } else if (cell instanceof Cell.Decimal d) {
      html.text("td", "n", Wording.number(d.value(), d.decimals()));
    } else if (cell instanceof Cell.Rate rate) {
      html.raw(rate.small() ? "<td class=\"n small\">" : "<td class=\"n\">");
      html.text("div", "", Wording.percent(rate.ratio()));
      html.text("div", "parts", Wording.parts(rate.ratio()));
      html.raw(rate.small() ? "<div class=\"parts\">样本不足</div></td>" : "</td>");
    } else if (cell instanceof Cell.Time time) {
      html.text("td", "n", time.value().map(Wording::time).orElse(Wording.NONE));
    }
  }
}
