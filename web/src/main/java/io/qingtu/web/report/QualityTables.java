package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.report.DataQuality;
import io.qingtu.route.report.PlatformUptime;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.ArrayList;
import java.util.List;

/** Section 2. */
final class QualityTables {
  private QualityTables() {}

  static List<Table> of(DataQuality quality, Standards standards) {
    return List.of(
        companies(quality, standards),
        supervision(quality),
        sensors(quality),
        dropped(quality),
        platform(quality.platform()));
  }

  private static Table companies(DataQuality quality, Standards standards) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("全市", quality.city(), ""));
    quality
        .companies()
        .forEach(c -> rows.add(row(c.company(), c.figures(), verdict(c.figures(), standards))));
    return Table.of(
        "2.1",
        "各单位数据质量",
        List.of(
            column("单位", 2.4),
            column("车辆", 0.8),
            column("入网率", 1.1),
            column("上线率", 1.1),
            column("轨迹完整率", 1.8),
            column("数据合格率", 2.2),
            column("漂移率", 1.1),
            column("可监管率", 1.6),
            column("评价", 1.2)),
        rows,
        "可监管率低于"
            + new StandardWords(standards).of(Standard.OBSERVED_RANKED)
            + "的单位数据不足，不参加排名。分子、分母列于比率之下；轨迹完整率以公里计，数据合格率以条计，可监管率以点火小时计。");
  }

  private static List<Cell> row(String name, DataQuality.Figures f, String verdict) {
    return List.of(
        Cell.of(name),
        Cell.of(f.vehicles()),
        Cell.of(f.networked()),
        Cell.of(f.online()),
        Cell.of(f.completeness()),
        Cell.of(f.validity()),
        Cell.of(f.drifting()),
        Cell.of(Wording.hours(f.observed())),
        Cell.of(verdict));
  }

  private static String verdict(DataQuality.Figures f, Standards standards) {
    if (!f.observed().isKnown()) {
      return "未点火";
    }
    return f.isSufficient(standards) ? "可排名" : "数据不足";
  }

  private static Table supervision(DataQuality quality) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(supervised("全市", quality.city()));
    quality.companies().forEach(c -> rows.add(supervised(c.company(), c.figures())));
    return Table.of(
        "2.2",
        "各单位在线与回传",
        List.of(
            column("单位", 2.4),
            column("报停车辆", 0.8),
            column("日均上线率", 1.3),
            column("在线时长率", 1.5),
            column("传感器健康率", 1.4),
            column("不可监管车日", 1.4),
            column("回传时延P95", 1.3),
            column("行驶中离线报警", 1),
            column("断电报警", 1)),
        rows,
        "上线率、日均上线率、不可监管车日均扣除报停。在线时长率以点火小时计，补传的时段不算在线；可监管率算上补传。不可监管车日：没有数据或可观测不足80%的车日÷车日。回传时延不含补传，按分档统计，取P95所在档的上限。");
  }

  private static List<Cell> supervised(String name, DataQuality.Figures f) {
    return List.of(
        Cell.of(name),
        Cell.of(f.laidUp()),
        Cell.of(f.dailyOnline()),
        Cell.of(Wording.hours(f.onlineTime())),
        Cell.of(f.sensors()),
        Cell.of(f.unobservable()),
        Cell.of(Wording.delay(f.delayP95Seconds())),
        Cell.of(f.offlineAlarms()),
        Cell.of(f.powerCutAlarms()));
  }

  private static Table sensors(DataQuality quality) {
    return Table.of(
        "2.3",
        "传感器健康率",
        quality.sensors().keySet().stream().map(s -> column(Wording.of(s), 1)).toList(),
        List.of(quality.sensors().values().stream().map(Cell::of).toList()),
        "健康的车日÷应装的车日；没有数据的车日不计为健康，没有安装的为“—”。");
  }

  private static Table dropped(DataQuality quality) {
    return Table.of(
        "2.4",
        "未采用的记录",
        List.of(column("代码", 1), column("原因", 4), column("条数", 1)),
        quality.dropped().entrySet().stream()
            .map(
                e ->
                    List.of(
                        Cell.of(e.getKey()), Cell.of(reason(e.getKey())), Cell.of(e.getValue())))
            .toList(),
        "");
  }

  private static Table platform(PlatformUptime.Link link) {
    return Table.of(
        "2.5",
        "平台连通",
        List.of(column("平台连通率（分钟）", 2), column("中断次数", 1), column("最长一次（分钟）", 1)),
        link.connected().isKnown()
            ? List.of(
                List.of(
                    Cell.of(link.connected()),
                    Cell.of(link.outages()),
                    Cell.of(link.longestMinutes(), 1)))
            : List.of(),
        "有网关在运行的分钟÷有运行记录的分钟，运行记录每10秒续记一次；平台中断期间车辆不在线不归责于企业。");
  }

  private static String reason(String code) {
    return switch (code) {
      case "C01" -> "终端未定位";
      case "C02" -> "坐标为零或在省界以外";
      case "C03" -> "定位时间晚于接收时间";
      case "C04" -> "重复";
      case "C05" -> "位移速度不可能";
      case "C06" -> "单点跳变";
      default -> code;
    };
  }
}
