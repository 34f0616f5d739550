package io.qingtu.route.report;

import io.qingtu.route.report.Cleaning.ContractorCleaning;
import io.qingtu.route.rule.RuleNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One of the three sentences of the overview, made from the figures.
 *
 * @param section where the table stands that proves it, as {@code 3.4}
 */
public record Highlight(Kind kind, String sentence, String section) {
  /** What the sentence is about. */
  public enum Kind {
    BEST,
    WORST,
    UNUSUAL
  }

  static List<Highlight> of(Overview.Figures now, AlarmQuality alarms) {
    List<Highlight> all = new ArrayList<>();
    all.add(best(now));
    all.add(worst(now));
    all.add(unusual(now, alarms));
    return all;
  }

  private static Highlight best(Overview.Figures now) {
    List<CompanyHaulage> first =
        now.haulage().companies().stream().filter(c -> c.rank() == 1).toList();
    if (!first.isEmpty()) {
      String text =
          String.format(
              Locale.ROOT,
              "渣土运输企业中，%s每百趟违规数最低，为%.1f（可观测重载趟次%s）。",
              Brief.names(first.stream().map(CompanyHaulage::company).toList()),
              first.get(0).perHundred().ratio().value(),
              Brief.names(first.stream().map(c -> c.figures().observedTrips() + "趟").toList()));
      return new Highlight(Kind.BEST, text, "3.4");
    }
    return now.cleaning().contractors().stream()
        .filter(Highlight::isRanked)
        .max(Comparator.comparingDouble(c -> c.frequency().ratio().value()))
        .map(
            c ->
                new Highlight(
                    Kind.BEST,
                    "环卫作业单位中，"
                        + Brief.name(c.contractor())
                        + "频次达标率最高，为"
                        + percent(c.frequency())
                        + "。",
                    "4.2"))
        .orElse(new Highlight(Kind.BEST, "本期没有样本充足的企业或作业单位，不作排名。", "2"));
  }

  private static Highlight worst(Overview.Figures now) {
    List<RoadCleaning> roads =
        now.cleaning().roads().stream()
            .filter(r -> !r.frequency().isSmall() && r.frequency().ratio().value() < 1)
            .toList();
    List<CompanyHaulage> ranked =
        now.haulage().companies().stream().filter(CompanyHaulage::isRanked).toList();
    if (!ranked.isEmpty() && ranked.get(ranked.size() - 1).figures().confirmed() > 0) {
      CompanyHaulage last = ranked.get(ranked.size() - 1);
      String text =
          String.format(
              Locale.ROOT,
              "%s每百趟违规数最高，为%.1f；经确认的违规%d起，其中最多的是%s。",
              Brief.name(last.company()),
              last.perHundred().ratio().value(),
              last.figures().confirmed(),
              mostFrequent(last));
      return new Highlight(Kind.WORST, text, "3.4");
    }
    if (!roads.isEmpty()) {
      RoadCleaning r = roads.get(0);
      String text =
          Brief.name(r.road())
              + "作业频次达标率最低，为"
              + percent(r.frequency())
              + "（应做"
              + r.required()
              + "次，实做"
              + r.done()
              + "次）。";
      return new Highlight(Kind.WORST, text, "4.3");
    }
    return new Highlight(Kind.WORST, "本期没有经确认的渣土运输违规，也没有未达标的道路。", "3.4");
  }

  private static String mostFrequent(CompanyHaulage c) {
    return c.confirmedByRule().entrySet().stream()
        .filter(e -> HaulageFigures.isHaulageRule(e.getKey()))
        .max(java.util.Map.Entry.comparingByValue())
        .map(e -> RuleNames.zh(e.getKey()) + e.getValue() + "起")
        .orElse("—");
  }

  /** What a leader should ask about: dumping first, then missed roads, then doubtful alarms. */
  private static Highlight unusual(Overview.Figures now, AlarmQuality alarms) {
    long dumps =
        now.haulage().suspicions().confirmed().stream().filter(a -> a.rule().equals("M01")).count();
    if (dumps > 0) {
      return new Highlight(Kind.UNUSUAL, "经确认的违规倾倒" + dumps + "起，位置见示意图。", "3.10");
    }
    Suspicions s = now.haulage().suspicions();
    if (s.bySensor() + s.unexplained() > 0) {
      return new Highlight(
          Kind.UNUSUAL,
          "疑似倾倒报警（传感）" + s.bySensor() + "起、未到消纳场报警" + s.unexplained() + "起，尚待复核确认。",
          "3.10");
    }
    if (!now.cleaning().missed().isEmpty()) {
      long roads = now.cleaning().missed().stream().map(MissedSegment::road).distinct().count();
      return new Highlight(
          Kind.UNUSUAL, "有" + roads + "条道路的" + now.cleaning().missed().size() + "处路段出现漏扫。", "4.4");
    }
    return alarms.rules().stream()
        .filter(f -> f.precision().denominator() >= 10)
        .min(Comparator.comparingDouble(f -> f.precision().value()))
        .map(
            f ->
                new Highlight(
                    Kind.UNUSUAL,
                    RuleNames.zh(f.rule())
                        + "报警的准确率最低，复核"
                        + f.reviewed()
                        + "起，确认"
                        + f.confirmed()
                        + "起。",
                    "6"))
        .orElse(new Highlight(Kind.UNUSUAL, "本期没有需要特别说明的异常情况。", "6"));
  }

  private static boolean isRanked(ContractorCleaning c) {
    return c.frequency().ratio().isKnown() && !c.frequency().isSmall();
  }

  private static String percent(Kpi kpi) {
    return String.format(Locale.ROOT, "%.1f%%", kpi.ratio().value() * 100);
  }
}
