package io.qingtu.route.report;

import io.qingtu.route.report.Score.Bar;
import io.qingtu.route.scoring.PointLine;
import io.qingtu.route.scoring.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of the checks without which a report is not issued.
 *
 * @param faults what does not add up, in words; none where it holds
 */
public record PublicationCheck(Kind kind, List<String> faults) {
  /** What is checked. */
  public enum Kind {
    /** Sums of parts are the totals. */
    SUMS,
    /** Nobody is ranked of whom too little is known; equal values share a rank. */
    RANKS,
    /** No event and no deduction without what proves it. */
    EVIDENCE,
    /** Each rate has a numerator that its denominator can hold. */
    RATES,
    /** What was frozen is what was frozen: this report and the one before it. */
    FROZEN,
    /** Enough of the city was observed, or the cover note says why not. */
    OBSERVED
  }

  /** Room for sums in another order. */
  private static final double ROUNDING = 1e-6;

  public PublicationCheck {
    faults = List.copyOf(faults);
  }

  public boolean holds() {
    return faults.isEmpty();
  }

  /**
   * All checks of a report.
   *
   * @param damaged names of frozen documents that are not what their hash says
   * @param coverNote what is said with the report; blank for nothing
   */
  public static List<PublicationCheck> all(
      PeriodReport report, List<String> damaged, String coverNote) {
    return List.of(
        new PublicationCheck(Kind.SUMS, sums(report)),
        new PublicationCheck(Kind.RANKS, ranks(report.scores())),
        new PublicationCheck(Kind.EVIDENCE, evidence(report)),
        new PublicationCheck(Kind.RATES, rates(report)),
        new PublicationCheck(Kind.FROZEN, damaged),
        new PublicationCheck(Kind.OBSERVED, observed(report, coverNote)));
  }

  private static List<String> sums(PeriodReport r) {
    List<String> faults = new ArrayList<>();
    Haulage h = r.haulage();
    total(
        faults,
        "车辆",
        r.quality().companies().stream().mapToDouble(c -> c.figures().vehicles()).sum(),
        r.quality().city().vehicles());
    total(
        faults,
        "重载趟次",
        h.companies().stream().mapToDouble(c -> c.figures().trips()).sum(),
        h.figures().trips());
    total(
        faults,
        "确认违规",
        h.companies().stream().mapToDouble(c -> c.figures().confirmed()).sum(),
        h.figures().confirmed());
    total(
        faults,
        "路段侧窗口",
        r.cleaning().contractors().stream().mapToDouble(c -> c.figures().windows()).sum(),
        r.cleaning().figures().windows());
    total(
        faults,
        "触发的报警",
        r.alarms().rules().stream().mapToDouble(AlarmQuality.Funnel::triggered).sum(),
        r.alarms().all().triggered());
    total(faults, "事件清单", r.events().size(), r.alarms().all().triggered());
    CaseFlow flow = r.cases().flow();
    total(
        faults,
        "结案",
        flow.companies().stream().mapToDouble(CaseFlow.Row::closed).sum(),
        flow.city().closed());
    return faults;
  }

  private static void total(List<String> faults, String what, double parts, double whole) {
    if (Math.abs(parts - whole) > ROUNDING * Math.max(1, Math.abs(whole))) {
      faults.add(what + "：各单位合计" + number(parts) + "，总数" + number(whole));
    }
  }

  private static String number(double n) {
    return n == Math.rint(n) ? Long.toString((long) n) : Double.toString(n);
  }

  private static List<String> ranks(Scores scores) {
    List<String> faults = new ArrayList<>();
    for (List<Score> list : List.of(scores.haulage(), scores.cleaning())) {
      TreeMap<Double, Set<Integer>> byValue = new TreeMap<>();
      for (Score s : list) {
        if (s.isRanked() != (s.bar() == Bar.NONE)) {
          faults.add(s.company() + "：数据或样本不足而有名次，或相反");
        }
        if (s.isRanked()) {
          byValue.computeIfAbsent(s.index().value(), k -> new HashSet<>()).add(s.rank());
        }
      }
      byValue.forEach(
          (value, ranks) -> {
            if (ranks.size() > 1) {
              faults.add("指数" + value + "的单位名次不同");
            }
          });
    }
    return faults;
  }

  private static List<String> evidence(PeriodReport r) {
    List<String> faults = new ArrayList<>();
    Set<String> keys = r.events().stream().map(e -> e.alert().key()).collect(Collectors.toSet());
    if (keys.size() != r.events().size()) {
      faults.add("有" + (r.events().size() - keys.size()) + "个事件的编号重复");
    }
    for (PointLine line : r.scores().entered()) {
      String key = line.violation().alert().key();
      boolean ofWeek = r.period().contains(line.violation().alert().start());
      if (ofWeek && !keys.contains(key)) {
        faults.add("记分没有对应的事件：" + key);
      }
    }
    return faults;
  }

  private static List<String> rates(PeriodReport r) {
    return Indicator.of(r).stream()
        .filter(Indicator::rate)
        .filter(i -> i.ratio().isKnown())
        .filter(
            i ->
                i.ratio().numerator() < -ROUNDING
                    || i.ratio().numerator() > i.ratio().denominator() * (1 + ROUNDING))
        .map(
            i ->
                i.section()
                    + i.subject()
                    + i.name()
                    + "："
                    + number(i.ratio().numerator())
                    + "÷"
                    + number(i.ratio().denominator()))
        .toList();
  }

  private static List<String> observed(PeriodReport r, String coverNote) {
    if (r.overview().isPublishable(r.standards()) || !coverNote.isBlank()) {
      return List.of();
    }
    Ratio trust = r.overview().trust().ratio();
    String share = trust.isKnown() ? Math.round(trust.value() * 1000) / 10.0 + "%" : "未知";
    long least = Math.round(r.standards().get(Standard.OBSERVED_PUBLISHED) * 100);
    return List.of("全市可监管率" + share + "，低于" + least + "%，须先写明附注");
  }
}
