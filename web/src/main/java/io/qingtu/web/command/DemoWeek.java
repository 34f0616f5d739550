package io.qingtu.web.command;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.fleet.Fleet;
import io.qingtu.fixtures.fleet.FleetTerms;
import io.qingtu.fixtures.track.FixFile;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.ReviewDecision;
import io.qingtu.route.report.ReviewDecision.Decision;
import io.qingtu.route.report.Week;
import io.qingtu.route.report.WeekInput;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.web.report.Masthead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated week of the sample city: the fleet drives, its fixes become a data set, the rules
 * judge it. The reviewer is simulated too: what the fleet did wrong is confirmed, what it did not
 * do is rejected, and a fifth is left for the reader. The same every time.
 */
final class DemoWeek {
  static final Masthead MASTHEAD = Masthead.of("示例市", true);

  /** A fix in 20 s keeps a week of the whole fleet in memory, and joins the cells of a sweep. */
  private static final FleetTerms TERMS = new FleetTerms(SampleCity.SEED, 20, 100, 0.05);

  private static final int LEFT_OPEN = 5;

  private DemoWeek() {}

  /**
   * @throws IOException where the temporary folder of the data set cannot be written
   */
  static WeekInput simulate() throws IOException {
    Week week = Week.of(SampleCity.DAY);
    SampleCity city = SampleCity.standard();
    Fleet fleet = Fleet.free(city, week.start(), TERMS);
    DataSet data = drive(city, fleet, week);
    Parameters parameters = Parameters.DEFAULTS;
    Ledger ledger = BatchAnalysis.run(new RuleSet(data.plan(), parameters), data.positions());
    return new WeekInput(
        week,
        data.plan(),
        data.plan().vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet()),
        ledger,
        Optional.empty(),
        review(ledger, fleet.truth()),
        RuleSet.VERSION,
        parameters.fingerprint());
  }

  private static DataSet drive(SampleCity city, Fleet fleet, Week week) throws IOException {
    Path dir = Files.createTempDirectory("qingtu-week");
    try {
      FixFile.write(dir, fleet.until(week.end()).stream());
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
        boolean real =
            a.plate().isEmpty()
                || byVehicle.getOrDefault(a.rule() + a.plate(), List.of()).stream()
                    .anyMatch(e -> e.isAbout(a.rule(), a.plate(), a.start()));
        reviews.put(
            a.key(),
            real
                ? new ReviewDecision(Decision.CONFIRMED, "")
                : new ReviewDecision(Decision.REJECTED, "other"));
      }
    }
    return reviews;
  }
}
