package io.qingtu.route.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.CityAnalysis;
import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.sweep.Intervals;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** L8: coverage is a union; the order in which it is merged cannot change it. */
@Domain(Stories.class)
@Domain(DomainContext.Global.class)
class CoverageLawTest {
  record Piece(int from, int to) {}

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<Integer> metre = Arbitraries.integers().between(0, 60);
    return Combinators.combine(metre, metre).as(Piece::new).list().ofMaxSize(20);
  }

  /** Merged in parts, in any order, repeated: the metres are those that any piece covers. */
  @Property(seed = Stories.SEED, tries = 2000)
  void theUnionIsThatOfAllPieces(@ForAll("pieces") List<Piece> pieces, @ForAll long seed) {
    BitSet metres = new BitSet();
    Intervals once = new Intervals();
    for (Piece p : pieces) {
      metres.set(Math.min(p.from(), p.to()), p.to());
      once.add(p.from(), p.to());
    }
    Random random = new Random(seed);
    List<Intervals> parts = new ArrayList<>();
    List<Piece> left = new ArrayList<>(pieces);
    left.addAll(pieces.subList(0, pieces.size() / 2));
    Collections.shuffle(left, random);
    for (Piece p : left) {
      if (parts.isEmpty() || random.nextBoolean()) {
        parts.add(new Intervals());
      }
      parts.get(random.nextInt(parts.size())).add(p.from(), p.to());
    }
    Collections.shuffle(parts, random);
    Intervals merged = new Intervals();
    parts.forEach(merged::addAll);
    assertEquals(once, merged);
    assertEquals(metres.cardinality(), merged.size());
  }

  /** Whichever vehicle is looked at first, the roads are as clean, and so is all the rest. */
  @Property(seed = Stories.SEED)
  void theOrderOfTheVehiclesDoesNotMatter(@ForAll List<Story> stories, @ForAll long seed) {
    LawCity city = new LawCity(stories);
    RuleSet rules = city.rules();
    List<VehicleFindings> findings = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      Vehicle vehicle = rules.plan().vehicles().get(i);
      VehicleAnalysis analysis = new VehicleAnalysis(rules, vehicle);
      List<Position> track = Streaming.inOrder(rules, city.tracks().get(i));
      track.forEach(analysis::accept);
      analysis.finish(LawCity.EVENING);
      findings.add(analysis.findings());
    }
    List<VehicleFindings> mixed = new ArrayList<>(findings);
    Collections.shuffle(mixed, new Random(seed));
    Ledgers.assertSame(
        CityAnalysis.conclude(rules, findings, LawCity.MORNING, LawCity.EVENING),
        CityAnalysis.conclude(rules, mixed, LawCity.MORNING, LawCity.EVENING));
  }
}
