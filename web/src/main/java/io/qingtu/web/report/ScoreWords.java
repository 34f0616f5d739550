package io.qingtu.web.report;

import io.qingtu.route.report.RedBlack;
import io.qingtu.route.report.Score;
import io.qingtu.route.scoring.HalfYear;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Levels.Level;
import io.qingtu.route.scoring.PointLine;

/** Scores in words. */
final class ScoreWords {
  private ScoreWords() {}

  static String of(Score.Bar bar) {
    return switch (bar) {
      case NONE -> "";
      case SMALL_SAMPLE -> "样本不足";
      case TOO_LITTLE_OBSERVED -> "数据不足";
    };
  }

  /** With the names of standards in it, see {@link StandardWords#in}. */
  static String of(RedBlack.Reason reason) {
    return switch (reason) {
      case FIRST -> "名次前{list.red_ranks}，指数{list.red_index}以上";
      case LOW_INDEX -> "指数低于{list.black_index}";
      case POINTS -> "记分达到停业整改线";
      case GRAVE -> "有确认的特别严重违规";
    };
  }

  static String of(Level level) {
    return switch (level) {
      case EXCELLENT -> "优秀";
      case GOOD -> "良好";
      case FAIR -> "一般（重点监管）";
      case POOR -> "较差";
    };
  }

  /** What a level leads to. */
  static String measure(Level level) {
    return switch (level) {
      case EXCELLENT, GOOD -> Wording.NONE;
      case FAIR -> "约谈或书面警示";
      case POOR -> "停业整改";
    };
  }

  static String of(PointLine.Kind kind) {
    return switch (kind) {
      case CHARGE -> "记分";
      case WITHDRAWAL -> "更正冲回";
      case UPHELD -> "申诉成立";
    };
  }

  /** Of an appeal. */
  static String of(Judged.Decision decision) {
    return switch (decision) {
      case APPEAL_REJECTED -> "驳回申诉";
      case APPEAL_UPHELD -> "申诉成立";
      default -> "申诉待裁决";
    };
  }

  static String of(HalfYear cycle) {
    boolean first = cycle.first().getMonthValue() == 1;
    return "记分周期：" + cycle.first().getYear() + "年" + (first ? "1月至6月" : "7月至12月");
  }
}
