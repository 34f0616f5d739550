package io.qingtu.web.evidence;

import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.server.store.Review;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The words of the printed sheet. */
final class EventWords {
  static final String NONE = "—";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(DailyHours.CITY_ZONE);

  private static final Map<String, String> STATUS =
      Map.of(
          "OPEN", "持续中", "ENDED", "已结束", "SUPPRESSED", "已抑制", "RETRACTED", "已撤回", "MERGED", "已合并");

  private static final Map<String, String> REASONS =
      Map.of(
          "gps_drift",
          "定位漂移",
          "sensor_fault",
          "传感器故障",
          "map_wrong",
          "地图或围栏有误",
          "permit_late",
          "准运证补录",
          "authorised",
          "经批准的作业",
          "duplicate",
          "重复报警",
          "other",
          "其他",
          ReviewDecision.APPEAL_UPHELD,
          "申诉成立");

  private EventWords() {}

  static String time(Instant t) {
    return t == null ? NONE : TIME.format(t);
  }

  static String orNone(String text) {
    return text == null || text.isEmpty() ? NONE : text;
  }

  static String number(double value, String unit) {
    return Double.isNaN(value)
        ? NONE
        : String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : "%.2f %s", value, unit)
            .strip();
  }

  static String place(double lon, double lat) {
    return Double.isNaN(lon) ? NONE : String.format(Locale.ROOT, "%.6f, %.6f", lon, lat);
  }

  static String status(Enum<?> status) {
    return STATUS.getOrDefault(status.name(), status.name());
  }

  static String decision(Review.Decision decision) {
    return decision == Review.Decision.CONFIRMED ? "确认" : "驳回";
  }

  static String reason(String code) {
    return REASONS.getOrDefault(code, code);
  }

  static String move(Move move) {
    return switch (move) {
      case FILE -> "立案";
      case REFUSE -> "不予立案";
      case DISPATCH -> "派遣";
      case RETURN -> "退回";
      case BEGIN -> "开始处置";
      case ANSWER -> "反馈";
      case VERIFY -> "开始核查";
      case CLOSE -> "结案";
      case REWORK -> "返工";
      case EVALUATE -> "评价";
      case ASK_EXTENSION -> "申请延期";
      case EXTEND -> "批准延期";
      case REFUSE_EXTENSION -> "不予延期";
      case PUT_ON_LEDGER -> "挂账";
      case KEEP_ON_LEDGER -> "挂账复核";
      case TAKE_FROM_LEDGER -> "销账";
      case TRANSFER -> "移送";
      case URGE -> "督办";
      case APPEAL -> "申诉";
      case REJECT_APPEAL -> "驳回申诉";
      case UPHOLD_APPEAL -> "申诉成立";
      case OBSERVE -> "系统核查结案";
    };
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case ACCEPTED -> "受理";
      case NOT_FILED -> "不予立案";
      case FILED -> "立案";
      case DISPATCHED -> "派遣";
      case HANDLING -> "处置";
      case FEEDBACK -> "反馈";
      case VERIFYING -> "核查";
      case ON_LEDGER -> "挂账";
      case TRANSFERRED -> "移送";
      case CLOSED -> "结案";
      case EVALUATED -> "评价";
    };
  }
}
