package io.qingtu.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackOutlineTest {
  private static final Instant T0 = Instant.parse("2026-11-16T00:00:00Z");

  private final List<Position> track = new ArrayList<>();

  @Test
  void hasNothingToSayOfAnEmptyTrack() {
    TrackOutline outline = TrackOutline.of(track);
    assertTrue(outline.stops().isEmpty() && outline.gaps().isEmpty());
  }

  @Test
  void countsAStopFromThreeMinutes() {
    fix(0, 30);
    fix(60, 0);
    fix(239, 0);
    fix(240, 30);
    assertEquals(
        List.of(new TrackOutline.Stop(T0.plusSeconds(60), T0.plusSeconds(240), 119, 36, 3)),
        TrackOutline.of(track).stops());
  }

  @Test
  void leavesOutAWaitAtTheLights() {
    fix(0, 30);
    fix(60, 0);
    fix(239, 30);
    assertTrue(TrackOutline.of(track).stops().isEmpty());
  }

  @Test
  void countsAStopThatTheTrackEndsIn() {
    fix(0, 0);
    fix(200, 0);
    assertEquals(1, TrackOutline.of(track).stops().size());
  }

  @Test
  void breaksTheLineFromFiveMinutesOfSilence() {
    fix(0, 30);
    fix(299, 30);
    fix(599, 30);
    assertEquals(
        List.of(new TrackOutline.Gap(T0.plusSeconds(299), T0.plusSeconds(599))),
        TrackOutline.of(track).gaps());
  }

  @Test
  void doesNotCallSilenceAStop() {
    fix(0, 0);
    fix(600, 0);
    TrackOutline outline = TrackOutline.of(track);
    assertTrue(outline.stops().isEmpty());
    assertEquals(1, outline.gaps().size());
  }

  private void fix(int second, double speedKmh) {
    Instant t = T0.plusSeconds(second);
    track.add(
        new Position(
            "鲁G00001",
            t,
            t,
            119,
            36,
            true,
            speedKmh,
            Double.NaN,
            90,
            20,
            true,
            12,
            Double.NaN,
            0,
            3,
            Sensors.UNKNOWN,
            false));
  }
}
