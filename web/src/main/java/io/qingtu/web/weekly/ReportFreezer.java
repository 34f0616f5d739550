package io.qingtu.web.weekly;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.TrendPoint;
import io.qingtu.route.report.Week;
import io.qingtu.route.report.WeeklyReport;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.Sources;
import io.qingtu.web.report.WeeklyReports;
import io.qingtu.web.report.WeeklyReports.Head;
import io.qingtu.web.report.WeeklyReports.Past;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Freezes the weekly reports that are due, and makes up for those that were due while the server
 * did not run. A report knows what was decided until it was due, however late it is made; of two
 * processes that make the same one, the first one's stands.
 */
public final class ReportFreezer {
  private static final Logger LOG = LoggerFactory.getLogger(ReportFreezer.class);

  /** What was due longer ago is not made up for: nobody waits for it. */
  private static final Duration MADE_UP_FOR = Duration.ofDays(14);

  private static final int TREND_WEEKS = 8;

  /** An appeal is lodged in a week and decided in some days; data come late by days. */
  private static final int CORRECTED_WEEKS = 5;

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
  public void run(Instant now) {
    List<Week> known = ledger.weeks();
    if (known.isEmpty()) {
      return;
    }
    Week first = known.get(known.size() - 1);
    Week running = Week.of(LocalDate.ofInstant(now, DailyHours.CITY_ZONE));
    for (Week week = running.previous();
        week.compareTo(first) >= 0 && now.isBefore(Edition.FORMAL.due(week).plus(MADE_UP_FOR));
        week = week.previous()) {
      for (Edition edition : Edition.values()) {
        if (isDue(week, edition, now) && runs.find(week, edition).isEmpty()) {
          freeze(week, edition, now);
        }
      }
    }
  }

  /** A first look at the week is worth nothing when the report itself is due. */
  private static boolean isDue(Week week, Edition edition, Instant now) {
    boolean over = edition == Edition.EXPRESS && !now.isBefore(Edition.FORMAL.due(week));
    return !over && !now.isBefore(edition.due(week));
  }

  private void freeze(Week week, Edition edition, Instant now) {
    Instant asOf = edition.due(week);
    FrozenReport report =
        WeeklyReports.freeze(
                new Head(edition, asOf, masthead.get()),
                ledger.input(week, asOf),
                new Past(corrections(week, asOf), trend(week)),
                sources)
            .under(organisations.districts());
    FrozenJson.Document document = FrozenJson.write(report);
    if (runs.freeze(week, edition, now, document.packed(), document.sha256())) {
      LOG.info(
          "froze the {} report of {} ({} bytes, SHA-256 {})",
          edition,
          week,
          document.packed().length,
          document.sha256());
    }
  }

  /** Points of the weeks before, the oldest first, as far as they were frozen. */
  private List<TrendPoint> trend(Week week) {
    List<TrendPoint> points = new ArrayList<>();
    Week earlier = week;
    for (int i = 1; i < TREND_WEEKS; i++) {
      earlier = earlier.previous();
      runs.find(earlier, Edition.FORMAL)
          .map(r -> TrendPoint.of(FrozenJson.read(runs.document(r.id())).figures()))
          .ifPresent(p -> points.add(0, p));
    }
    return points;
  }

  /** What of the weeks before came out otherwise since it was told last, the newest week first. */
  private List<Corrections> corrections(Week week, Instant asOf) {
    List<Corrections> all = new ArrayList<>();
    List<FrozenReport> later = new ArrayList<>();
    Week earlier = week;
    for (int i = 0; i < CORRECTED_WEEKS; i++) {
      earlier = earlier.previous();
      Optional<FrozenReport> frozen =
          runs.find(earlier, Edition.FORMAL).map(r -> FrozenJson.read(runs.document(r.id())));
      if (frozen.isPresent()) {
        all.add(since(frozen.get(), later, asOf));
        later.add(0, frozen.get());
      }
    }
    return all;
  }

  private Corrections since(FrozenReport frozen, List<FrozenReport> later, Instant asOf) {
    Week week = frozen.figures().week();
    List<Corrections> told =
        later.stream()
            .flatMap(r -> r.allCorrections().stream())
            .filter(c -> c.week().equals(week))
            .toList();
    return Corrections.since(frozen.figures(), told, WeeklyReport.of(ledger.input(week, asOf)));
  }
}
