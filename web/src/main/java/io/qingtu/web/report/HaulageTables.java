package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.report.CompanyHaulage;
import io.qingtu.route.report.Haulage;
import io.qingtu.route.report.HaulageFigures;
import io.qingtu.route.report.Offender;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.Violations;
import io.qingtu.route.report.WaybillFigures;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Section 3. */
final class HaulageTables {
  private HaulageTables() {}

  static List<Table> of(Haulage haulage, Standards standards) {
    return List.of(
        volume(haulage),
        rates(haulage),
        types("3.3", "渣土违规类型", haulage.violations()),
        companies(haulage, standards),
        offenders(haulage),
        sites(haulage, standards),
        grounds(haulage, standards),
        routes(haulage, standards),
        hours(haulage),
        SuspicionTables.suspicions(haulage),
        types("3.11", "断联与干扰", haulage.devices()),
        SuspicionTables.hotSpots(haulage.suspicions()),
        SuspicionTables.sites(haulage.suspicions()),
        SuspicionTables.sightings(haulage.suspicions()));
  }

  private static Table volume(Haulage h) {
    HaulageFigures f = h.figures();
    return Table.of(
        "3.1",
        "运输量",
        List.of(
            column("渣土车", 1),
            column("重载趟次", 1),
            column("可观测趟次", 1),
            column("运输量（吨）", 1.3),
            column("折合（立方米）", 1.3),
            column("出土工地", 1),
            column("消纳去处", 1)),
        List.of(
            List.of(
                Cell.of(h.vehicles()),
                Cell.of(f.trips()),
                Cell.of(f.observedTrips()),
                Cell.of(f.tonnes(), 1),
                Cell.of(f.cubicMetres(), 1),
                Cell.of(h.activeSites()),
                Cell.of(h.activeGrounds()))),
        "运输量按趟次×核定载重估算，车辆档案没有核定载重的按16吨；1立方米折1.4吨。消纳场剩余容量未登记，不作统计。");
  }

  private static Table rates(Haulage h) {
    HaulageFigures f = h.figures();
    WaybillFigures w = h.waybills();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(rate("联单覆盖率", w.coverage(), "有匹配联单的趟次÷重载趟次"));
    rows.add(rate("联单闭环率", w.closure(), "两次扫码齐全、24小时内签收且趟次正常结束的联单÷开具联单"));
    rows.add(rate("趟次闭环率", f.tripClosure(), "在准许的去处结束、且有传感器证实卸载（A、B级）的趟次÷可观测趟次"));
    rows.add(rate("未观测趟次占比", f.unobserved(), "可观测占比低于80%的趟次÷重载趟次"));
    rows.add(rate("密闭合格率", kilometres(f.covered()), "1－未密闭里程（经确认或A级）÷厢盖状态可知的重载里程（公里）"));
    rows.add(rate("路线遵从率", kilometres(f.adherence()), "核准路线内里程÷有核准路线的重载里程（公里）"));
    rows.add(rate("时段合格率", f.inHours(), "没有确认的非准运时段运输的趟次÷重载趟次"));
    rows.add(rate("持证率", f.permitted(), "有有效准运证的趟次÷重载趟次"));
    rows.add(count("疑似有单无车（份）", w.ghosts(), "有联单、车辆可观测而没有趟次"));
    rows.add(count("未观测联单（份）", w.unobserved(), "有联单而车辆当日不可观测，不作判断"));
    rows.add(count("未签收联单（份）", w.notAccepted(), "趟次正常结束后24小时没有签收"));
    rows.add(count("迟签收联单（份）", w.lateAccepted(), "趟次结束后超过2小时才签收"));
    return Table.of(
        "3.2", "联单与合规", List.of(column("指标", 2), column("数值", 1.6), column("口径", 4.4)), rows, "");
  }

  private static List<Cell> rate(String name, Ratio ratio, String meaning) {
    return List.of(Cell.of(name), Cell.of(ratio), Cell.of(meaning));
  }

  private static List<Cell> count(String name, long n, String meaning) {
    return List.of(Cell.of(name), Cell.of(n), Cell.of(meaning));
  }

  static Table types(String section, String title, List<Violations.Type> types) {
    return Table.of(
        section,
        title,
        List.of(
            column("代码", 0.9),
            column("违规类型", 2.4),
            column("报警", 1),
            column("A级", 0.8),
            column("B级", 0.8),
            column("C级", 0.8),
            column("确认", 0.9),
            column("驳回", 0.9),
            column("待复核", 1)),
        types.stream()
            .map(
                t ->
                    List.of(
                        Cell.of(t.rule()),
                        Cell.of(RuleNames.zh(t.rule())),
                        Cell.of(t.alarms()),
                        Cell.of(t.alarmsByGrade().get(Grade.A)),
                        Cell.of(t.alarmsByGrade().get(Grade.B)),
                        Cell.of(t.alarmsByGrade().get(Grade.C)),
                        Cell.of(t.confirmed()),
                        Cell.of(t.rejected()),
                        Cell.of(t.waiting())))
            .toList(),
        "A级：两个以上独立来源印证；B级：一个直接来源；C级：推断。除标明“报警”的以外，各项违规数只计人工确认的。");
  }

  private static Table companies(Haulage h, Standards standards) {
    return Table.of(
        "3.4",
        "运输企业",
        List.of(
            column("名次", 0.75),
            column("企业", 2.2),
            column("车辆", 0.75),
            column("趟次", 0.8),
            column("可监管率", 1.5),
            column("联单闭环率", 1.3),
            column("趟次闭环率", 1.3),
            column("报警", 0.8),
            column("确认", 0.8),
            column("每百趟违规数", 1.2),
            column("环比", 1),
            column("备注", 1.3)),
        h.companies().stream().map(c -> company(c, standards)).toList(),
        new StandardWords(standards)
            .in(
                "每百趟违规数＝Σ严重程度权数×确认违规数÷可观测趟次×100，权数依次为{weight.severity_1}、{weight.severity_2}、"
                    + "{weight.severity_3}、{weight.severity_4}。可观测趟次少于{n_min.trips}趟的样本不足，"
                    + "可监管率低于{observed.ranked}的数据不足，均不排名；数值相同的名次并列。"));
  }

  private static List<Cell> company(CompanyHaulage c, Standards standards) {
    double trips = standards.get(Standard.MIN_TRIPS);
    String remark = c.isRanked() ? "" : c.perHundred().isSmall() ? "样本不足" : "数据不足";
    return List.of(
        c.isRanked() ? Cell.of(c.rank()) : Cell.of(Wording.NONE),
        Cell.of(c.company()),
        Cell.of(c.vehicles()),
        Cell.of(c.figures().trips()),
        Cell.of(Wording.hours(c.figures().observedTime())),
        Cell.of(c.waybills().closure(), trips),
        Cell.of(c.figures().tripClosure(), trips),
        Cell.of(c.alarms()),
        Cell.of(c.figures().confirmed()),
        Cell.of(c.perHundred().ratio().value(), 1),
        Cell.of(
            c.perHundred().change().isPresent()
                ? Wording.signed(c.perHundred().change().getAsDouble(), 1)
                : Wording.NONE),
        Cell.of(remark));
  }

  private static Table offenders(Haulage h) {
    List<Offender> all = h.offenders();
    return Table.of(
        "3.5",
        "重复违规车辆",
        List.of(
            column("序", 0.6),
            column("车牌", 1.6),
            column("企业", 2.2),
            column("趟次", 0.8),
            column("确认", 0.8),
            column("严重", 0.8),
            column("违规类型", 3.2),
            column("最近一起", 1.8)),
        IntStream.range(0, all.size()).mapToObj(i -> offender(i + 1, all.get(i))).toList(),
        "列确认违规数最多的20辆车。");
  }

  private static List<Cell> offender(int n, Offender o) {
    return List.of(
        Cell.of(n),
        Cell.of(o.plate()),
        Cell.of(o.company()),
        Cell.of(o.trips()),
        Cell.of(o.confirmed()),
        Cell.of(o.serious()),
        Cell.of(types(o.confirmedByRule())),
        Cell.of(o.last()));
  }

  private static String types(Map<String, Long> byRule) {
    return byRule.entrySet().stream()
        .map(e -> RuleNames.zh(e.getKey()) + e.getValue())
        .collect(Collectors.joining("、"));
  }

  private static Table sites(Haulage h, Standards standards) {
    double trips = standards.get(Standard.MIN_TRIPS);
    return Table.of(
        "3.6",
        "出土工地",
        List.of(
            column("工地", 3),
            column("趟次", 1),
            column("运输量（吨）", 1.4),
            column("持证率", 1.5),
            column("净车出场率（抓拍）", 1.6),
            column("方量偏差（立方米）", 1.8),
            column("可监管率", 1.2)),
        h.sites().stream()
            .map(
                s ->
                    List.of(
                        Cell.of(s.name()),
                        Cell.of(s.trips()),
                        Cell.of(s.tonnes(), 1),
                        Cell.of(s.permitted(), trips),
                        Cell.of(s.clean(), trips),
                        Cell.of(s.deviation()),
                        Cell.of(Wording.hours(s.deviation().observed()))))
            .toList(),
        "净车出场率＝抓拍车轮干净的出场÷抓拍能判断车轮的出场；没有抓拍的为“—”。方量偏差＝（本期外运量－本期计划进度）÷本期计划进度，外运量按趟次×核定载重折立方米，不足"
            + new StandardWords(standards).of(Standard.MIN_TRIPS)
            + "趟的样本不足；可监管率为趟次时长的可观测部分（小时）。");
  }

  private static Table grounds(Haulage h, Standards standards) {
    double trips = standards.get(Standard.MIN_TRIPS);
    return Table.of(
        "3.7",
        "消纳去处",
        List.of(
            column("场所", 3),
            column("到达趟次", 1),
            column("消纳量（吨）", 1.4),
            column("不符趟次", 1),
            column("联单签收率", 1.8)),
        h.grounds().stream()
            .map(
                g ->
                    List.of(
                        Cell.of(g.name()),
                        Cell.of(g.trips()),
                        Cell.of(g.tonnes(), 1),
                        Cell.of(g.wrong()),
                        Cell.of(g.accepted(), trips)))
            .toList(),
        "");
  }

  private static Table routes(Haulage h, Standards standards) {
    double km = standards.get(Standard.MIN_KM);
    double trips = standards.get(Standard.MIN_TRIPS);
    return Table.of(
        "3.8",
        "企业合规率",
        List.of(
            column("企业", 2.2),
            column("密闭合格率", 1.8),
            column("路线遵从率", 1.8),
            column("时段合格率", 1.4),
            column("持证率", 1.4),
            column("未观测趟次", 1.4)),
        h.companies().stream()
            .map(
                c ->
                    List.of(
                        Cell.of(c.company()),
                        Cell.of(kilometres(c.figures().covered()), km),
                        Cell.of(kilometres(c.figures().adherence()), km),
                        Cell.of(c.figures().inHours(), trips),
                        Cell.of(c.figures().permitted(), trips),
                        Cell.of(c.figures().unobserved(), trips)))
            .toList(),
        new StandardWords(standards)
            .in("密闭合格率、路线遵从率以公里计，不足{n_min.km}公里的样本不足；其余以趟次计，不足{n_min.trips}趟的样本不足。"));
  }

  private static Ratio kilometres(Ratio metres) {
    return new Ratio(metres.numerator() / 1000, metres.denominator() / 1000);
  }

  private static Table hours(Haulage h) {
    return Table.of(
        "3.9",
        "按小时分布",
        List.of(column("时段", 2), column("重载趟次", 1), column("渣土报警", 1)),
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    List.of(
                        Cell.of(String.format("%02d:00—%02d:00", i, i + 1)),
                        Cell.of(h.hours().trips().get(i)),
                        Cell.of(h.hours().alarms().get(i))))
            .toList(),
        "");
  }
}
