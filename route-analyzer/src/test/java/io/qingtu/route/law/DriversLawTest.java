package io.qingtu.route.law;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * One function, three drivers: whatever the rules are, live, batch and replay find the same. The
 * laws run all rules there are over random days.
 */
@Domain(Stories.class)
@Domain(DomainContext.Global.class)
class DriversLawTest {
  /** L1: fix by fix, with deadlines looked at in between, or all at once. */
  @Property(seed = Stories.SEED)
  void aStreamFindsWhatABatchFinds(
      @ForAll Story story, @ForAll @IntRange(min = 1, max = 900) int tickSeconds) {
    LawCity city = new LawCity(List.of(story));
    RuleSet rules = city.rules();
    List<Position> sorted = Streaming.inOrder(rules, city.positions());
    Streaming stream = new Streaming(rules, sorted, Duration.ofSeconds(tickSeconds));
    Ledger live = stream.run(0);
    Ledgers.assertSame(BatchAnalysis.run(rules, city.positions()), live);
    // event by event
    Ledgers.assertSame(stream.found().values(), stream.published().values());
  }

  /** L2: in any order, some records repeated. */
  @Property(seed = Stories.SEED)
  void theOrderOfArrivalDoesNotMatter(@ForAll List<Story> stories, @ForAll long seed) {
    LawCity city = new LawCity(stories);
    RuleSet rules = city.rules();
    List<Position> sorted = new ArrayList<>();
    city.tracks().forEach(t -> sorted.addAll(Streaming.inOrder(rules, t)));
    Ledger expected = BatchAnalysis.run(rules, sorted);
    Random random = new Random(seed);
    List<Position> shuffled = new ArrayList<>(city.positions());
    Collections.shuffle(shuffled, random);
    Ledgers.assertSame(expected, BatchAnalysis.run(rules, shuffled));
    for (int i = shuffled.size() / 3; i > 0; i--) {
      shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
    }
    Collections.shuffle(shuffled, random);
    Ledger repeated = BatchAnalysis.run(rules, shuffled);
    // repeated records are counted: the quality of the data does differ
    Ledgers.assertSameFindings(expected, repeated);
  }

  /** L3: killed again and again, with nothing left but the stored fixes. */
  @Property(seed = Stories.SEED)
  void aRestartForgetsNothingAndRaisesNothingTwice(
      @ForAll Story story,
      @ForAll @IntRange(min = 3, max = 40) int kills,
      @ForAll @IntRange(min = 1, max = 900) int tickSeconds) {
    LawCity city = new LawCity(List.of(story));
    RuleSet rules = city.rules();
    List<Position> sorted = Streaming.inOrder(rules, city.positions());
    Streaming uninterrupted = new Streaming(rules, sorted, Duration.ofSeconds(tickSeconds));
    Streaming killed = new Streaming(rules, sorted, Duration.ofSeconds(tickSeconds));
    Ledgers.assertSame(uninterrupted.run(0), killed.run(Math.max(1, sorted.size() / kills)));
    Ledgers.assertSame(uninterrupted.published().values(), killed.published().values());
  }

  /** L4: the vehicles' fixes mixed, or one vehicle after the other. */
  @Property(seed = Stories.SEED)
  void vehiclesDoNotDisturbEachOther(@ForAll List<Story> stories, @ForAll long seed) {
    LawCity city = new LawCity(stories);
    RuleSet rules = city.rules();
    List<Position> oneByOne = new ArrayList<>();
    List<List<Position>> left = new ArrayList<>();
    for (List<Position> track : city.tracks()) {
      List<Position> sorted = Streaming.inOrder(rules, track);
      oneByOne.addAll(sorted);
      left.add(new ArrayList<>(sorted));
    }
    List<Position> mixed = new ArrayList<>();
    Random random = new Random(seed);
    left.removeIf(List::isEmpty);
    while (!left.isEmpty()) {
      List<Position> some = left.get(random.nextInt(left.size()));
      mixed.add(some.remove(0));
      left.removeIf(List::isEmpty);
    }
    Duration tick = Duration.ofMinutes(1);
    Ledgers.assertSame(
        new Streaming(rules, oneByOne, tick).run(0), new Streaming(rules, mixed, tick).run(0));
  }
}
