package io.qingtu.route.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** L6: where the plane lies changes nothing but the last digits. */
@Domain(Stories.class)
@Domain(DomainContext.Global.class)
class FrameLawTest {
  /** The whole city and its tracks further east, along the same parallel. */
  @Property(seed = Stories.SEED)
  void aCityFurtherEastFindsTheSame(
      @ForAll Story story, @ForAll @DoubleRange(min = -40, max = 50) double degrees) {
    LawCity city = new LawCity(List.of(story));
    List<Position> moved =
        city.positions().stream()
            .map(p -> p.longitude() == 0 ? p : Mishap.eastward(p, degrees))
            .toList();
    LawCity there = new LawCity(List.of(story), degrees);
    assertAlike(
        BatchAnalysis.run(city.rules(), city.positions()), BatchAnalysis.run(there.rules(), moved));
  }

  /** A place far away pulls the centre of the plane, and with it its central meridian. */
  @Property(seed = Stories.SEED)
  void theCentreOfThePlaneDoesNotMatter(
      @ForAll Story story,
      @ForAll @IntRange(min = -30_000, max = 30_000) int east,
      @ForAll @IntRange(min = 2000, max = 30_000) int north) {
    LawCity city = new LawCity(List.of(story));
    LawCity pulled = new LawCity(List.of(story));
    pulled.scene().place("far", PlaceKind.FUEL, east, north, 50);
    assertAlike(
        BatchAnalysis.run(city.rules(), city.positions()),
        BatchAnalysis.run(pulled.rules(), pulled.positions()));
  }

  private static void assertAlike(Ledger expected, Ledger found) {
    assertEquals(alerts(expected), alerts(found));
    assertEquals(trips(expected), trips(found));
    assertEquals(expected.passes().size(), found.passes().size());
    for (int i = 0; i < expected.passes().size(); i++) {
      assertEquals(expected.passes().get(i).result(), found.passes().get(i).result());
      assertEquals(expected.passes().get(i).coverage(), found.passes().get(i).coverage(), 0.002);
    }
    Ledgers.assertSame(
        expected.quality().stream().map(q -> q.plate() + q.accepted() + q.dropped()).toList(),
        found.quality().stream().map(q -> q.plate() + q.accepted() + q.dropped()).toList());
  }

  /** Without what is measured in metres. */
  private static String alerts(Ledger ledger) {
    StringBuilder lines = new StringBuilder();
    for (Alert a : ledger.alerts()) {
      lines.append(
          "%s %s %s %s %s %s %d %s %s%n"
              .formatted(
                  a.key(),
                  a.decided(),
                  a.end(),
                  a.status(),
                  a.grade(),
                  a.placeId(),
                  a.severity(),
                  a.reason(),
                  a.segmentIds()));
    }
    return lines.toString();
  }

  private static String trips(Ledger ledger) {
    StringBuilder lines = new StringBuilder();
    for (Trip t : ledger.trips()) {
      lines.append("%s %s %s%n".formatted(t.id(), t.endKind(), t.endTime()));
    }
    return lines.toString();
  }
}
