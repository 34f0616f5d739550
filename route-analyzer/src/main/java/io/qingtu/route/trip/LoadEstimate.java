package io.qingtu.route.trip;

import java.time.Instant;

/**
 * Whether the truck is loaded, as far as anything tells (SM-4).
 *
 * @param confidence 0–1
 * @param source what told it last
 * @param since when the state began
 */
public record LoadEstimate(State state, double confidence, Source source, Instant since) {
  /** {@code UNKNOWN} is neither of the others. */
  public enum State {
    EMPTY,
    LOADED,
    UNKNOWN
  }

  /** Where an estimate comes from. */
  public enum Source {
    NONE,
    /** Weight or load sensor. */
    SENSOR,
    LIFT,
    CAMERA,
    /** Inferred from visits of places. */
    TRACK
  }

  public static final LoadEstimate UNKNOWN =
      new LoadEstimate(State.UNKNOWN, 0, Source.NONE, Instant.MIN);

  /** Loaded, with at least this confidence. */
  public boolean loaded(double minConfidence) {
    return state == State.LOADED && confidence >= minConfidence;
  }

  public boolean empty() {
    return state == State.EMPTY;
  }

  /** As the decision trace says it: LOADED 0.95 from SENSOR. */
  @Override
  public String toString() {
    return state + " " + confidence + " from " + source;
  }
}
