package io.qingtu.route.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.forensics.CoDwellSearch.Origin;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: P09, who else stood where something was dumped. */
class CoDwellSearchTest {
  private static final Instant T = Instant.parse("2026-11-10T18:00:00Z");
  private static final Dump DUMP = new Dump(119.1, 36.7, T);

  private final Map<String, List<Position>> tracks = new LinkedHashMap<>();
  private final Map<Instant, Origin> trips = new LinkedHashMap<>();

  /** Comes from the west, stands there for some seconds, a fix every 30 s, and drives off. */
  private void stands(String plate, Instant from, double x, int seconds) {
    List<Position> track = tracks.computeIfAbsent(plate, k -> new ArrayList<>());
    track.add(Fixes.at(plate, from.minusSeconds(30), x - 300, 0, 36));
    for (int s = 0; s <= seconds; s += 30) {
      track.add(Fixes.at(plate, from.plusSeconds(s), x, 0, 0));
    }
    if (seconds % 30 != 0) {
      track.add(Fixes.at(plate, from.plusSeconds(seconds), x, 0, 0));
    }
    track.add(Fixes.at(plate, from.plusSeconds(seconds + 30L), x + 300, 0, 36));
  }

  private List<CoDweller> rank() {
    return new CoDwellSearch(Parameters.DEFAULTS)
        .rank(DUMP, tracks, (plate, d) -> trips.getOrDefault(d.from(), Origin.NONE));
  }

  private List<String> plates() {
    return rank().stream().map(CoDweller::plate).toList();
  }

  @Test
  void twoMinutesAreAStayAndASecondLessIsNone() {
    stands("LONG", T, 0, 120);
    stands("SHORT", T, 0, 119);
    assertEquals(List.of("LONG"), plates());
    Dwell d = rank().get(0).dwells().get(0);
    assertEquals(new Dwell(T, T.plusSeconds(120), d.metres(), "", ""), d);
    assertEquals(0, d.metres(), 0.1);
  }

  @Test
  void hundredMetresAreThereAndOneMoreIsNot() {
    stands("NEAR", T, 99.9, 300);
    stands("FAR", T, 100.1, 300);
    assertEquals(List.of("NEAR"), plates());
  }

  @Test
  void thirtyDaysBeforeAndAfterCount() {
    Duration month = Duration.ofDays(30);
    stands("BEFORE", T.minus(month), 0, 120);
    stands("TOO EARLY", T.minus(month).minusSeconds(1), 0, 120);
    stands("AFTER", T.plus(month).minusSeconds(120), 0, 120);
    stands("TOO LATE", T.plus(month).minusSeconds(119), 0, 120);
    assertEquals(List.of("AFTER", "BEFORE"), plates());
  }

  @Test
  void whoCreepsStandsAndWhoDrivesDoesNot() {
    for (double kmh : new double[] {4.9, 5}) {
      List<Position> track = new ArrayList<>();
      for (int s = 0; s <= 180; s += 30) {
        track.add(Fixes.at("A", T.plusSeconds(s), s / 10.0, 0, kmh));
      }
      tracks.put(kmh + " km/h", track);
    }
    assertEquals(List.of("4.9 km/h"), plates());
  }

  @Test
  void aSilenceInWhichItMayHaveBeenElsewhereEndsTheStay() {
    stands("A", T, 0, 0);
    for (int gap : new int[] {599, 600}) {
      tracks.put(
          "gap of " + gap,
          List.of(Fixes.at("A", T, 0, 0, 0), Fixes.at("A", T.plusSeconds(gap), 0, 0, 0)));
    }
    assertEquals(List.of("gap of 599"), plates());
  }

  @Test
  void aFixThatIsNotValidSaysNothing() {
    stands("A", T, 0, 120);
    tracks
        .get("A")
        .add(3, Fixes.at("A", T.plusSeconds(50), 500, 0, 0, false, Fixes.load(Load.UNKNOWN)));
    assertEquals(List.of("A"), plates());
  }

  @Test
  void whoCameLoadedMostOftenIsFirstWithItsSites() {
    stands("PARKS", T.minusSeconds(90_000), 0, 600);
    stands("PARKS", T.minusSeconds(80_000), 0, 600);
    stands("ONCE", T.minusSeconds(7200), 0, 240);
    stands("TWICE", T.minusSeconds(3600), 0, 240);
    stands("TWICE", T, 0, 240);
    trips.put(T.minusSeconds(7200), new Origin("T1", "S1"));
    trips.put(T.minusSeconds(3600), new Origin("T2", "S2"));
    trips.put(T, new Origin("T3", "S1"));
    List<CoDweller> found = rank();
    assertEquals(List.of("TWICE", "ONCE", "PARKS"), found.stream().map(CoDweller::plate).toList());
    assertEquals(List.of("S1", "S2"), found.get(0).sites());
    assertEquals(2, found.get(0).trips());
    assertEquals(0, found.get(2).trips());
    assertEquals(2, found.get(2).dwells().size());
  }
}
