package io.qingtu.web.report;

import static io.qingtu.web.report.Table.column;

import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.report.Haulage;
import io.qingtu.route.report.Suspicions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dumps that are suspected, and where they come together. */
final class SuspicionTables {
  private static final int PRINTED = 20;

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
              Cell.of(String.format(Locale.ROOT, "%.5f，%.5f", h.longitude(), h.latitude())),
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
            "截至周末的一段时间内（默认30天，参数 p01_days），未被驳回的倾倒报警和举报聚在一处的地点，位置见上图。")
        .printing(PRINTED);
  }

  private static long found(HotSpot h, String rule) {
    return h.sightings().stream().filter(x -> x.source().equals(rule)).count();
  }
}
