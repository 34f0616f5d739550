package io.qingtu.web.report;

import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.sweep.VehicleDayWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers, times and names as the report writes them. */
final class Wording {
  static final String NONE = "—";
  private static final String SAME = "持平";

  private Wording() {}

  static String percent(Ratio ratio) {
    return ratio.isKnown() ? number(ratio.value() * 100, 1) + "%" : NONE;
  }

  /** Numerator and denominator: whole where they are whole, or large. */
  static String parts(Ratio ratio) {
    if (!ratio.isKnown()) {
      return "";
    }
    boolean whole =
        ratio.denominator() >= 1000 || isWhole(ratio.numerator()) && isWhole(ratio.denominator());
    String format = whole ? "%.0f/%.0f" : "%.1f/%.1f";
    return String.format(Locale.ROOT, format, ratio.numerator(), ratio.denominator());
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 0.05;
  }

  /** Of seconds, in hours. */
  static Ratio hours(Ratio seconds) {
    return new Ratio(seconds.numerator() / 3600, seconds.denominator() / 3600);
  }

  /** The class in which a delay lies, by its upper bound in seconds. */
  static String delay(double seconds) {
    if (Double.isNaN(seconds)) {
      return NONE;
    }
    List<Integer> bounds = VehicleDayWork.DELAY_BOUNDS_S;
    return Double.isInfinite(seconds)
        ? ">" + bounds.get(bounds.size() - 1) + "秒"
        : "≤" + number(seconds, 0) + "秒";
  }

  static String number(double value, int decimals) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Change against the period before (环比); of a percentage in percentage points. */
  static String change(Kpi kpi, boolean percentage) {
    OptionalDouble change = kpi.change();
    if (change.isEmpty()) {
      return "环比 —";
    }
    String words = signed(change.getAsDouble() * (percentage ? 100 : 1), 1);
    return "环比 " + words + (percentage && !words.equals(SAME) ? " 个百分点" : "");
  }

  static String signed(double value, int decimals) {
    String size = number(Math.abs(value), decimals);
    if (size.equals(number(0, decimals))) {
      return SAME;
    }
    return (value > 0 ? "▲" : "▼") + size;
  }

  static String time(Instant t) {
    ZonedDateTime z = t.atZone(DailyHours.CITY_ZONE);
    return String.format(
        Locale.ROOT,
        "%d月%d日 %02d:%02d",
        z.getMonthValue(),
        z.getDayOfMonth(),
        z.getHour(),
        z.getMinute());
  }

  /** To the second, for what follows quickly. */
  static String second(Instant t) {
    ZonedDateTime z = t.atZone(DailyHours.CITY_ZONE);
    return time(t) + String.format(Locale.ROOT, ":%02d", z.getSecond());
  }

  /** A moment with its year, as the last page writes it. */
  static String moment(Instant t) {
    ZonedDateTime z = t.atZone(DailyHours.CITY_ZONE);
    return date(z.toLocalDate())
        + String.format(Locale.ROOT, " %02d:%02d", z.getHour(), z.getMinute());
  }

  static String date(LocalDate d) {
    return d.getYear() + "年" + d.getMonthValue() + "月" + d.getDayOfMonth() + "日";
  }

  static String period(Period period) {
    return date(period.first()) + "—" + date(period.last());
  }

  static String of(RoadGrade grade) {
    return switch (grade) {
      case DEMO -> "示范路";
      case FIRST -> "一级";
      case SECOND -> "二级";
      case THIRD -> "三级";
      case LANE -> "背街小巷";
    };
  }

  static String of(Operation op) {
    return switch (op) {
      case SWEEP -> "机扫";
      case WASH -> "洗扫";
      case FLUSH -> "冲洗";
      case SPRINKLE -> "洒水";
    };
  }

  static String of(Side side) {
    return side == Side.FWD ? "正向" : "反向";
  }

  static String of(SensorKind sensor) {
    return switch (sensor) {
      case COVER -> "厢盖";
      case LIFT -> "举升";
      case LOAD -> "空重载";
      case WEIGHT -> "载重";
      case BRUSH -> "扫盘";
      case PUMP -> "水泵";
    };
  }

  static String of(Exemption.Kind kind) {
    return switch (kind) {
      case WEATHER -> "天气";
      case CLOSURE -> "封路、占道";
      case EVENT -> "重大活动";
      case STOP_ORDER -> "停工令";
    };
  }

  static String of(AlertStatus status) {
    return switch (status) {
      case CANDIDATE -> "待定";
      case OPEN -> "进行中";
      case ENDED -> "已结束";
      case SUPPRESSED -> "已抑制";
      case RETRACTED -> "已撤回";
      case MERGED -> "已合并";
    };
  }

  static String of(ReviewDecision review) {
    return review.isConfirmed() ? "确认" : "驳回";
  }

  /** Severity 1 to 4. */
  static String severity(int severity) {
    return switch (severity) {
      case 1 -> "提示";
      case 2 -> "一般";
      case 3 -> "严重";
      default -> "特别严重";
    };
  }

  /**
   * Reason of a rejection; the codes of {@code Review.Reason} in Chinese, other words as they are.
   */
  static String rejection(String reason) {
    return switch (reason) {
      case "" -> "（未填）";
      case "gps_drift" -> "定位漂移";
      case "sensor_fault" -> "传感器故障";
      case "map_wrong" -> "地图、围栏有误";
      case "permit_late" -> "准运证补录";
      case "authorised" -> "经批准";
      case "duplicate" -> "重复报警";
      case "other" -> "其他";
      case ReviewDecision.APPEAL_UPHELD -> "申诉成立";
      default -> reason;
    };
  }
}
