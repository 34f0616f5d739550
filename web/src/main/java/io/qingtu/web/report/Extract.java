package io.qingtu.web.report;

import io.qingtu.route.report.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a report says of one company, of a contractor or of the companies of a district: of the
 * tables with a column of companies their rows, and nothing else. A table that does not say whose
 * its rows are is left out, so that a new one cannot give anybody away. Drivers stand in no such
 * table, and who signed stands there by the surname only.
 *
 * @param issue the report that it is of, with the names of persons masked
 * @param of whom it is about, as the cover says it
 * @param tables those with any row of theirs
 */
record Extract(Issue issue, String of, List<Table> tables) {
  private static final Set<String> COMPANIES = Set.of("企业", "单位", "作业单位");

  /**
   * @param of the company, or the district
   * @param companies whose rows it holds
   */
  static Extract of(Issue issue, String of, Set<String> companies) {
    List<Table> own = new ArrayList<>();
    for (Table t : ReportTables.all(issue)) {
      int column = column(t);
      List<List<Cell>> rows =
          column < 0
              ? List.of()
              : t.rows().stream().filter(r -> isOf(r.get(column), companies)).toList();
      if (!rows.isEmpty()) {
        own.add(new Table(t.section(), t.title(), t.columns(), rows, t.note(), t.printed()));
      }
    }
    return new Extract(issue.signed(masked(issue.sign())), of, List.copyOf(own));
  }

  /** Neither the advice nor the cover note, which may say anything of anybody. */
  private static SignOff masked(SignOff sign) {
    return new SignOff(
        sign.version(),
        "",
        "",
        sign.editor().map(Extract::masked),
        sign.reviewer().map(Extract::masked),
        sign.issuer().map(Extract::masked));
  }

  private static SignOff.Signature masked(SignOff.Signature by) {
    return new SignOff.Signature(by.userId(), masked(by.name()), by.at());
  }

  /** 王** of 王小明: the first character, and a star for each of the others. */
  static String masked(String name) {
    int[] letters = name.codePoints().toArray();
    return letters.length == 0
        ? ""
        : Character.toString(letters[0]) + "*".repeat(letters.length - 1);
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

  private static boolean isOf(Cell cell, Set<String> companies) {
    return cell instanceof Cell.Text text && companies.contains(text.value());
  }
}
