package io.qingtu.route.law;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * L7: what is not seen is not a violation. Fixes that are taken away may turn a verdict into
 * UNOBSERVED; every alert that is found without them is found with them, too. Left out are rules
 * whose very subject is that nothing comes, and alerts of grade C: they are conclusions, for lists,
 * and some are drawn from a gap.
 */
@Domain(Stories.class)
@Domain(DomainContext.Global.class)
class ThinningLawTest {
  private static final Set<String> OF_SILENCE = Set.of("D01", "D02");

  /**
   * Of a gap these believe that the way was straight, give or take 500 m: a longer one hides less.
   */
  private static final Set<String> OF_STRAIGHT_GAPS = Set.of("S01", "S02", "S03");

  /** By so much may an alert begin or end elsewhere. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  @Provide
  Arbitrary<Story> clean() {
    // what changes faster than fixes come cannot be told from what stays
    return Stories.of(Arbitraries.just(List.of()))
        .filter(s -> s.acts().stream().noneMatch(a -> a.deed() == Deed.FLAP));
  }

  /** One of so many fixes is kept. */
  @Property(seed = Stories.SEED)
  void aRarerReportCreatesNoViolation(
      @ForAll("clean") Story story, @ForAll @IntRange(min = 2, max = 6) int every) {
    LawCity city = new LawCity(List.of(story));
    List<Position> kept = new ArrayList<>();
    for (int i = 0; i < city.positions().size(); i += every) {
      kept.add(city.positions().get(i));
    }
    assertNothingNew(city, kept, OF_SILENCE);
  }

  /** Some fixes are lost. */
  @Property(seed = Stories.SEED)
  void lostFixesCreateNoViolation(
      @ForAll("clean") Story story,
      @ForAll @IntRange(min = 1, max = 90) int percent,
      @ForAll long seed) {
    LawCity city = new LawCity(List.of(story));
    Random random = new Random(seed);
    assertNothingNew(
        city,
        city.positions().stream().filter(p -> random.nextInt(100) >= percent).toList(),
        OF_SILENCE);
  }

  /** All fixes of some time are lost; the period is the same. */
  @Property(seed = Stories.SEED)
  void aGapCreatesNoViolation(
      @ForAll("clean") Story story,
      @ForAll @IntRange(min = 0, max = 120) int fromMinute,
      @ForAll @IntRange(min = 1, max = 60) int minutes) {
    LawCity city = new LawCity(List.of(story));
    Instant from = city.positions().get(0).fixTime().plusSeconds(60L * fromMinute);
    Instant to = from.plusSeconds(60L * minutes);
    Position last = city.positions().get(city.positions().size() - 1);
    assertNothingNew(
        city,
        city.positions().stream()
            .filter(p -> !p.fixTime().isAfter(from) || p.fixTime().isAfter(to) || p == last)
            .toList(),
        Stream.concat(OF_SILENCE.stream(), OF_STRAIGHT_GAPS.stream()).collect(Collectors.toSet()));
  }

  private static void assertNothingNew(LawCity city, List<Position> kept, Set<String> leftOut) {
    RuleSet rules = city.rules();
    List<Alert> all = BatchAnalysis.run(rules, city.positions()).alerts();
    List<Alert> news = new ArrayList<>(BatchAnalysis.run(rules, kept).alerts());
    news.removeIf(a -> !a.stands() || a.grade() == Grade.C);
    news.removeIf(a -> leftOut.contains(a.rule()));
    news.removeIf(a -> all.stream().anyMatch(b -> isAbout(a, b)));
    Ledgers.assertSame(List.of(), news);
  }

  private static boolean isAbout(Alert a, Alert b) {
    return a.rule().equals(b.rule())
        && a.plate().equals(b.plate())
        && !a.start().isAfter(end(b).plus(MARGIN))
        && !b.start().isAfter(end(a).plus(MARGIN));
  }

  private static Instant end(Alert a) {
    return a.end() == null ? LawCity.EVENING : a.end();
  }
}
