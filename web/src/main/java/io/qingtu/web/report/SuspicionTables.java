package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.forensics.SuspectedSite.Kind;
import io.qingtu.route.report.Haulage;
import io.qingtu.route.report.Suspicions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dumps that are suspected, and where they come together. */
final class SuspicionTables {
  private static final int PRINTED = 20;

  private static final String SITES =
      "与倾倒热点同一时段内，登记的工地、消纳场、停车场等场所以外，3起以上（参数 p01_min）聚在一处的地点。见到装载：传感器测得空车在该处装上"
          + "（M06f，未被驳回）；只见停留：未载货的车辆全程有定位地停10分钟至2小时（参数 p01_stay、p01_stay_max），不是堵车，"
          + "也不是已知的休息处。停留只说明车辆停过，是否装土、是否工地由巡查确定；没有见到的不列，也不等于没有。";

  private SuspicionTables() {}

  static Table suspicions(Haulage h) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(suspicion("违规倾倒（传感，A/B级）", "M01", h.suspicions().bySensor(), h));
    rows.add(suspicion("疑似倾倒（轨迹推断）", "M02", h.suspicions().byTrack(), h));
    rows.add(suspicion("未到消纳场（去向不明）", "M07", h.suspicions().unexplained(), h));
    rows.add(
        List.of(Cell.of("断联期间卸空（趟次，P05）"), Cell.of(h.suspicions().inGap()), Cell.of(Wording.NONE)));
    return Table.of(
        "3.10",
        "疑似偷倒",
        List.of(column("类别", 3), column("起数", 1), column("其中确认", 1)),
        rows,
        "各类证据强度不同，不相加。断联期间卸空为重载驶出、失去信号、再出现时已空的趟次，去向由调查确定。");
  }

  private static List<Cell> suspicion(String name, String rule, long alarms, Haulage h) {
    long confirmed = h.suspicions().confirmed().stream().filter(a -> a.rule().equals(rule)).count();
    return List.of(Cell.of(name), Cell.of(alarms), Cell.of(confirmed));
  }

  static Table hotSpots(Suspicions s) {
    List<List<Cell>> rows = new ArrayList<>();
    for (HotSpot h : s.hotSpots()) {
      rows.add(
          List.of(
              Cell.of(rows.size() + 1),
              Cell.of(degrees(h.longitude(), h.latitude())),
              Cell.of(h.radius(), 0),
              Cell.of(h.sightings().size()),
              Cell.of(found(h, "M01")),
              Cell.of(found(h, "M02")),
              Cell.of(h.sightings().size() - found(h, "M01") - found(h, "M02")),
              Cell.of(h.first()),
              Cell.of(h.last())));
    }
    return Table.of(
            "3.12",
            "倾倒热点",
            List.of(
                column("序", 0.6),
                column("经度，纬度", 2.6),
                column("半径（米）", 0.8),
                column("起数", 0.7),
                column("传感", 0.8),
                column("推断", 0.8),
                column("举报、巡查", 1),
                column("最早", 1.9),
                column("最近", 1.9)),
            rows,
            "截至期末的一段时间内（默认30天，参数 p01_days），未被驳回的倾倒报警和举报聚在一处的地点，位置见上图。")
        .printing(PRINTED);
  }

  /** What was seen beside every place on file, and no more than that. */
  static Table sites(Suspicions s) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SuspectedSite x : s.sites()) {
      rows.add(
          List.of(
              Cell.of(rows.size() + 1),
              Cell.of(degrees(x.longitude(), x.latitude())),
              Cell.of(x.radius(), 0),
              Cell.of(x.seen().size()),
              Cell.of(x.count(Kind.LOADING)),
              Cell.of(x.count(Kind.STAY)),
              Cell.of(x.stayed().toMinutes()),
              Cell.of(x.trucks()),
              Cell.of(x.first()),
              Cell.of(x.last())));
    }
    return Table.of(
            "3.13",
            "疑似未登记工地",
            List.of(
                column("序", 0.6),
                column("经度，纬度", 2.4),
                column("半径（米）", 0.8),
                column("起数", 0.7),
                column("见到装载", 0.8),
                column("只见停留", 0.8),
                column("停留（分钟）", 0.9),
                column("车辆", 0.7),
                column("最早", 1.7),
                column("最近", 1.7)),
            rows,
            SITES)
        .printing(PRINTED);
  }

  /** The evidence: one line for everything that was seen at one of them. */
  static Table sightings(Suspicions s) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < s.sites().size(); i++) {
      for (SuspectedSite.Seen seen : s.sites().get(i).seen()) {
        rows.add(
            List.of(
                Cell.of(i + 1),
                Cell.of(seen.kind() == Kind.LOADING ? "见到装载" : "只见停留"),
                Cell.of(seen.plate()),
                Cell.of(seen.from()),
                Cell.of(seen.to()),
                Cell.of(degrees(seen.longitude(), seen.latitude())),
                Cell.of(seen.alert().isEmpty() ? Wording.NONE : seen.alert())));
      }
    }
    return Table.of(
            "3.14",
            "疑似未登记工地依据",
            List.of(
                column("序", 0.6),
                column("依据", 1),
                column("车牌", 1.4),
                column("开始", 1.7),
                column("结束", 1.7),
                column("经度，纬度", 2.4),
                column("报警编号", 2.6)),
            rows,
            "序为表3.13的序。")
        .printing(PRINTED);
  }

  private static String degrees(double longitude, double latitude) {
    return String.format(Locale.ROOT, "%.5f，%.5f", longitude, latitude);
  }

  private static long found(HotSpot h, String rule) {
    return h.sightings().stream().filter(x -> x.source().equals(rule)).count();
  }
}
