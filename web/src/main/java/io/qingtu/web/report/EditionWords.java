package io.qingtu.web.report;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;

/** Editions and corrections in words. */
final class EditionWords {
  private EditionWords() {}

  static String of(Edition edition) {
    return edition == Edition.EXPRESS ? "快报" : "正式版";
  }

  static String of(Corrections.State state) {
    return switch (state) {
      case ABSENT -> "没有";
      case HELD -> "未发出或已撤回";
      case WAITING -> "未复核";
      case CONFIRMED -> "确认";
      case REJECTED -> "驳回";
    };
  }
}
