package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.SignOff.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Appendix: what the indicators mean, and with which rules they were made. */
final class Definitions {
  private static final String[][] INDICATORS = {
    {"入网率", "已绑定终端的车辆÷登记车辆"},
    {"上线率", "本期至少有一个有效定位的车辆÷入网车辆，均不含整期报停的"},
    {"日均上线率", "有有效定位的车日÷入网车辆的车日，均不含整日报停的"},
    {"在线时长率", "点火期间当时就收到定位的时长÷点火时长；补传的时段不算在线"},
    {"平台连通率", "有网关在运行的分钟÷有运行记录的分钟；数据库中断而网关照常收存的算连通"},
    {"轨迹完整率", "连续轨迹里程÷轨迹总里程"},
    {"数据合格率", "清洗后采用的记录÷收到的记录"},
    {"漂移率", "超过2%的定位因跳变被剔除的上线车辆÷上线车辆"},
    {"不可监管车日", "没有数据或可观测不足80%的车日÷车日，均不含整日报停的"},
    {"传感器健康率", "健康的传感器车日÷应装的传感器车日"},
    {"可监管率", "有定位覆盖的点火时长÷点火时长；趟次为有定位覆盖的时长÷趟次时长"},
    {"回传时延P95", "95%的记录从定位到接收不超过的时间，不含补传"},
    {"重载趟次", "驶离工地且非空车的趟次"},
    {"方量偏差", "（工地本期外运量－本期计划进度）÷本期计划进度；外运量按趟次×核定载重折立方米，计划进度按时间均摊"},
    {"联单闭环率", "两次扫码齐全、24小时内签收且趟次正常结束的联单÷开具的联单"},
    {"趟次闭环率", "在准许的去处结束且有传感器证实卸载（A、B级）的趟次÷可观测重载趟次；仅凭轨迹推断的为C级，不计入"},
    {
      "每百趟违规数",
      "Σ严重程度权数×确认违规数÷可观测重载趟次×100，权数{weight.severity_1}、{weight.severity_2}、{weight.severity_3}、{weight.severity_4}"
    },
    {"密闭合格率", "1－有未密闭违规（经确认或A级）的趟次的未密闭里程÷厢盖传感器健康的重载里程"},
    {"频次达标率", "Σmin(实做,应做)÷Σ应做，按路段长度加权，扣除豁免窗口"},
    {"道路达标率", "各侧各窗口全部达标的道路÷有计划的道路"},
    {"覆盖率", "有有效作业的长度÷应作业长度，每侧取本期内最好的一次"},
    {"双侧覆盖率", "Σmin(正向覆盖,反向覆盖)×长度÷Σ长度"},
    {"出勤率", "当日作业满30分钟的车日÷计划车日；计划车日为当日有该车可承担的计划窗口且未报停的车日"},
    {"作业速度合格率", "速度不超过作业限速的作业里程÷作业里程"},
    {"有效作业里程", "作业传感器开启、速度不超过有效作业限速、在计划路段上的里程，重复作业重复计"},
    {"作业面积", "Σ有效作业里程×车辆档案的作业宽度；档案没有宽度的车辆不计，其里程占比另列"},
    {"空驶率", "（行驶里程－有效作业里程）÷行驶里程"},
    {"作业及时率", "窗口内完成全部次数的窗口÷窗口内有作业的窗口；窗口结束后的补做不计"},
    {"出工不出力时长", "经确认的出工不出力报警中，在应作业路段上行驶而作业装置未开启的分钟数"},
    {"收运及时率", "在规定时段内收运的点次÷应收点次（扣除豁免）；看不到的不算收运"},
    {"漏收率", "漏收的点次÷应收点次（扣除豁免）"},
    {"豁免占比", "豁免的窗口÷全部窗口"},
    {"结案率", "本期结案的案件÷（本期结案＋期末超期未结的案件）"},
    {"按期结案率", "本期结案且各环节均未超时限的案件÷（本期结案＋期末超期未结的案件）"},
    {"返工率", "核查退回÷核查"},
    {"平均处置时长", "本期结案的案件从派遣到反馈的工作时间÷派遣过的结案案件"},
    {"重复违规率", "截至期末的30天内有2起以上确认的严重违规的车辆÷有1起以上的车辆"},
    {"企业申诉成立率", "成立的申诉÷本期裁决的申诉，含案件内的和对未转案件的违规的"},
    {"指数", "渣土企业和环卫作业单位的算式见7.1、7.2表注，逐项扣分列于表中"},
    {"记分", "确认的违规按记分标准对企业、车辆、驾驶员分别记分，半年一个周期；轨迹推断的倾倒、去向不明须现场查实"},
    {"复核率", "已复核的A、B级报警÷A、B级报警"},
    {
      "样本不足",
      "少于{n_min.trips}个可观测趟次、{n_min.km}公里、{n_min.road_shifts}个路段侧窗口或{n_min.vehicles}辆有违规的车，数值以灰色列出，不排名"
    },
    {"未观测", "定位或传感器不足以判断；计入分母，不计为合格"},
  };

  private static final String[][] NOT_COMPUTED = {
    {"消纳场剩余容量", "场所档案没有容量"},
  };

  private Definitions() {}

  /** Every indicator that a reader may look for and not find, and why. */
  static Table notComputed() {
    return Table.of(
        "附件二",
        "未统计的指标",
        List.of(column("指标", 3), column("数值", 0.6), column("原因", 3)),
        Arrays.stream(NOT_COMPUTED)
            .map(i -> List.of(Cell.of(i[0]), Cell.of(Wording.NONE), Cell.of(i[1])))
            .toList(),
        "");
  }

  static Table indicators(PeriodReport report) {
    StandardWords words = new StandardWords(report.standards());
    List<List<Cell>> rows =
        Arrays.stream(INDICATORS)
            .map(i -> List.of(Cell.of(i[0]), Cell.of(words.in(i[1]))))
            .toList();
    return Table.of("附件一", "指标说明", List.of(column("指标", 1.3), column("口径", 6)), rows, "");
  }

  /** The last page: what the report was made from and by. */
  static Table versions(Issue issue) {
    PeriodReport report = issue.report();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("统计周期", period(report)));
    rows.add(row("期号", report.period().toString()));
    rows.add(row("规则目录版本", report.ruleVersion()));
    rows.add(row("参数指纹", report.parameters()));
    rows.add(row("评分标准指纹", report.scoring().isEmpty() ? "未记" : report.scoring()));
    rows.add(row("数据性质", issue.masthead().synthetic() ? "合成数据演示，不反映任何真实车辆、企业或道路" : "车载终端实时数据"));
    issue
        .imprint()
        .ifPresentOrElse(
            i -> {
              rows.add(row("报告编号", i.number()));
              rows.add(row("数据截止", Wording.moment(i.asOf())));
              rows.add(row("生成程序", i.generator()));
              rows.add(row("数据快照（SHA-256）", i.hash()));
            },
            () -> {
              rows.add(row("报告编号", "草稿，未定稿"));
              rows.add(row("生成程序", FrozenReport.GENERATOR));
            });
    signed(rows, "审核", issue.sign().reviewer());
    signed(rows, "签发", issue.sign().issuer());
    return Table.of("附件六", "编制依据", List.of(column("项目", 1.3), column("内容", 6)), rows, "");
  }

  private static void signed(List<List<Cell>> rows, String what, Optional<Signature> by) {
    by.ifPresent(s -> rows.add(row(what, s.name() + "　" + Wording.moment(s.at()))));
  }

  private static List<Cell> row(String name, String value) {
    return List.of(Cell.of(name), Cell.of(value));
  }

  private static String period(PeriodReport report) {
    return Wording.date(report.period().first())
        + " 00:00 至 "
        + Wording.date(report.period().last())
        + " 24:00（北京时间）";
  }
}
