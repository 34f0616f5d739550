package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.Cleaning;
import io.qingtu.route.report.CleaningFigures;
import io.qingtu.route.report.Excused;
import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.MissedSegment;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.RoadCleaning;
import io.qingtu.route.report.WorkFigures;
import java.util.ArrayList;
import java.util.List;

/** Section 4. */
final class CleaningTables {
  private CleaningTables() {}

  /** Contractors: upright pages. */
  static List<Table> contractors(Cleaning cleaning) {
    return List.of(work(cleaning), passes(cleaning));
  }

  /** What was missed, wrong or excused: upright again. */
  static List<Table> findings(Cleaning cleaning) {
    List<Table> all = new ArrayList<>();
    all.add(missed(cleaning));
    all.add(HaulageTables.types("4.5", "环卫违规类型", cleaning.violations()));
    all.add(exemptions(cleaning));
    all.addAll(CollectionTables.of(cleaning.collecting()));
    all.add(lanes(cleaning));
    return all;
  }

  private static Table work(Cleaning c) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(work("全市", c.work()));
    c.contractors().forEach(x -> rows.add(work(x.contractor(), x.work())));
    return Table.of(
        "4.1",
        "出勤与作业",
        List.of(
            column("作业单位", 2.2),
            column("出勤率", 1.2),
            column("作业时长（小时）", 1.2),
            column("作业速度合格率", 1.6),
            column("有效作业里程（公里）", 1.2),
            column("作业面积（万平方米）", 1.2),
            column("面积有据里程", 1.4),
            column("空驶率", 1.6),
            column("作业及时率", 1.4),
            column("出工不出力（分钟）", 1.2)),
        rows,
        "出勤以车日计：当日作业满30分钟的车日÷当日有计划窗口可承担且未报停的车日。作业面积＝有效作业里程×档案作业宽度，重复作业重复计；面积有据里程为档案有宽度的车辆的有效作业里程÷有效作业里程。速度合格率、空驶率以公里计，作业及时率以路段侧窗口计；出工不出力只计确认的。");
  }

  private static List<Cell> work(String name, WorkFigures w) {
    return List.of(
        Cell.of(name),
        Cell.of(w.attendance()),
        Cell.of(w.operatingHours(), 1),
        Cell.of(w.inSpeed()),
        Cell.of(w.effectiveKm(), 1),
        Cell.of(w.area().squareMetres() / 10_000, 2),
        Cell.of(w.area().known()),
        Cell.of(w.deadhead()),
        Cell.of(w.onTime()),
        Cell.of(w.notOperatingMinutes(), 1));
  }

  private static Table passes(Cleaning c) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(passes("全市", c.frequency(), c.figures()));
    c.contractors().forEach(x -> rows.add(passes(x.contractor(), x.frequency(), x.figures())));
    return Table.of(
        "4.2",
        "频次与覆盖",
        List.of(
            column("作业单位", 2),
            column("频次达标率", 1.7),
            column("环比", 1.1),
            column("道路达标率", 1.3),
            column("覆盖率", 1.5),
            column("双侧覆盖率", 1.5),
            column("背街小巷", 1.4),
            column("未观测", 1.4),
            column("豁免", 1.4)),
        rows,
        "频次、覆盖以里程加权（公里·次、公里）；未观测和豁免以路段侧窗口计。覆盖率取本期内最好的一次作业，是下限。环比以百分点计。");
  }

  private static List<Cell> passes(String name, Kpi frequency, CleaningFigures f) {
    return List.of(
        Cell.of(name),
        Cell.of(frequency),
        Cell.of(change(frequency)),
        Cell.of(f.roads()),
        Cell.of(f.coverage()),
        Cell.of(f.bothSides()),
        Cell.of(f.lanes()),
        Cell.of(f.unobserved()),
        Cell.of(f.exempt()));
  }

  private static String change(Kpi rate) {
    return rate.change().isPresent()
        ? Wording.signed(rate.change().getAsDouble() * 100, 1)
        : Wording.NONE;
  }

  /** Road by road: wide. */
  static Table roads(Cleaning c) {
    return Table.of(
            "4.3",
            "道路作业频次",
            List.of(
                column("道路", 2),
                column("等级", 1.1),
                column("作业", 0.8),
                column("公里", 0.8),
                column("应做", 0.8),
                column("实做", 0.8),
                column("频次达标率", 1.7),
                column("正向覆盖", 1.3),
                column("反向覆盖", 1.3),
                column("未观测", 0.9),
                column("最早", 1.6),
                column("最晚", 1.6),
                column("作业单位", 1.8)),
            c.roads().stream().map(CleaningTables::road).toList(),
            "按频次达标率由低到高排列；应做、实做以路段侧次数计。")
        .printing(120);
  }

  private static List<Cell> road(RoadCleaning r) {
    return List.of(
        Cell.of(r.road()),
        Cell.of(r.grade().map(Wording::of).orElse(Wording.NONE)),
        Cell.of(Wording.of(r.op())),
        Cell.of(r.lengthKm(), 1),
        Cell.of(r.required()),
        Cell.of(r.done()),
        Cell.of(r.frequency()),
        Cell.of(r.forward()),
        Cell.of(r.reverse()),
        Cell.of(r.unobserved()),
        Cell.of(r.first()),
        Cell.of(r.last()),
        Cell.of(r.contractor()));
  }

  private static Table missed(Cleaning c) {
    return Table.of(
            "4.4",
            "漏扫路段",
            List.of(
                column("道路", 2),
                column("路段", 1.4),
                column("等级", 1.1),
                column("侧", 0.8),
                column("作业", 0.8),
                column("漏扫窗口", 1),
                column("漏扫次数", 1),
                column("作业单位", 2)),
            c.missed().stream().map(CleaningTables::missed).toList(),
            "按道路等级、漏扫次数排列。未观测的窗口不列为漏扫。")
        .printing(30);
  }

  private static List<Cell> missed(MissedSegment m) {
    return List.of(
        Cell.of(m.road()),
        Cell.of(m.segmentId()),
        Cell.of(Wording.of(m.grade())),
        Cell.of(Wording.of(m.side())),
        Cell.of(Wording.of(m.op())),
        Cell.of(m.missedWindows()),
        Cell.of(m.missedPasses()),
        Cell.of(m.contractor()));
  }

  private static Table exemptions(Cleaning c) {
    return Table.of(
        "4.6",
        "豁免",
        List.of(column("原因", 2), column("批准人", 2), column("路段侧窗口占比", 2)),
        excused(c).stream().map(e -> exemption(e, c.figures().exempt())).toList(),
        "豁免的窗口不计应做，也不算完成。一个窗口有几项豁免的，计入其中时间最长的一项。");
  }

  /** A document that was frozen before they were kept by name has the reasons alone. */
  private static List<Excused> excused(Cleaning c) {
    return c.excused().isEmpty()
        ? c.exemptWindows().entrySet().stream()
            .map(e -> new Excused(e.getKey(), Wording.NONE, e.getValue()))
            .toList()
        : c.excused();
  }

  private static List<Cell> exemption(Excused e, Ratio all) {
    return List.of(
        Cell.of(Wording.of(e.kind())),
        Cell.of(e.approvedBy()),
        Cell.of(new Ratio(e.windows(), all.denominator())));
  }

  private static Table lanes(Cleaning c) {
    return Table.of(
        "4.9",
        "背街小巷",
        List.of(
            column("作业单位", 2.2),
            column("路段侧窗口", 1),
            column("频次达标率", 1.8),
            column("环比", 1.1),
            column("道路达标率", 1.4),
            column("覆盖率", 1.6),
            column("未观测", 1.4),
            column("豁免", 1.4)),
        c.lanes().stream()
            .map(
                l ->
                    List.of(
                        Cell.of(l.contractor().isEmpty() ? "（未明）" : l.contractor()),
                        Cell.of(l.figures().windows()),
                        Cell.of(l.frequency()),
                        Cell.of(change(l.frequency())),
                        Cell.of(l.figures().roads()),
                        Cell.of(l.figures().lanes()),
                        Cell.of(l.figures().unobserved()),
                        Cell.of(l.figures().exempt())))
            .toList(),
        "只计等级为背街小巷的路段；样本不足的以灰色列出。");
  }
}
