package io.qingtu.route.report;

import io.qingtu.route.rule.RuleNames;
import java.util.Map;

/** Chinese titles of the rules, as the report and the screen print them. */
public final class RuleTitle {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("M01", "违规倾倒（传感）"),
          Map.entry("M02", "疑似倾倒（轨迹）"),
          Map.entry("M03", "未密闭运输"),
          Map.entry("M04", "偏离核准路线"),
          Map.entry("M05", "非准运时段"),
          Map.entry("M06a", "无证运输"),
          Map.entry("M06b", "核准过期"),
          Map.entry("M06c", "消纳场不符"),
          Map.entry("M06d", "无联单"),
          Map.entry("M06f", "场外装载"),
          Map.entry("M07", "未到消纳场"),
          Map.entry("M08", "超速"),
          Map.entry("M09", "闯禁行区"),
          Map.entry("M10", "行驶中举升"),
          Map.entry("M11a", "超载"),
          Map.entry("M11b", "途中减重"),
          Map.entry("M12", "停运期间运输"),
          Map.entry("M13", "重车异常停留"),
          Map.entry("M14", "夜间聚集"),
          Map.entry("M16", "未冲洗出场"),
          Map.entry("D01", "车辆离线"),
          Map.entry("D02", "终端断电"),
          Map.entry("D08", "传感器故障"),
          Map.entry("S01", "作业频次不足"),
          Map.entry("S02", "覆盖不足"),
          Map.entry("S03", "单侧漏扫"),
          Map.entry("S04", "作业超速"),
          Map.entry("S05", "出勤不作业"),
          Map.entry("S12", "漏收"));

  private RuleTitle() {}

  /** The title; the rule's usual name where it has none of its own here. */
  public static String of(String rule) {
    return TITLES.getOrDefault(rule, RuleNames.of(rule).zh());
  }
}
