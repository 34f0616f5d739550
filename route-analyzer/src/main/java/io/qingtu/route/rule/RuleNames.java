package io.qingtu.route.rule;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a rule is called, in both languages of pages and reports: one table, by rule code. */
public final class RuleNames {
  /**
   * @param zh name in Chinese, as supervisors use it
   * @param en name in English
   */
  public record Name(String zh, String en) {}

  private static final SortedMap<String, Name> NAMES = new TreeMap<>();

  static {
    name("M01", "违规倾倒", "Unauthorised dumping");
    name("M02", "疑似倾倒", "Suspected dumping");
    name("M03", "未密闭运输", "Uncovered load");
    name("M04", "偏离核准路线", "Route deviation");
    name("M05", "非准运时段运输", "Outside permitted hours");
    name("M06a", "无证运输", "No permit");
    name("M06b", "准运证过期", "Permit expired");
    name("M06c", "消纳场不符", "Wrong disposal ground");
    name("M06d", "无联单", "No waybill");
    name("M06e", "未备案车辆", "Unregistered vehicle");
    name("M06f", "场外装载", "Loaded outside a site");
    name("M06g", "超核准方量", "Over-scope volume");
    name("M07", "未到消纳场", "Trip not completed");
    name("M08", "超速", "Overspeed");
    name("M09", "闯禁行区", "Restricted-zone entry");
    name("M10", "行驶中举升", "Body raised while driving");
    name("M11a", "超载", "Overloaded");
    name("M11b", "途中减重", "Lost weight on the way");
    name("M12", "停运期间运输", "Haulage under a stop order");
    name("M13", "重车异常停留", "Loaded vehicle stopped");
    name("M14", "夜间聚集", "Night gathering");
    name("M15", "人车不符", "Driver not on the vehicle's list");
    name("M16", "未冲洗出场", "Left the site unwashed");
    name("D01", "行驶中离线", "Went offline while moving");
    name("D02", "断电", "Terminal power cut");
    name("D03", "天线故障", "Antenna fault");
    name("D04", "不定位", "No fix");
    name("D05", "疑似信号干扰", "Suspected jamming");
    name("D06", "疑似位置造假", "Suspected false position");
    name("D07", "车机分离", "Terminal taken from its vehicle");
    name("D08", "传感器故障", "Sensor fault");
    name("D09", "全天无轨迹", "No track all day");
    name("D10", "选择性离线", "Offline when loaded");
    name("D11", "终端时钟错误", "Terminal's clock wrong");
    name("D12", "定位漂移", "Positions drift");
    name("B3", "抓拍设备异常", "Gate camera fault");
    name("P07", "套牌嫌疑", "Cloned plate");
    name("P02", "方量不足", "Less than the approved volume");
    name("P06", "有单无车", "Ghost waybill");
    name("S01", "作业频次不足", "Too few passes");
    name("S02", "作业覆盖不足", "Coverage incomplete");
    name("S03", "单侧漏扫", "One side missed");
    name("S04", "作业超速", "Working too fast");
    name("S05", "出工不出力", "Driving without working");
    name("S06", "未按时作业", "Not on time");
    name("S07", "高峰作业", "Working in banned hours");
    name("S08", "怠速", "Idling");
    name("S09", "长时间停留", "Long stop");
    name("S10", "越界作业", "Working outside the area");
    name("S11", "未出车", "Did not set out");
    name("S12", "漏收", "Collection point missed");
    name("S13", "垃圾去向异常", "Refuse unloaded elsewhere");
    name("S14", "干扫", "Sweeping without water");
    name("S15", "低温洒水", "Spraying where it may freeze");
    name("S16", "虚增频次", "Repeating passes");
    name("S17", "跑冒滴漏", "Leaking or spilling");
  }

  private RuleNames() {}

  /** The name of a rule; a code that is not in the table stands for itself. */
  public static Name of(String rule) {
    return NAMES.getOrDefault(rule, new Name(rule, rule));
  }

  /** The name in Chinese, as reports and files print it. */
  public static String zh(String rule) {
    return of(rule).zh();
  }

  /** The whole table, by rule code. */
  public static Map<String, Name> all() {
    return Map.copyOf(NAMES);
  }

  private static void name(String rule, String zh, String en) {
    NAMES.put(rule, new Name(zh, en));
  }
}
