package io.qingtu.web.command;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.fleet.Fleet;
import io.qingtu.fixtures.fleet.FleetTerms;
import io.qingtu.fixtures.track.FixFile;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.HotSpotSearch;
import io.qingtu.route.forensics.Sighting;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.forensics.SuspectedSiteSearch;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.report.Handling;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PlatformUptime;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.report.ReviewDecision.Decision;
import io.qingtu.route.rule.OpenStay;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.scoring.Judged;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated week of the sample city and the one before it: the fleet drives, its fixes become a
 * data set, the rules judge it. The reviewer is simulated too: what the fleet did wrong is
 * confirmed, what it did not do is rejected, and a fifth is left for the reader. The same every
 * time.
 *
 * @param plan of the city, with the waybills that the fleet was given
 * @param sources what a report shows of it beside the figures
 */
record DemoWeek(
    Period week,
    CityPlan plan,
    Ledger ledger,
    Map<String, ReviewDecision> reviews,
    Sources sources) {
  /**
   * Both weeks as a report needs them.
   *
   * @param sources tracks and stories of the later week
   */
  record Simulated(ReportInput input, Sources sources) {}

  static final Masthead MASTHEAD = Masthead.of("示例市", true);

  /** A fix in 20 s keeps a week of the whole fleet in memory, and joins the cells of a sweep. */
  private static final int MOVING_SECONDS = 20;

  private static final int PARKED_SECONDS = 100;
  private static final double OFFENCES = 0.05;
  private static final double OFFENCES_BEFORE = 0.06;
  private static final int LEFT_OPEN = 5;

  /** Both weeks in full. */
  static Simulated simulate() throws IOException {
    return simulated(Duration.ofDays(7));
  }

  /** The first days of both weeks, without what is shown beside the figures. */
  static ReportInput simulate(Duration ofEach) throws IOException {
    return simulated(ofEach).input();
  }

  /**
   * The first days of both weeks, each on a processor of its own.
   *
   * @throws IOException where the temporary folder of a data set cannot be written
   */
  static Simulated simulated(Duration ofEach) throws IOException {
    Period week = Period.weekOf(SampleCity.DAY);
    CompletableFuture<DemoWeek> earlier =
        CompletableFuture.supplyAsync(
            () -> unchecked(week.previous(), ofEach, SampleCity.SEED + 1, OFFENCES_BEFORE));
    DemoWeek now = drive(week, ofEach, SampleCity.SEED, OFFENCES);
    try {
      return new Simulated(now.after(earlier.join()), now.sources);
    } catch (CompletionException e) {
      throw new IOException("simulating the week before", e);
    }
  }

  private ReportInput after(DemoWeek before) {
    Map<String, ReviewDecision> all = new HashMap<>(before.reviews);
    all.putAll(reviews);
    // a fleet drives a little on beyond its time: those papers are of trips that nobody analyzed
    List<Waybill> waybills = new ArrayList<>(before.plan.waybills());
    waybills.removeIf(w -> w.scanOut() == null || !w.scanOut().isBefore(week.start()));
    waybills.addAll(plan.waybills());
    CityPlan both =
        new CityPlan(
            plan.vehicles(),
            plan.places(),
            plan.routes(),
            plan.permits(),
            waybills,
            plan.gateEvents(),
            plan.segments(),
            plan.requirements(),
            plan.collectionPoints(),
            plan.exemptions(),
            plan.records());
    return new ReportInput(
        week,
        both,
        plan.vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet()),
        ledger,
        Optional.of(before.ledger),
        all,
        RuleSet.VERSION,
        Parameters.DEFAULTS.fingerprint(),
        new Handling(
            List.of(),
            Stream.of(before.ledger, ledger)
                .flatMap(l -> l.alerts().stream())
                .filter(a -> !a.plate().isEmpty())
                .filter(a -> all.containsKey(a.key()) && all.get(a.key()).isConfirmed())
                .map(a -> judged(a, both))
                .toList(),
            WorkCalendar.USUAL,
            Handling.Scoring.USUAL,
            Optional.empty()),
        PlatformUptime.unbroken(new Validity(week.previous().start(), week.end())),
        hotSpots(before, all),
        sites(before, all));
  }

  /** From the dumps of both weeks that were not rejected. */
  private List<HotSpot> hotSpots(DemoWeek before, Map<String, ReviewDecision> decided) {
    List<Sighting> sightings =
        Stream.of(before.ledger, ledger)
            .flatMap(l -> l.alerts().stream())
            .filter(a -> a.rule().equals("M01") || a.rule().equals("M02"))
            .filter(a -> a.stands() && !Double.isNaN(a.longitude()))
            .filter(a -> !decided.containsKey(a.key()) || decided.get(a.key()).isConfirmed())
            .map(a -> new Sighting(a.rule(), a.key(), a.start(), a.longitude(), a.latitude()))
            .toList();
    return new HotSpotSearch(Parameters.DEFAULTS).find(sightings);
  }

  /** From what of both weeks was not rejected. */
  private List<SuspectedSite> sites(DemoWeek before, Map<String, ReviewDecision> decided) {
    List<Alert> loadings =
        Stream.of(before.ledger, ledger)
            .flatMap(l -> l.alerts().stream())
            .filter(a -> a.rule().equals("M06f") && a.stands())
            .filter(a -> !decided.containsKey(a.key()) || decided.get(a.key()).isConfirmed())
            .toList();
    List<OpenStay> stays =
        Stream.of(before.ledger, ledger).flatMap(l -> l.openStays().stream()).toList();
    return new SuspectedSiteSearch(Parameters.DEFAULTS).find(loadings, stays);
  }

  /** The reviewer confirms two hours after an alarm. */
  private static Judged judged(Alert a, CityPlan plan) {
    String company =
        plan.vehicles().stream()
            .filter(v -> v.plate().equals(a.plate()))
            .map(Vehicle::company)
            .findFirst()
            .orElse("");
    Instant at = a.decided().plus(Duration.ofHours(2));
    return new Judged(
        a, company, "", List.of(new Judged.Verdict(at, Judged.Decision.CONFIRMED, 0)));
  }

  private static DemoWeek unchecked(Period week, Duration time, long seed, double offences) {
    try {
      return drive(week, time, seed, offences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoWeek drive(Period week, Duration time, long seed, double offences)
      throws IOException {
    SampleCity city = SampleCity.standard();
    FleetTerms terms =
        new FleetTerms(seed, MOVING_SECONDS, PARKED_SECONDS, offences).ofGoodAndBad();
    Fleet fleet = Fleet.free(city, week.start(), terms);
    DataSet data = dataSet(city, fleet, week, time);
    RuleSet rules = new RuleSet(data.plan(), Parameters.DEFAULTS);
    Ledger ledger = BatchAnalysis.run(rules, data.positions());
    Map<String, ReviewDecision> reviews = review(ledger, fleet.truth());
    return new DemoWeek(
        week, data.plan(), ledger, reviews, DemoSources.of(data, ledger, reviews.keySet()));
  }

  private static DataSet dataSet(SampleCity city, Fleet fleet, Period week, Duration time)
      throws IOException {
    Path dir = Files.createTempDirectory("qingtu-week");
    try {
      FixFile.write(dir, fleet.until(week.start().plus(time)).stream());
      fleet.waybills().forEach(city.data()::add);
      city.write(dir);
      return DataSet.read(dir);
    } finally {
      try (Stream<Path> files = Files.walk(dir)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Map<String, ReviewDecision> review(Ledger ledger, List<ExpectedAlert> truth) {
    Map<String, List<ExpectedAlert>> byVehicle =
        truth.stream().collect(Collectors.groupingBy(e -> e.rule() + e.plate()));
    Map<String, ReviewDecision> reviews = new HashMap<>();
    for (Alert a : ledger.alerts()) {
      if (Math.floorMod(a.key().hashCode(), LEFT_OPEN) != 0) {
        reviews.put(
            a.key(),
            isReal(a, byVehicle)
                ? new ReviewDecision(Decision.CONFIRMED, "")
                : new ReviewDecision(Decision.REJECTED, "other"));
      }
    }
    return reviews;
  }

  /** A trip that was staged without a permit has no waybill either. */
  private static boolean isReal(Alert a, Map<String, List<ExpectedAlert>> byVehicle) {
    List<String> staged =
        a.rule().equals("M06d") ? List.of("M06d", "M06a", "M06b") : List.of(a.rule());
    return a.plate().isEmpty()
        || staged.stream()
            .anyMatch(
                rule ->
                    byVehicle.getOrDefault(rule + a.plate(), List.of()).stream()
                        .anyMatch(e -> e.isAbout(rule, a.plate(), a.start())));
  }
}
