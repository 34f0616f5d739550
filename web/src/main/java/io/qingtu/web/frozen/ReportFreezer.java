package io.qingtu.web.frozen;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.Period.Kind;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.TrendPoint;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.PeriodReports.Head;
import io.qingtu.web.report.PeriodReports.Past;
import io.qingtu.web.report.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Freezes the reports of weeks and months that are due, makes up for those that were due while the
 * server did not run, and freezes reports of chosen days when somebody asks. A report knows what
 * was decided until it was due, however late it is made; of two processes that make the same one,
 * the first one's stands. One is made at a time, since the ledger of a month is held for it.
 */
public final class ReportFreezer {
  private static final Logger LOG = LoggerFactory.getLogger(ReportFreezer.class);

  /** What was due longer ago is not made up for: nobody waits for it. */
  private static final Duration MADE_UP_FOR = Duration.ofDays(14);

  /** Periods in the trend, with the report's own. */
  private static final int TREND = 8;

  /** An appeal is lodged in a week and decided in some days; data come late by days. */
  private static final int CORRECTED_WEEKS = 5;

  private static final int CORRECTED_MONTHS = 2;

  private final LedgerQueries ledger;
  private final ReportRunStore runs;
  private final OrganisationQueries organisations;
  private final Supplier<Masthead> masthead;
  private final Sources sources;

  /**
   * @param masthead of the reports that are frozen from now on
   * @param sources of what their figures do not hold
   */
  public ReportFreezer(
      LedgerQueries ledger,
      ReportRunStore runs,
      OrganisationQueries organisations,
      Supplier<Masthead> masthead,
      Sources sources) {
    this.ledger = ledger;
    this.runs = runs;
    this.organisations = organisations;
    this.masthead = masthead;
    this.sources = sources;
  }

  /** Freezes what is due by now and is not frozen; done twice it changes nothing. */
  public synchronized void run(Instant now) {
    run(Kind.WEEK, now);
    run(Kind.MONTH, now);
  }

  private void run(Kind kind, Instant now) {
    List<Period> known = ledger.periods(kind);
    if (known.isEmpty()) {
      return;
    }
    Period first = known.get(known.size() - 1);
    Period running = Period.of(kind, LocalDate.ofInstant(now, DailyHours.CITY_ZONE));
    for (Period period = running.previous();
        period.compareTo(first) >= 0 && now.isBefore(Edition.FORMAL.due(period).plus(MADE_UP_FOR));
        period = period.previous()) {
      for (Edition edition : Edition.values()) {
        if (isDue(period, edition, now) && runs.find(period, edition).isEmpty()) {
          freeze(period, edition, edition.due(period), now);
        }
      }
    }
  }

  /** A first look at a period is worth nothing when the report itself is due. */
  private static boolean isDue(Period period, Edition edition, Instant now) {
    boolean over = edition == Edition.EXPRESS && !now.isBefore(Edition.FORMAL.due(period));
    return !over && !now.isBefore(edition.due(period));
  }

  /**
   * Freezes a report of chosen days with all that is decided by now. Asked again it makes another.
   *
   * @param days that are over
   * @throws IllegalArgumentException where they are a week's or month's, or not over
   */
  public synchronized Run freeze(Period days, Instant now) {
    if (days.kind() != Kind.DAYS || days.end().isAfter(now)) {
      throw new IllegalArgumentException(days + " is not over, or has a report of its own");
    }
    return freeze(days, Edition.FORMAL, now, now).orElseThrow();
  }

  /** Empty where another process was first. */
  private Optional<Run> freeze(Period period, Edition edition, Instant asOf, Instant now) {
    FrozenReport report =
        PeriodReports.freeze(
                new Head(edition, asOf, masthead.get()),
                ledger.input(period, asOf),
                new Past(corrections(period, asOf), trend(period)),
                sources)
            .under(organisations.districts());
    FrozenJson.Document document = FrozenJson.write(report);
    Optional<Run> run = runs.freeze(period, edition, now, document.packed(), document.sha256());
    run.ifPresent(
        r ->
            LOG.info(
                "froze the {} report of {} ({} bytes, SHA-256 {})",
                edition,
                period,
                document.packed().length,
                document.sha256()));
    return run;
  }

  /** Points of the periods before, the oldest first, as far as they were frozen. */
  private List<TrendPoint> trend(Period period) {
    return frozen(period, period.kind() == Kind.DAYS ? 0 : TREND - 1)
        .map(r -> TrendPoint.of(r.figures()))
        .sorted(Comparator.comparing(TrendPoint::period))
        .toList();
  }

  /** What of the periods before came out otherwise since it was told last, the newest first. */
  private List<Corrections> corrections(Period period, Instant asOf) {
    int corrected =
        switch (period.kind()) {
          case WEEK -> CORRECTED_WEEKS;
          case MONTH -> CORRECTED_MONTHS;
          case DAYS -> 0;
        };
    List<Corrections> all = new ArrayList<>();
    List<Corrections> told = new ArrayList<>();
    frozen(period, corrected)
        .forEachOrdered(
            report -> {
              all.add(since(report.figures(), told, asOf));
              told.addAll(0, report.allCorrections());
            });
    return all;
  }

  /**
   * Formal reports of as many periods before, as far as there are any, the newest first; each is
   * read when it is its turn, since one of a fleet's month is large.
   */
  private Stream<FrozenReport> frozen(Period period, int count) {
    return Stream.iterate(period.previous(), Period::previous)
        .limit(count)
        .flatMap(p -> runs.find(p, Edition.FORMAL).stream())
        .map(r -> FrozenJson.read(runs.document(r.id())));
  }

  /**
   * @param later corrections in the reports since then, the oldest first
   */
  private Corrections since(PeriodReport frozen, List<Corrections> later, Instant asOf) {
    Period period = frozen.period();
    List<Corrections> told = later.stream().filter(c -> c.period().equals(period)).toList();
    return Corrections.since(frozen, told, PeriodReport.of(ledger.input(period, asOf)));
  }
}
