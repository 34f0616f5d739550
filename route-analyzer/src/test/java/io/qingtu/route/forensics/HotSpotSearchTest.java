package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: P01, where dumps come together. */
class HotSpotSearchTest {
  private static final Instant T = Instant.parse("2026-11-10T18:00:00Z");

  private final List<Sighting> sightings = new ArrayList<>();

  private void seen(double... eastings) {
    for (double x : eastings) {
      String id = "%03d".formatted(sightings.size());
      sightings.add(
          new Sighting(
              "M02",
              id,
              T.plusSeconds(60L * sightings.size()),
              Fixes.PLANE.longitude(x, 0),
              Fixes.PLANE.latitude(x, 0)));
    }
  }

  private List<HotSpot> find() {
    return new HotSpotSearch(Parameters.DEFAULTS).find(sightings);
  }

  private List<List<String>> ids() {
    return find().stream().map(h -> h.sightings().stream().map(Sighting::id).toList()).toList();
  }

  @Test
  void threeTogetherAreAHotSpotAndTwoAreNone() {
    seen(0, 100, 5000, 5100);
    assertEquals(List.of(), find());
    seen(50);
    HotSpot spot = find().get(0);
    assertEquals(1, find().size());
    assertEquals(3, spot.sightings().size());
    assertEquals(50, Fixes.PLANE.x(spot.longitude(), spot.latitude()), 0.1);
    assertEquals(50, spot.radius(), 0.1);
    assertEquals(T, spot.first());
    assertEquals(T.plusSeconds(240), spot.last());
  }

  @Test
  void hundredAndFiftyMetresAreTogetherAndOneMoreIsApart() {
    seen(0, 149.9, 299.8);
    assertEquals(1, find().size());
    sightings.clear();
    seen(0, 149.9, 300.1);
    assertEquals(0, find().size());
  }

  @Test
  void aChainOfCoresIsOneAndTheBusiestComesFirst() {
    seen(0, 10, 20, 3000, 3100, 3200, 3300, 3400);
    assertEquals(
        List.of(List.of("003", "004", "005", "006", "007"), List.of("000", "001", "002")), ids());
  }

  @Test
  void theRimBelongsToItsNearestCore() {
    // the sighting at 140 has two others around it: the ends of two dense places
    seen(-90, -60, -30, 0, 270, 300, 330, 360, 140);
    HotSpotSearch four = new HotSpotSearch(Parameters.with(Map.of("p01_min", 4.0)));
    List<HotSpot> found = four.find(sightings);
    assertEquals(
        List.of("004", "005", "006", "007", "008"),
        found.get(0).sightings().stream().map(Sighting::id).toList());
    assertEquals(4, found.get(1).sightings().size());
  }

  @Test
  void theOrderDoesNotMatter() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      seen(random.nextInt(9000));
    }
    List<HotSpot> found = find();
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(sightings, random);
      assertEquals(found, find());
    }
  }

  @Test
  void nothingIsNoHotSpot() {
    assertEquals(List.of(), find());
  }
}
