package io.qingtu.web.evidence;

import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.EvidenceTracks;
import io.qingtu.server.store.TrackQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The fixes that an alert is judged by: all of it, with ten minutes before and after. */
public final class AlertTrack {
  /** An alert that goes on for days shows its first day. */
  private static final Duration MOST = EvidenceTracks.OPEN;

  private final TrackQueries tracks;

  public AlertTrack(TrackQueries tracks) {
    this.tracks = tracks;
  }

  /** In the order of their time; none where the alert is about a road. */
  public List<Position> of(AlertRow alert, Instant now) {
    if (alert.plate().isEmpty()) {
      return List.of();
    }
    Instant end = alert.end() == null ? now : alert.end();
    Instant from = alert.start().minus(EvidenceTracks.MARGIN);
    Instant last = end.plus(EvidenceTracks.MARGIN);
    Instant to = last.isAfter(from.plus(MOST)) ? from.plus(MOST) : last;
    return tracks.track(alert.plate(), from, to);
  }
}
