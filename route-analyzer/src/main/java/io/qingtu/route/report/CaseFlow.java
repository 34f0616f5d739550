package io.qingtu.route.report;

import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Judged.Decision;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cases from filing to closing, as they stood at the period's end.
 *
 * @param companies by name; of nobody where no company is concerned
 * @param hours mean working time in each stage, of the cases that left it and were closed in the
 *     period
 * @param sources reports of the cases accepted in the period, by who made them
 */
public record CaseFlow(
    Row city, List<Row> companies, Map<Stage, Double> hours, Map<String, Long> sources) {

  /**
   * One line.
   *
   * @param accepted in the period
   * @param filing 立案率: filed ÷ accepted in the period
   * @param closed in the period
   * @param open at its end, those on the ledger not counted
   * @param overdue of these, over their limit
   * @param ledger 挂账数, at its end
   * @param closing 结案率: closed in the period ÷ due; due are these and the overdue ones
   * @param onTime 按期结案率: closed in the period, with no stage over its limit ÷ due
   * @param rework 返工率: sent back ÷ verified, in the period
   * @param upheld 企业申诉成立率: upheld ÷ decided in the period, in cases and beside them
   * @param overdueShare overdue cases ÷ cases: those open at the end or closed in the period of
   *     which a stage went over its limit ÷ those
   * @param handling 平均处置时长: working hours from dispatch to feedback of the cases closed in the
   *     period that were dispatched ÷ these cases
   */
  public record Row(
      String company,
      long accepted,
      Ratio filing,
      long closed,
      long open,
      long overdue,
      long ledger,
      Ratio closing,
      Ratio onTime,
      Ratio rework,
      Ratio upheld,
      Ratio overdueShare,
      Ratio handling) {
    public Row {
      // a document that was frozen before there was any has none
      handling = handling == null ? Ratio.NONE : handling;
    }
  }

  static CaseFlow of(PeriodFacts facts) {
    List<CaseCourse> all = courses(facts);
    Map<String, List<CaseCourse>> byCompany =
        all.stream()
            .collect(
                Collectors.groupingBy(c -> c.record.company(), TreeMap::new, Collectors.toList()));
    List<Judged> judged = facts.handling.judged();
    // who has no case may have appealed all the same
    judged.stream()
        .filter(
            j ->
                decided(facts.period, List.of(j), Decision.APPEAL_UPHELD, Decision.APPEAL_REJECTED)
                    > 0)
        .forEach(j -> byCompany.computeIfAbsent(j.company(), k -> List.of()));
    Map<String, List<Judged>> judgedOf =
        judged.stream().collect(Collectors.groupingBy(Judged::company));
    return new CaseFlow(
        row(facts.period, "", all, judged),
        byCompany.entrySet().stream()
            .map(
                e ->
                    row(
                        facts.period,
                        e.getKey(),
                        e.getValue(),
                        judgedOf.getOrDefault(e.getKey(), List.of())))
            .toList(),
        hours(facts.period, all),
        all.stream()
            .filter(c -> facts.period.contains(c.record.acceptedAt()))
            .flatMap(c -> c.record.sources().stream())
            .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting())));
  }

  /** The line of a company; empty where it has no cases. */
  Optional<Row> of(String company) {
    return companies.stream().filter(r -> r.company.equals(company)).findFirst();
  }

  private static List<CaseCourse> courses(PeriodFacts facts) {
    return facts.handling.cases().stream()
        .filter(c -> c.acceptedAt().isBefore(facts.period.end()))
        .map(c -> new CaseCourse(c, facts.handling.calendar(), facts.period.end()))
        .toList();
  }

  /** Appeals against what no case took up are decided beside the cases. */
  private static long decided(Period period, Collection<Judged> judged, Decision... decisions) {
    return judged.stream()
        .flatMap(j -> j.verdicts().stream())
        .filter(v -> v.caseId() == 0 && period.contains(v.at()))
        .filter(v -> List.of(decisions).contains(v.decision()))
        .count();
  }

  private static Row row(
      Period period, String company, Collection<CaseCourse> cases, Collection<Judged> judged) {
    List<CaseCourse> fresh =
        cases.stream().filter(c -> period.contains(c.record.acceptedAt())).toList();
    List<CaseCourse> closed =
        cases.stream().filter(c -> c.closedAt().filter(period::contains).isPresent()).toList();
    List<CaseCourse> open = cases.stream().filter(CaseCourse::isOpen).toList();
    long overdue = open.stream().filter(CaseCourse::isOverdue).count();
    double due = closed.size() + overdue;
    double late = closed.stream().filter(CaseCourse::isLate).count();
    long reworked = count(period, cases, Move.REWORK);
    long upheld =
        count(period, cases, Move.UPHOLD_APPEAL) + decided(period, judged, Decision.APPEAL_UPHELD);
    long rejected =
        count(period, cases, Move.REJECT_APPEAL)
            + decided(period, judged, Decision.APPEAL_REJECTED);
    return new Row(
        company,
        fresh.size(),
        Ratio.of(fresh, c -> c.stage() != Stage.ACCEPTED && c.stage() != Stage.NOT_FILED),
        closed.size(),
        open.size(),
        overdue,
        cases.stream().filter(c -> c.stage() == Stage.ON_LEDGER).count(),
        new Ratio(closed.size(), due),
        new Ratio(closed.size() - late, due),
        new Ratio(reworked, reworked + count(period, cases, Move.CLOSE)),
        new Ratio(upheld, upheld + rejected),
        new Ratio(
            late + open.stream().filter(CaseCourse::isLate).count(), closed.size() + open.size()),
        handling(closed));
  }

  private static Ratio handling(List<CaseCourse> closed) {
    List<Duration> times = closed.stream().flatMap(c -> c.handling().stream()).toList();
    return new Ratio(times.stream().mapToDouble(CaseFlow::hours).sum(), times.size());
  }

  private static double hours(Duration time) {
    return time.toSeconds() / 3600.0;
  }

  private static long count(Period period, Collection<CaseCourse> cases, Move... moves) {
    return cases.stream().mapToLong(c -> c.count(period, moves)).sum();
  }

  private static Map<Stage, Double> hours(Period period, List<CaseCourse> all) {
    Map<Stage, Double> hours = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      all.stream()
          .filter(c -> c.closedAt().filter(period::contains).isPresent())
          .map(c -> c.worked().get(stage))
          .filter(Objects::nonNull)
          .mapToDouble(CaseFlow::hours)
          .average()
          .ifPresent(mean -> hours.put(stage, mean));
    }
    return hours;
  }
}
