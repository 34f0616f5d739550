package io.qingtu.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a report says of one company: of the tables with a column of companies that company's rows,
 * and nothing else. A table that does not say whose its rows are is left out, so that a new one
 * cannot give anybody away. Drivers stand in no such table.
 */
final class CompanyExtract {
  private static final Set<String> COMPANIES = Set.of("企业", "单位", "作业单位");

  private CompanyExtract() {}

  /** The tables that are about a company, each with its own rows; one without any is left out. */
  static List<Table> of(List<Table> tables, String company) {
    List<Table> own = new ArrayList<>();
    for (Table t : tables) {
      int column = column(t);
      List<List<Cell>> rows =
          column < 0
              ? List.of()
              : t.rows().stream().filter(r -> isOf(r.get(column), company)).toList();
      if (!rows.isEmpty()) {
        own.add(new Table(t.section(), t.title(), t.columns(), rows, t.note(), t.printed()));
      }
    }
    return own;
  }

  /** The first column of companies; -1 where there is none. */
  private static int column(Table t) {
    for (int i = 0; i < t.columns().size(); i++) {
      if (COMPANIES.contains(t.columns().get(i).title())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOf(Cell cell, String company) {
    return cell instanceof Cell.Text text && text.value().equals(company);
  }
}
