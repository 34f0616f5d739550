package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.real.CorridorScore;
import io.qingtu.fixtures.real.HofTrack;
import io.qingtu.fixtures.real.HofTrack.Departure;
import io.qingtu.fixtures.real.HofTracks;
import io.qingtu.route.plan.Parameters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the warnings of M04 on floating-car tracks, each against the corridor of its
 * own true route, then with 800 m cut out of it. The thresholds were chosen on one half of the
 * tracks; the other half confirms them.
 */
class RealTracksCorridorTest {
  private static final int CUTS = 10;
  private static final double HALF_WIDTH = 50;

  private List<HofTrack> tracks = List.of();

  @BeforeEach
  void readTracks() throws IOException {
    assumeTrue(
        HofTracks.folder().isPresent(), "no folder with the real tracks: M04 is not measured");
    tracks = HofTracks.read(HofTracks.folder().orElseThrow());
  }

  @Test
  void warnsOfDeparturesAndHardlyOfAnythingElse() {
    CorridorScore all = measure(t -> true, 808);
    System.out.println("corridor on real tracks: " + all);
    assertTrue(all.falseAlarmsPer100Hours() <= 5, all.toString());
    assertTrue(all.found() >= 0.97, all.toString());
    assertTrue(all.medianDelaySeconds() <= 15, all.toString());
  }

  @Test
  void eitherHalfOfTheTracksSaysTheSame() {
    for (int half = 0; half < 2; half++) {
      int rest = half;
      CorridorScore score = measure(t -> Integer.parseInt(t.id()) / 2 % 2 == rest, 809 + half);
      System.out.println("corridor on real tracks, half " + (half + 1) + ": " + score);
      assertTrue(score.falseAlarmsPer100Hours() <= 5, score.toString());
      assertTrue(score.medianDelaySeconds() <= 15, score.toString());
    }
  }

  private CorridorScore measure(Predicate<HofTrack> which, long seed) {
    Random random = new Random(seed);
    CorridorScore score = new CorridorScore();
    for (HofTrack track : tracks) {
      if (!which.test(track)) {
        continue;
      }
      drive(track, score);
      for (int i = 0; i < CUTS; i++) {
        List<Path> cut = track.cut(random);
        Optional<Departure> departure = track.departure(cut, HALF_WIDTH);
        if (!cut.isEmpty() && departure.isPresent()) {
          Departure d = departure.get();
          noticed(track, cut, d).ifPresentOrElse(second -> score.found(d, second), score::missed);
        }
      }
    }
    return score;
  }

  private static void drive(HofTrack track, CorridorScore score) {
    CorridorWatch watch = new CorridorWatch(Parameters.DEFAULTS);
    double seconds = 0;
    int alarms = 0;
    boolean wasOut = false;
    for (int i = 0; i < track.fixes().size(); i++) {
      if (track.counts(i)) {
        boolean out = accept(watch, track, i, List.of(track.route()));
        seconds += track.seconds(i);
        alarms += out && !wasOut ? 1 : 0;
        wasOut = out;
      }
    }
    score.driven(seconds, alarms);
  }

  private static OptionalLong noticed(HofTrack track, List<Path> lines, Departure departure) {
    CorridorWatch watch = new CorridorWatch(Parameters.DEFAULTS);
    for (int i = 0; i < track.fixes().size(); i++) {
      long second = track.fixes().get(i).second();
      if (track.counts(i)
          && accept(watch, track, i, lines)
          && CorridorScore.isOf(departure, second)) {
        return OptionalLong.of(second);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean accept(CorridorWatch watch, HofTrack track, int i, List<Path> lines) {
    HofTrack.Seen seen = track.fixes().get(i);
    double distance = HofTrack.distance(seen.at(), lines);
    return watch.accept(seen.second() * 1000, distance, HALF_WIDTH, false, track.step(i))
        == CorridorWatch.State.OUT;
  }
}
