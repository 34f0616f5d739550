package io.qingtu.server.golden;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.golden.GoldenTrack;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.route.alert.Alert;
import io.qingtu.server.Components;
import io.qingtu.server.HandClock;
import io.qingtu.server.Playback;
import io.qingtu.server.RunningServer;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.StoredAlert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden tracks as terminals send them: JT/T 808 over TCP, to the alerts in the store. */
class GoldenTracksLiveIT {
  /** Packets of so much of the story are sent at once; each is acknowledged before the next. */
  private static final Duration STEP = Duration.ofSeconds(15);

  private static final Duration LATENESS = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(31);
  private static final Map<String, String> SETTINGS =
      Map.of("analysis.window", "20d", "analysis.judge-interval", "5m", "ingest.linger", "1ms");

  static List<GoldenTrack> tracks() {
    return GoldenTracks.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tracks")
  void givesExactlyTheExpectedEvents(GoldenTrack track, @TempDir Path dir)
      throws IOException, InterruptedException {
    HandClock clock = new HandClock(track.fixes().get(0).receivedTime());
    try (RunningServer running =
        new RunningServer(TestDatabase.forClass(getClass()), clock, SETTINGS)) {
      file(track, dir, running);
      AtomicLong analyzed = new AtomicLong();
      // after the analysis, which is told first
      running.parts().addPositionFeed(positions -> analyzed.addAndGet(positions.size()));
      InetSocketAddress platform =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), running.port());
      try (ConnectedFleet fleet = new ConnectedFleet(platform, track.data().terminals())) {
        Playback.play(track.fixes(), STEP, fleet, clock);
        assertEquals(fleet.sent(), fleet.acknowledged());
      }
      Components parts = running.parts();
      clock.now = newest(track.fixes()).plus(LATENESS);
      await("the analysis has what is stored")
          .until(() -> analyzed.get() >= parts.positions().count());
      parts.analysis().judgeNow();
      // fixes that a slow machine took after the clock had passed them wait for quiet
      clock.now = clock.now.plus(QUIET);
      await("the expected events")
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> {
                parts.analysis().judgeNow();
                assertEquals(List.of(), Differences.ofAlerts(track.expected(), found(parts)));
              });
    }
  }

  private static void file(GoldenTrack track, Path dir, RunningServer running) throws IOException {
    track.write(dir);
    running.parts().plans().write(DataSet.readPlan(dir));
    for (Rows.Terminal t : track.data().terminals()) {
      running.parts().terminals().enter(t.phone(), t.plate(), t.profile());
    }
    running.server.reloadPlan();
  }

  private static Instant newest(List<Fix> fixes) {
    return fixes.stream().map(Fix::fixTime).max(Instant::compareTo).orElseThrow();
  }

  /** All alerts but those that were told before late data came, and taken back since. */
  private static List<Alert> found(Components parts) {
    return parts.alerts().between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream()
        .map(StoredAlert::alert)
        .filter(a -> !a.reason().equals("late_data"))
        .toList();
  }
}
