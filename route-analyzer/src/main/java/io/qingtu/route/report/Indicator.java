package io.qingtu.route.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of a report with its name, so that two reports of one period can be compared.
 *
 * @param section where it stands, as 3.4
 * @param subject company that it is of; empty for the city
 * @param rate whether it is a share; else a number, which stands over 1
 */
public record Indicator(String section, String name, String subject, boolean rate, Ratio ratio) {

  /** What it is about, whatever its value. */
  record Key(String section, String name, String subject) {}

  Key key() {
    return new Key(section, name, subject);
  }

  /** Every figure by which somebody is judged. */
  public static List<Indicator> of(PeriodReport report) {
    List<Indicator> all = new ArrayList<>();
    city(all, report);
    for (CompanyHaulage c : report.haulage().companies()) {
      haulage(all, "3.4", c.company(), c.figures(), c.waybills());
    }
    report
        .cleaning()
        .contractors()
        .forEach(c -> cleaning(all, c.contractor(), c.figures(), c.work()));
    for (Score s : report.scores().haulage()) {
      score(all, "7.1", s);
    }
    for (Score s : report.scores().cleaning()) {
      score(all, "7.2", s);
    }
    return all;
  }

  private static void city(List<Indicator> all, PeriodReport report) {
    DataQuality.Figures quality = report.quality().city();
    all.add(rate("2", "上线率", "", quality.online()));
    all.add(rate("2", "轨迹完整率", "", quality.completeness()));
    all.add(rate("2", "数据合格率", "", quality.validity()));
    all.add(rate("2", "可监管率", "", quality.observed()));
    all.add(rate("2", "在线时长率", "", quality.onlineTime()));
    all.add(rate("2", "平台连通率", "", report.quality().platform().connected()));
    all.add(count("1", "严重违规（确认）", "", report.overview().serious()));
    haulage(all, "3.1", "", report.haulage().figures(), report.haulage().waybills());
    cleaning(all, "", report.cleaning().figures(), report.cleaning().work());
    all.add(rate("4.7", "收运及时率", "", report.cleaning().collecting().city().inTime()));
    all.add(rate("4.7", "漏收率", "", report.cleaning().collecting().city().missed()));
    CaseFlow.Row cases = report.cases().flow().city();
    all.add(rate("5.3", "结案率", "", cases.closing()));
    all.add(rate("5.3", "按期结案率", "", cases.onTime()));
    all.add(rate("5.3", "重复违规率", "", report.cases().repeated().ratio()));
  }

  private static void haulage(
      List<Indicator> all, String section, String who, HaulageFigures f, WaybillFigures w) {
    all.add(count(section, "重载趟次", who, f.trips()));
    all.add(count(section, "确认违规", who, f.confirmed()));
    all.add(rate(section, "联单闭环率", who, w.closure()));
    all.add(rate(section, "趟次闭环率", who, f.tripClosure()));
    all.add(rate(section, "密闭合格率", who, f.covered()));
    all.add(rate(section, "路线遵从率", who, f.adherence()));
    all.add(new Indicator(section, "每百趟违规数", who, false, f.perHundred()));
  }

  private static void cleaning(
      List<Indicator> all, String who, CleaningFigures f, WorkFigures work) {
    all.add(rate("4.2", "频次达标率", who, f.frequency()));
    all.add(rate("4.2", "覆盖率", who, f.coverage()));
    all.add(rate("4.2", "双侧覆盖率", who, f.bothSides()));
    all.add(rate("4.2", "作业速度合格率", who, work.inSpeed()));
    all.add(rate("4.2", "作业及时率", who, work.onTime()));
  }

  private static void score(List<Indicator> all, String section, Score s) {
    if (s.index().isKnown()) {
      all.add(new Indicator(section, "指数", s.company(), false, new Ratio(s.index().value(), 1)));
    }
    all.add(count(section, "名次", s.company(), s.rank()));
  }

  private static Indicator rate(String section, String name, String who, Ratio ratio) {
    return new Indicator(section, name, who, true, ratio);
  }

  private static Indicator count(String section, String name, String who, long n) {
    return new Indicator(section, name, who, false, new Ratio(n, 1));
  }
}
