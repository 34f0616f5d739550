package io.qingtu.server.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.real.CorridorScore;
import io.qingtu.fixtures.real.HofDataSet;
import io.qingtu.fixtures.real.HofTrack;
import io.qingtu.fixtures.real.HofTrack.Departure;
import io.qingtu.fixtures.real.HofTracks;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.dataset.DataSet;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: M04 on floating-car tracks from the files of a data set to its alerts, with
 * cleaning, gaps, trips and aprons between.
 */
class RealTracksCorridorTest {
  private static final int CUTS = 10;
  private static final double HALF_WIDTH = 50;

  @TempDir java.nio.file.Path dir;
  private final CorridorScore score = new CorridorScore();
  private int anywhere;

  @Test
  void findsDeparturesInDataSetsAndHardlyAnythingElse() throws IOException {
    assumeTrue(
        HofTracks.folder().isPresent(), "no folder with the real tracks: M04 is not measured");
    Random random = new Random(808);
    for (HofTrack track : HofTracks.read(HofTracks.folder().orElseThrow())) {
      measure(track, random);
    }
    System.out.printf(
        "corridor on real tracks, by data sets: %s; %d alerts on the true route in all%n",
        score, anywhere);
    assertTrue(score.falseAlarmsPer100Hours() <= 5, score.toString());
    assertTrue(score.found() >= 0.97, score.toString());
    assertTrue(score.medianDelaySeconds() <= 15, score.toString());
  }

  private void measure(HofTrack track, Random random) throws IOException {
    HofDataSet set = new HofDataSet(track);
    String whole = set.truck(List.of(track.route()));
    Map<String, Departure> departures = new LinkedHashMap<>();
    for (int i = 0; i < CUTS; i++) {
      List<Path> cut = track.cut(random);
      if (!cut.isEmpty()) {
        track.departure(cut, HALF_WIDTH).ifPresent(d -> departures.put(set.truck(cut), d));
      }
    }
    java.nio.file.Path folder = dir.resolve(track.id());
    set.write(folder);
    DataSet data = DataSet.read(folder);
    List<Alert> found =
        BatchAnalysis.run(new RuleSet(data.plan(), Parameters.DEFAULTS), data.positions())
            .alerts()
            .stream()
            .filter(a -> a.rule().equals("M04"))
            .toList();
    List<Alert> onRoute = of(whole, found);
    anywhere += onRoute.size();
    score.driven(
        secondsThatCount(track), (int) onRoute.stream().filter(a -> counts(track, a)).count());
    departures.forEach((plate, d) -> judge(d, of(plate, found)));
  }

  private void judge(Departure departure, List<Alert> alerts) {
    for (Alert a : alerts) {
      long decided = a.decided().getEpochSecond();
      boolean stillOut = a.end() == null || a.end().getEpochSecond() >= departure.from();
      long noticed = stillOut ? Math.max(decided, departure.from()) : decided;
      if (CorridorScore.isOf(departure, noticed)) {
        score.found(departure, noticed);
        return;
      }
    }
    score.missed();
  }

  private static List<Alert> of(String plate, List<Alert> alerts) {
    return alerts.stream().filter(a -> a.plate().equals(plate)).toList();
  }

  private static double secondsThatCount(HofTrack track) {
    double seconds = 0;
    for (int i = 0; i < track.fixes().size(); i++) {
      seconds += track.counts(i) ? track.seconds(i) : 0;
    }
    return seconds;
  }

  /** Whether the alert was decided at a moment that counts. */
  private static boolean counts(HofTrack track, Alert alert) {
    for (int i = 0; i < track.fixes().size(); i++) {
      if (track.fixes().get(i).second() == alert.decided().getEpochSecond()) {
        return track.counts(i);
      }
    }
    return false;
  }
}
