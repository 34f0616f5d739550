package io.qingtu.web.evidence;

import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The pictures that belong to an alert: of its vehicle, from about its time. */
public final class AlertMedia {
  private static final Duration BEFORE = Duration.ofMinutes(2);
  private static final Duration AFTER = Duration.ofMinutes(5);
  private static final int MOST = 500;
  private static final String LOST = "M07";

  private final MediaQueries media;

  public AlertMedia(MediaQueries media) {
    this.media = media;
  }

  /** From before its start to after its end, or after what decided it; in the order of time. */
  public List<MediaRow> of(AlertRow alert, Scope scope) {
    // a load that was lost unseen is looked for from its site on: that is what the alert measures
    Duration before =
        alert.rule().equals(LOST) && alert.unit().equals("min")
            ? Duration.ofSeconds(Math.round(alert.measured() * 60)).plus(BEFORE)
            : BEFORE;
    Instant end =
        alert.end() == null || alert.decided().isAfter(alert.end()) ? alert.decided() : alert.end();
    return media.ofVehicle(
        alert.plate(), alert.start().minus(before), end.plus(AFTER), scope, MOST);
  }
}
