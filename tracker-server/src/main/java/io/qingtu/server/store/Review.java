package io.qingtu.server.store;

import java.util.Locale;
import java.util.Optional;

/** What a person decides of an alert; the newest decision counts, all are kept. */
public record Review(Decision decision, Optional<Reason> reason, String note) {
  public enum Decision {
    CONFIRMED,
    REJECTED
  }

  /** Why an alert was rejected; feeds the figures of alert quality. */
  public enum Reason {
    GPS_DRIFT,
    SENSOR_FAULT,
    MAP_WRONG,
    PERMIT_LATE,
    AUTHORISED,
    DUPLICATE,
    OTHER;

    /** As the API and the database write it: {@code gps_drift}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Review {
    if (decision == Decision.REJECTED && reason.isEmpty()) {
      throw new IllegalArgumentException("a rejection needs a reason");
    }
  }
}
