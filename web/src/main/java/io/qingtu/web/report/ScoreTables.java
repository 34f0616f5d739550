package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.report.Index;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.RedBlack;
import io.qingtu.route.report.RedBlack.Listed;
import io.qingtu.route.report.Score;
import io.qingtu.route.report.Scores;
import io.qingtu.route.report.Scores.Appeal;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.scoring.PointLine;
import io.qingtu.route.scoring.PointsLedger.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Section 7. */
final class ScoreTables {
  /** Rows of a ranking or ledger that the PDF prints. */
  private static final int PRINTED = 40;

  private ScoreTables() {}

  static List<Table> of(PeriodReport report) {
    List<Table> all = new ArrayList<>(rankings(report));
    all.add(entered(report.scores()));
    all.add(appeals(report.scores()));
    return all;
  }

  /** 7.1 to 7.5. */
  static List<Table> rankings(PeriodReport report) {
    Scores scores = report.scores();
    StandardWords words = new StandardWords(report.standards());
    return List.of(
        haulage(scores.haulage(), words),
        cleaning(scores.cleaning(), words),
        lists(scores, words),
        companies(scores, words),
        vehicles(scores, words));
  }

  private static Table haulage(List<Score> scores, StandardWords words) {
    return Table.of(
        "7.1",
        "渣土企业指数",
        List.of(
            column("名次", 0.8),
            column("变化", 0.8),
            column("企业", 2.4),
            column("违规扣分", 1),
            column("联单扣分", 1),
            column("监管扣分", 1),
            column("超期扣分", 1),
            column("指数", 0.9),
            column("本期记分", 0.9),
            column("冻结", 0.7),
            column("备注", 1.2)),
        scores.stream()
            .map(
                s ->
                    row(
                        s,
                        taken(s, Index.Kind.VIOLATIONS),
                        taken(s, Index.Kind.WAYBILLS),
                        taken(s, Index.Kind.UNOBSERVED),
                        taken(s, Index.Kind.OVERDUE)))
            .toList(),
        words.in(
            "指数＝100－min({haulage.violations}，{haulage.per_violation}×每百趟违规数)－{haulage.waybills}×(1－联单闭环率)"
                + "－{haulage.unobserved}×(1－可监管率)－{haulage.overdue}×(超期案件÷案件)，取一位小数，数值相同的名次并列。"
                + "只计人工确认的违规；未观测的时长在可监管率中扣分；可观测趟次少于{n_min.trips}趟的样本不足，"
                + "可监管率低于{observed.ranked}的数据不足，均不排名。"
                + "全市使用联单而企业没有联单的，联单按未闭环计；没有案件的不扣超期分。"));
  }

  private static Table cleaning(List<Score> scores, StandardWords words) {
    return Table.of(
        "7.2",
        "环卫作业单位指数",
        List.of(
            column("名次", 0.8),
            column("变化", 0.8),
            column("单位", 2.2),
            column("频次", 0.9),
            column("双侧覆盖", 0.9),
            column("作业速度", 0.9),
            column("及时", 0.9),
            column("收运", 0.9),
            column("怠工扣分", 0.9),
            column("指数", 0.9),
            column("本期记分", 0.9),
            column("冻结", 0.7),
            column("备注", 1.1)),
        scores.stream()
            .map(
                s ->
                    row(
                        s,
                        part(s, Index.Kind.FREQUENCY),
                        part(s, Index.Kind.BOTH_SIDES),
                        part(s, Index.Kind.SPEED),
                        part(s, Index.Kind.ON_TIME),
                        part(s, Index.Kind.COLLECTION),
                        taken(s, Index.Kind.NOT_OPERATING)))
            .toList(),
        words.in(
            "指数＝{cleaning.frequency}×频次达标率＋{cleaning.both_sides}×双侧覆盖率＋{cleaning.speed}×作业速度合格率"
                + "＋{cleaning.on_time}×作业及时率＋{cleaning.collection}×收运及时率，不适用的项不计、其余按权重折算，"
                + "再减{cleaning.not_operating}×出工不出力时长占比。路段侧窗口少于{n_min.road_shifts}个的样本不足，"
                + "可观测占比或可监管率低于{observed.ranked}的数据不足，均不排名。"));
  }

  private static List<Cell> row(Score s, Cell... parts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(s.isRanked() ? Cell.of(s.rank()) : Cell.of(Wording.NONE));
    cells.add(Cell.of(change(s)));
    cells.add(Cell.of(s.company()));
    cells.addAll(List.of(parts));
    cells.add(Cell.of(s.index().value(), 1));
    cells.add(Cell.of(s.standing().points()));
    cells.add(Cell.of(s.standing().frozen()));
    cells.add(Cell.of(ScoreWords.of(s.bar())));
    return cells;
  }

  private static String change(Score s) {
    return s.isRanked() && s.change().isPresent()
        ? Wording.signed(s.change().getAsInt(), 0)
        : Wording.NONE;
  }

  private static Cell taken(Score s, Index.Kind kind) {
    return has(s, kind) ? Cell.of(Math.abs(s.index().points(kind)), 1) : Cell.of(Wording.NONE);
  }

  private static Cell part(Score s, Index.Kind kind) {
    return has(s, kind) ? Cell.of(s.index().points(kind), 1) : Cell.of(Wording.NONE);
  }

  private static boolean has(Score s, Index.Kind kind) {
    return s.index().parts().stream().anyMatch(p -> p.kind() == kind);
  }

  private static Table lists(Scores scores, StandardWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    add(rows, "渣土运输企业", scores.lists(), words);
    add(rows, "环卫作业单位", scores.cleaningLists(), words);
    return Table.of(
        "7.3",
        "红黑榜",
        List.of(column("类别", 1.6), column("榜别", 0.8), column("单位", 3), column("依据", 4)),
        rows,
        words.in(
            "红榜：名次前{list.red_ranks}、指数不低于{list.red_index}、记分等级优秀且本期没有特别严重违规。"
                + "黑榜：本期有确认的特别严重违规，或指数低于{list.black_index}，或本期记分达到停业整改线。"));
  }

  private static void add(List<List<Cell>> rows, String kind, RedBlack lists, StandardWords words) {
    lists.red().forEach(l -> rows.add(listed(kind, "红榜", l, words)));
    lists.black().forEach(l -> rows.add(listed(kind, "黑榜", l, words)));
  }

  private static List<Cell> listed(String kind, String list, Listed l, StandardWords words) {
    String reasons =
        l.reasons().stream().map(r -> words.in(ScoreWords.of(r))).collect(Collectors.joining("、"));
    return List.of(Cell.of(kind), Cell.of(list), Cell.of(l.company()), Cell.of(reasons));
  }

  private static Table companies(Scores scores, StandardWords words) {
    List<Score> all = new ArrayList<>(scores.haulage());
    all.addAll(scores.cleaning());
    return Table.of(
        "7.4",
        "企业记分",
        List.of(
            column("企业", 3),
            column("本期记分", 1),
            column("申诉冻结", 1),
            column("等级", 1.6),
            column("处置", 2.4)),
        scores.companies().stream()
            .map(
                s -> {
                  var level =
                      all.stream()
                          .filter(o -> o.company().equals(s.who()))
                          .map(Score::level)
                          .findFirst();
                  return List.of(
                      Cell.of(s.who()),
                      Cell.of(s.points()),
                      Cell.of(s.frozen()),
                      Cell.of(level.map(ScoreWords::of).orElse(Wording.NONE)),
                      Cell.of(level.map(ScoreWords::measure).orElse(Wording.NONE)));
                })
            .toList(),
        ScoreWords.of(scores.cycle())
            + words.in(
                "。低于{level.good}分优秀，{level.good}分起良好，{level.fair}分起一般（约谈或书面警示），"
                    + "{level.poor}分起较差（停业整改）。")
            + "违规按发生之日计入周期；确认后5个工作日内申诉的，裁决之前冻结不计；申诉成立的另记一笔冲回，原记录不删除。");
  }

  private static Table vehicles(Scores scores, StandardWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    scores.vehicles().forEach(s -> rows.add(standing("车辆", s)));
    scores.drivers().forEach(s -> rows.add(standing("驾驶员", s)));
    return Table.of(
            "7.5",
            "车辆和驾驶员记分",
            List.of(column("类别", 1), column("车牌或驾驶员编号", 3), column("本期记分", 1), column("申诉冻结", 1)),
            rows,
            words.in("车辆记分以{level.vehicle_cap}分为限，达到的车辆停运。驾驶员以档案编号列出。"))
        .printing(PRINTED);
  }

  private static List<Cell> standing(String kind, Standing s) {
    return List.of(Cell.of(kind), Cell.of(s.who()), Cell.of(s.points()), Cell.of(s.frozen()));
  }

  /** 7.6, too wide for an upright page. */
  static Table entered(Scores scores) {
    return Table.of(
            "7.6",
            "记分明细",
            List.of(
                column("记入时间", 1.5),
                column("企业", 1.9),
                column("车牌", 1.4),
                column("违规", 1.6),
                column("发生时间", 1.5),
                column("事由", 1.2),
                column("企业", 0.7),
                column("车辆", 0.7),
                column("驾驶员", 0.8),
                column("状态", 0.8),
                column("案件", 0.8),
                column("报警编号", 2.4)),
            scores.entered().stream().map(ScoreTables::line).toList(),
            "列本期起至编制时记入的各笔。每一笔都可凭报警编号和案件号查到证据。")
        .printing(PRINTED);
  }

  private static List<Cell> line(PointLine l) {
    Alert a = l.violation().alert();
    return List.of(
        Cell.of(l.at()),
        Cell.of(l.violation().company()),
        Cell.of(a.plate()),
        Cell.of(RuleNames.zh(a.rule())),
        Cell.of(a.start()),
        Cell.of(ScoreWords.of(l.kind())),
        Cell.of(l.points().company()),
        Cell.of(l.points().vehicle()),
        Cell.of(l.points().driver()),
        Cell.of(l.frozen() ? "冻结" : "生效"),
        Cell.of(caseNumber(l.caseId())),
        Cell.of(a.key()));
  }

  private static String caseNumber(long id) {
    return id == 0 ? Wording.NONE : "案" + id;
  }

  /** 7.7. */
  static Table appeals(Scores scores) {
    return Table.of(
        "7.7",
        "申诉",
        List.of(
            column("时间", 1.5),
            column("企业", 2.2),
            column("车牌", 1.4),
            column("违规", 1.8),
            column("案件", 0.8),
            column("结果", 1.2),
            column("报警编号", 2.6)),
        scores.appeals().stream().map(ScoreTables::appeal).toList(),
        "申诉成立的违规不再计入各项指标，已记的分数冲回。");
  }

  private static List<Cell> appeal(Appeal a) {
    Alert alert = a.violation().alert();
    return List.of(
        Cell.of(a.last().at()),
        Cell.of(a.violation().company()),
        Cell.of(alert.plate()),
        Cell.of(RuleNames.zh(alert.rule())),
        Cell.of(caseNumber(a.last().caseId())),
        Cell.of(ScoreWords.of(a.last().decision())),
        Cell.of(alert.key()));
  }
}
