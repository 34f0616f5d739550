package io.qingtu.web.report;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.fleet.Diary;
import io.qingtu.fixtures.fleet.Diary.Idle;
import io.qingtu.fixtures.fleet.Diary.Journey;
import io.qingtu.fixtures.fleet.Diary.Sweep;
import io.qingtu.fixtures.fleet.Diary.Turn;
import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.report.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The week's figures from what the vehicles really did, without a fix, an alert or a ledger: by the
 * definitions of the report, and by nothing that makes it.
 */
final class FleetTruth {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final double LOAD_T = 16;
  private static final double TONNES_A_CUBIC_METRE = 1.4;
  private static final int[] WEIGHTS = {1, 2, 5, 10};

  private static final double OBSERVED = 0.8;

  private final SampleCity city;
  private final FixTruth sent;
  private final Instant start;
  private final Instant end;
  private final List<Journey> journeys;
  private final List<Sweep> sweeps;
  private final List<Sweep> worked;
  private final List<Turn> turns;
  private final List<Idle> idles;
  private final List<ExpectedAlert> violations;
  private final Map<String, Rows.Vehicle> vehicles;

  /** Of a period in which every trip ended that began in it. */
  FleetTruth(
      SampleCity city,
      Diary diary,
      List<ExpectedAlert> violations,
      FixTruth sent,
      Instant start,
      Instant end) {
    this.city = city;
    this.sent = sent;
    this.start = start;
    this.end = end;
    this.journeys = diary.journeys().stream().filter(j -> isWithin(j.out())).toList();
    this.sweeps = diary.sweeps().stream().filter(s -> isWithin(s.windowStart())).toList();
    // the window of what is done after the week's first midnight may have begun before it
    this.worked =
        diary.sweeps().stream()
            .filter(s -> s.began() != null && isWithin(s.began()) && !s.ended().isAfter(end))
            .toList();
    this.idles = diary.idles().stream().filter(i -> isWithin(i.began())).toList();
    this.turns = diary.turns().stream().filter(t -> isWithin(t.windowStart())).toList();
    this.violations = violations.stream().filter(v -> isWithin(v.start())).toList();
    this.vehicles =
        city.data().vehicles().stream().collect(Collectors.toMap(Rows.Vehicle::plate, v -> v));
  }

  private boolean isWithin(Instant t) {
    return !t.isBefore(start) && t.isBefore(end);
  }

  private Ratio ofJourneys(Predicate<Journey> of, Predicate<Journey> counted) {
    List<Journey> all = journeys.stream().filter(of).toList();
    return new Ratio(all.stream().filter(counted).count(), all.size());
  }

  private double sum(Predicate<Journey> of, ToDoubleFunction<Journey> metres) {
    return journeys.stream().filter(of).mapToDouble(metres).sum();
  }

  private boolean has(Journey j, String sensor) {
    return vehicles.get(j.plate()).has(sensor);
  }

  long trips() {
    return journeys.size();
  }

  double tonnes() {
    return trips() * LOAD_T;
  }

  Ratio waybillCoverage() {
    return ofJourneys(j -> true, Journey::waybill);
  }

  Ratio waybillClosure() {
    return ofJourneys(Journey::waybill, Journey::accepted);
  }

  /** A load that a sensor saw go at a place on the permit. */
  Ratio tripClosure() {
    return ofJourneys(j -> observed(j) >= OBSERVED, j -> j.lawful() && has(j, "lift"));
  }

  Ratio unobserved() {
    return ofJourneys(j -> true, j -> observed(j) < OBSERVED);
  }

  /** Whether a trip was observed may hang on which of its two ends counts: the share of these. */
  double doubtful() {
    return ofJourneys(
            j -> true,
            j -> observed(j, j.arrived()) >= OBSERVED != observed(j, j.unloaded()) >= OBSERVED)
        .value();
  }

  private double observed(Journey j) {
    return observed(j, j.unloaded());
  }

  private double observed(Journey j, Instant end) {
    double seconds = Duration.between(j.out(), end).toSeconds();
    return 1 - sent.unseen(j.plate(), j.out(), end) / seconds;
  }

  Ratio permitted() {
    return ofJourneys(j -> true, Journey::permitted);
  }

  Ratio covered() {
    double known = sum(j -> has(j, "cover"), Journey::metres);
    return new Ratio(known - sum(j -> has(j, "cover"), Journey::openMetres), known);
  }

  Ratio adherence() {
    double routed = sum(Journey::permitted, Journey::metres);
    return new Ratio(routed - sum(Journey::permitted, Journey::asideMetres), routed);
  }

  List<ExpectedAlert> violations(String... rules) {
    return violations.stream().filter(v -> List.of(rules).contains(v.rule())).toList();
  }

  Ratio perHundred() {
    double weight =
        violations.stream()
            .filter(v -> v.rule().startsWith("M"))
            .mapToDouble(v -> WEIGHTS[v.severity() - 1])
            .sum();
    return new Ratio(100 * weight, trips() - unobserved().numerator());
  }

  long serious() {
    return violations.stream().filter(v -> v.severity() >= 3).count();
  }

  /** Vehicles with two or more serious violations ÷ with any. */
  Ratio repeated() {
    Map<String, Long> of =
        violations.stream()
            .filter(v -> v.severity() >= 3 && !v.plate().isEmpty())
            .collect(Collectors.groupingBy(ExpectedAlert::plate, Collectors.counting()));
    return new Ratio(of.values().stream().filter(n -> n > 1).count(), of.size());
  }

  /** Of a site that has a plan for the whole week, whose days are alike. */
  Map<String, Ratio> deviations() {
    Map<String, Ratio> all = new HashMap<>();
    for (Rows.SiteProgress p : city.data().progress()) {
      double planned = p.plannedM3() * 7 / Duration.between(p.from(), p.to()).toDays();
      double hauled =
          journeys.stream().filter(j -> j.site().equals(p.siteId())).count()
              * LOAD_T
              / TONNES_A_CUBIC_METRE;
      all.put(p.siteId(), new Ratio(hauled - planned, planned));
    }
    return all;
  }

  Ratio collectedInTime() {
    return new Ratio(turns.stream().filter(t -> t.served() != null).count(), turns.size());
  }

  Ratio pointsMissed() {
    return new Ratio(turns.stream().filter(t -> t.served() == null).count(), turns.size());
  }

  /** One side of one segment in one window. */
  record Duty(Rows.Segment segment, boolean forward, Rows.Requirement plan, Instant window) {
    double km() {
      return segment.line().length() / 1000;
    }
  }

  /** All duties whose window lies in the period, and whether each was done. */
  Map<Duty, Boolean> duties() {
    Map<Duty, Boolean> all = new HashMap<>();
    Map<String, List<Sweep>> byWindow =
        sweeps.stream().collect(Collectors.groupingBy(s -> s.requirement() + s.windowStart()));
    for (Rows.Requirement r : city.data().requirements()) {
      for (LocalDate day = start.atZone(CITY).toLocalDate();
          day.atStartOfDay(CITY).toInstant().isBefore(end);
          day = day.plusDays(1)) {
        Instant from = day.atTime(LocalTime.parse(r.from())).atZone(CITY).toInstant();
        Instant to = day.atTime(LocalTime.parse(r.to())).atZone(CITY).toInstant();
        to = to.isBefore(from) ? to.plus(Duration.ofDays(1)) : to;
        if (isWithin(from) && !to.isAfter(end)) {
          List<Sweep> done = byWindow.getOrDefault(r.id() + from, List.of());
          for (Rows.Segment s : city.data().segments()) {
            if (s.grade().equals(r.grade())) {
              all.put(new Duty(s, true, r, from), isDone(s, done, true));
              all.put(new Duty(s, false, r, from), isDone(s, done, false));
            }
          }
        }
      }
    }
    return all;
  }

  private static boolean isDone(Rows.Segment s, List<Sweep> sweeps, boolean forward) {
    return sweeps.stream()
        .filter(x -> forward ? x.forward() : x.back())
        .anyMatch(x -> lies(s.line(), x.road()));
  }

  private static boolean lies(Path part, Path road) {
    return road.distanceTo(part.first()) < 1 && road.distanceTo(part.last()) < 1;
  }

  Ratio frequency() {
    Map<Duty, Boolean> duties = duties();
    double done = 0;
    double all = 0;
    for (Map.Entry<Duty, Boolean> d : duties.entrySet()) {
      done += d.getValue() ? d.getKey().km() : 0;
      all += d.getKey().km();
    }
    return new Ratio(done, all);
  }

  Ratio roads() {
    Map<String, Boolean> met = new HashMap<>();
    duties().forEach((d, done) -> met.merge(d.segment().road(), done, Boolean::logicalAnd));
    return new Ratio(met.values().stream().filter(m -> m).count(), met.size());
  }

  /** Of a side the best of its windows counts. */
  Ratio coverage() {
    Map<String, Double> km = new HashMap<>();
    Set<String> covered = new HashSet<>();
    duties()
        .forEach(
            (d, done) -> {
              String side = d.segment().id() + d.forward();
              km.put(side, d.km());
              if (done) {
                covered.add(side);
              }
            });
    return new Ratio(
        covered.stream().mapToDouble(km::get).sum(),
        km.values().stream().mapToDouble(k -> k).sum());
  }

  Ratio bothSides() {
    Map<String, Double> km = new HashMap<>();
    Set<String> one = new HashSet<>();
    duties()
        .forEach(
            (d, done) -> {
              km.put(d.segment().id(), d.km());
              if (done) {
                one.add(d.segment().id() + d.forward());
              }
            });
    double both =
        km.entrySet().stream()
            .filter(e -> one.contains(e.getKey() + true) && one.contains(e.getKey() + false))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return new Ratio(both, km.values().stream().mapToDouble(k -> k).sum());
  }

  private static double km(Sweep s) {
    return s.road().length() / 1000 * (s.back() ? 2 : 1);
  }

  double operatingKm() {
    return worked.stream().mapToDouble(FleetTruth::km).sum();
  }

  Ratio inSpeed() {
    double fast = worked.stream().mapToDouble(s -> s.fastMetres() / 1000).sum();
    return new Ratio(operatingKm() - fast, operatingKm());
  }

  double effectiveKm() {
    return inSpeed().numerator();
  }

  double squareMetres() {
    return worked.stream()
        .filter(s -> !Double.isNaN(vehicles.get(s.plate()).workWidthM()))
        .mapToDouble(s -> (km(s) * 1000 - s.fastMetres()) * vehicles.get(s.plate()).workWidthM())
        .sum();
  }

  double notOperatingMinutes() {
    return idles.stream().mapToDouble(i -> Duration.between(i.began(), i.ended()).toSeconds()).sum()
        / 60;
  }

  double operatingHours() {
    return worked.stream()
            .mapToDouble(s -> Duration.between(s.began(), s.ended()).toSeconds())
            .sum()
        / 3600;
  }

  /** Vehicle-days with half an hour of work. */
  long attended() {
    Map<String, Long> seconds = new HashMap<>();
    for (Sweep s : worked) {
      Instant midnight =
          s.began().atZone(CITY).toLocalDate().plusDays(1).atStartOfDay(CITY).toInstant();
      Instant evening = s.ended().isBefore(midnight) ? s.ended() : midnight;
      add(seconds, s.plate(), s.began(), evening);
      add(seconds, s.plate(), evening, s.ended());
    }
    return seconds.values().stream().filter(s -> s >= 1800).count();
  }

  private static void add(Map<String, Long> seconds, String plate, Instant from, Instant to) {
    seconds.merge(
        plate + from.atZone(CITY).toLocalDate(), Duration.between(from, to).toSeconds(), Long::sum);
  }

  /** Of the plan's kinds of operation the vehicles that can do them, on each day of the week. */
  long planned() {
    Map<String, List<String>> ops =
        Map.of(
            "SWEEPER", List.of("SWEEP"),
            "WASH_SWEEPER", List.of("SWEEP", "WASH"),
            "SPRINKLER", List.of("SPRINKLE"),
            "FLUSHER", List.of("FLUSH"));
    List<Rows.Vehicle> able = new ArrayList<>();
    for (Rows.Vehicle v : vehicles.values()) {
      boolean asked =
          city.data().requirements().stream()
              .anyMatch(
                  r ->
                      r.contractor().equals(v.company())
                          && ops.getOrDefault(v.kind(), List.of()).contains(r.op()));
      if (asked) {
        able.add(v);
      }
    }
    return able.size() * 7L;
  }
}
