package io.qingtu.web.report;

import io.qingtu.route.report.Period;
import io.qingtu.route.report.Period.Kind;
import java.time.LocalDate;

/** What a report is called after its period, and what it calls its own time. */
final class PeriodWords {
  private PeriodWords() {}

  /** 周报, 月报, or 专报 of chosen days. */
  static String report(Period period) {
    return of(period, "周报", "月报", "专报");
  }

  /** 本周概览. */
  static String overview(Period period) {
    return "一、" + of(period, "本周", "本月", "本期") + "概览";
  }

  /** 建议与下周重点. */
  static String advice(Period period) {
    return "九、建议与" + of(period, "下周", "下月", "下一步") + "重点";
  }

  /** As 周报〔2026〕第46期; chosen days have no number but their dates. */
  static String number(Period period) {
    return period.kind() == Kind.DAYS
        ? report(period) + "〔" + Wording.period(period) + "〕"
        : report(period) + "〔" + period.year() + "〕第" + period.number() + "期";
  }

  /** As 2026年第46期, of chosen days their dates. */
  static String issue(Period period) {
    return period.kind() == Kind.DAYS
        ? Wording.period(period)
        : period.year() + "年第" + period.number() + "期";
  }

  /** On the cover, above the dates: 2026年第46期（总周次 2026-W46）, 2026年第11期, 共3天. */
  static String cover(Period period) {
    return switch (period.kind()) {
      case WEEK -> issue(period) + "（总周次 " + period + "）";
      case MONTH -> issue(period);
      case DAYS -> "共" + period.length() + "天";
    };
  }

  /** Under the chart of the trend. */
  static String trend(Period period) {
    return of(period, "近八周每百趟违规数与上线率", "近八个月每百趟违规数与上线率", "每百趟违规数与上线率，与前一时段比较");
  }

  /** As W46, 11月 or 11.3—11.9, in a chart. */
  static String brief(Period period) {
    return switch (period.kind()) {
      case WEEK -> "W" + period.number();
      case MONTH -> period.number() + "月";
      case DAYS -> brief(period.first()) + "—" + brief(period.last());
    };
  }

  private static String brief(LocalDate day) {
    return day.getMonthValue() + "." + day.getDayOfMonth();
  }

  private static String of(Period period, String week, String month, String days) {
    return switch (period.kind()) {
      case WEEK -> week;
      case MONTH -> month;
      case DAYS -> days;
    };
  }
}
