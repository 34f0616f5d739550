package io.qingtu.route.law;

import io.qingtu.route.law.Story.Act;
import io.qingtu.route.law.Story.Glitch;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.VehicleKind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random vehicle-days. */
public final class Stories extends DomainContextBase {
  /** The build tries the same days every time; with more tries it tries other ones, too. */
  static final String SEED = "808";

  private static final int ACTS = 9;
  private static final int GLITCHES = 6;

  /** One day with everything that goes wrong on the way. */
  @Provide
  Arbitrary<Story> days() {
    return of(glitches());
  }

  /** Two or three vehicles in one city. */
  @Provide
  Arbitrary<List<Story>> fleets() {
    return days().list().ofMinSize(2).ofMaxSize(3);
  }

  static Arbitrary<Story> of(Arbitrary<List<Glitch>> glitches) {
    return Arbitraries.of(
            VehicleKind.MUCK_TRUCK,
            VehicleKind.MUCK_TRUCK,
            VehicleKind.SWEEPER,
            VehicleKind.SPRINKLER,
            VehicleKind.COLLECTION_TRUCK)
        .flatMap(
            kind ->
                Combinators.combine(
                        Arbitraries.subsetOf(sensors(kind)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 1_000_000),
                        acts(kind),
                        glitches)
                    .as((s, hour, seed, acts, g) -> new Story(kind, s, hour, seed, acts, g)));
  }

  private static List<SensorKind> sensors(VehicleKind kind) {
    return switch (kind) {
      case SWEEPER -> List.of(SensorKind.BRUSH);
      case SPRINKLER -> List.of(SensorKind.PUMP);
      default -> List.of(SensorKind.COVER, SensorKind.LIFT, SensorKind.LOAD, SensorKind.WEIGHT);
    };
  }

  private static Arbitrary<List<Act>> acts(VehicleKind kind) {
    List<Deed> deeds =
        new ArrayList<>(
            switch (kind) {
              case MUCK_TRUCK -> Deed.HAULING;
              case COLLECTION_TRUCK -> Deed.COLLECTING;
              default -> Deed.CLEANING;
            });
    // own work is drawn twice as often as what happens to everybody
    deeds.addAll(List.copyOf(deeds));
    deeds.addAll(Deed.ANYBODYS);
    return Combinators.combine(Arbitraries.of(deeds), Arbitraries.integers().between(1, 10))
        .as(Act::new)
        .list()
        .ofMaxSize(ACTS);
  }

  private static Arbitrary<List<Glitch>> glitches() {
    return Combinators.combine(
            Arbitraries.of(Mishap.class),
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(1, 10))
        .as(Glitch::new)
        .list()
        .ofMaxSize(GLITCHES);
  }
}
