package io.qingtu.server.store;

import io.qingtu.route.alert.Grade;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person decides of an alert; the newest decision counts, all are kept.
 *
 * @param grade that a confirmation raises it to by evidence; empty where it stays as it is
 */
public record Review(
    Decision decision, Optional<Reason> reason, String note, Optional<Grade> grade) {
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

  /** A decision that leaves the grade as it is. */
  public Review(Decision decision, Optional<Reason> reason, String note) {
    this(decision, reason, note, Optional.empty());
  }

  public Review {
    if (decision == Decision.REJECTED && reason.isEmpty()) {
      throw new IllegalArgumentException("a rejection needs a reason");
    }
    if (decision == Decision.REJECTED && grade.isPresent()) {
      throw new IllegalArgumentException("what is rejected has no evidence");
    }
  }
}
