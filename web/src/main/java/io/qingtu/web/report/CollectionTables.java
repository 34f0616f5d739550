package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.Collecting;
import io.qingtu.route.report.Collecting.MissedPoint;
import java.util.ArrayList;
import java.util.List;

/** Section 4.7. */
final class CollectionTables {
  private static final int PRINTED = 40;

  private CollectionTables() {}

  static List<Table> of(Collecting collecting) {
    return List.of(rates(collecting), missed(collecting));
  }

  private static Table rates(Collecting c) {
    List<List<Cell>> rows = new ArrayList<>();
    if (c.city().due() > 0 || c.city().exempt().isKnown()) {
      rows.add(row("全市", c.city()));
    }
    c.contractors()
        .forEach(
            r -> rows.add(row(r.contractor().isEmpty() ? "（未明）" : r.contractor(), r.figures())));
    return Table.of(
        "4.7",
        "垃圾收运",
        List.of(
            column("作业单位", 2.4),
            column("应收点次", 1),
            column("收运及时率", 1.4),
            column("漏收率", 1.4),
            column("未观测占比", 1.4),
            column("豁免占比", 1.4)),
        rows,
        "一个收集点的一个规定时段为一点次；规定时段以外收运的不计及时，看不到的不算收运，豁免的不计。");
  }

  private static List<Cell> row(String name, Collecting.Figures f) {
    return List.of(
        Cell.of(name),
        Cell.of(f.due()),
        Cell.of(f.inTime()),
        Cell.of(f.missed()),
        Cell.of(f.unobserved()),
        Cell.of(f.exempt()));
  }

  private static Table missed(Collecting c) {
    return Table.of(
            "4.8",
            "漏收点",
            List.of(column("收集点", 2), column("作业单位", 3), column("漏收点次", 1)),
            c.missed().stream().map(CollectionTables::point).toList(),
            "")
        .printing(PRINTED);
  }

  private static List<Cell> point(MissedPoint p) {
    return List.of(Cell.of(p.pointId()), Cell.of(p.contractor()), Cell.of(p.windows()));
  }
}
