package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.WeeklyReport;
import java.util.List;

/** Appendix: what the indicators mean, and with which rules they were made. */
final class Definitions {
  private static final String[][] INDICATORS = {
    {"入网率", "已绑定终端的车辆÷登记车辆"},
    {"上线率", "本周至少有一个有效定位的车辆÷入网车辆（报停尚未登记，未扣除）"},
    {"轨迹完整率", "连续轨迹里程÷轨迹总里程"},
    {"数据合格率", "清洗后采用的记录÷收到的记录"},
    {"漂移率", "超过2%的定位因跳变被剔除的上线车辆÷上线车辆"},
    {"传感器健康率", "健康的传感器车日÷应装的传感器车日"},
    {"可监管率", "可观测占比：车辆按有数据的车日平均，趟次按时长加权"},
    {"重载趟次", "驶离工地且非空车的趟次"},
    {"联单闭环率", "两次扫码齐全、24小时内签收且趟次正常结束的联单÷开具的联单"},
    {"每百趟违规数", "Σ严重程度权数×确认违规数÷可观测重载趟次×100，权数1、2、5、10"},
    {"密闭合格率", "1－未密闭里程÷厢盖传感器健康的重载里程；未密闭里程按报警时长占趟次时长折算"},
    {"频次达标率", "Σmin(实做,应做)÷Σ应做，按路段长度加权，扣除豁免窗口"},
    {"道路达标率", "各侧各窗口全部达标的道路÷有计划的道路"},
    {"覆盖率", "有有效作业的长度÷应作业长度，每侧取一周内最好的一次"},
    {"双侧覆盖率", "Σmin(正向覆盖,反向覆盖)×长度÷Σ长度"},
    {"豁免占比", "豁免的窗口÷全部窗口"},
    {"复核率", "已复核的A、B级报警÷A、B级报警"},
    {"样本不足", "少于20个可观测趟次或10个路段侧窗口，数值以灰色列出，不排名"},
    {"未观测", "定位或传感器不足以判断；计入分母，不计为合格"},
  };

  private Definitions() {}

  static Table indicators() {
    List<List<Cell>> rows =
        java.util.Arrays.stream(INDICATORS)
            .map(i -> List.of(Cell.of(i[0]), Cell.of(i[1])))
            .toList();
    return Table.of("附件一", "指标说明", List.of(column("指标", 1.3), column("口径", 6)), rows, "");
  }

  static Table versions(WeeklyReport report, Masthead masthead) {
    return Table.of(
        "附件二",
        "编制依据",
        List.of(column("项目", 1.3), column("内容", 6)),
        List.of(
            List.of(Cell.of("统计周期"), Cell.of(period(report))),
            List.of(Cell.of("期号"), Cell.of(report.week().toString())),
            List.of(Cell.of("规则目录版本"), Cell.of(report.ruleVersion())),
            List.of(Cell.of("参数指纹"), Cell.of(report.parameters())),
            List.of(
                Cell.of("数据性质"),
                Cell.of(masthead.synthetic() ? "合成数据演示，不反映任何真实车辆、企业或道路" : "车载终端实时数据"))),
        "");
  }

  private static String period(WeeklyReport report) {
    return Wording.date(report.week().monday())
        + " 00:00 至 "
        + Wording.date(report.week().monday().plusDays(6))
        + " 24:00（北京时间）";
  }
}
