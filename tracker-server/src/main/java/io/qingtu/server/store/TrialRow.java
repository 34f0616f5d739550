package io.qingtu.server.store;

import java.time.Instant;
import java.util.Map;

/**
 * Parameters that were tried on a stored period.
 *
 * @param by display name of who asked for it
 * @param to first moment that is no longer meant
 * @param company whose parameters were tried; empty: the city's
 * @param changed what was tried, by the parameters' names
 * @param finishedAt null until then
 * @param failure why it failed; empty otherwise
 */
public record TrialRow(
    long id,
    String by,
    Instant at,
    Instant from,
    Instant to,
    String company,
    Map<String, Double> changed,
    State state,
    Instant finishedAt,
    String failure) {
  /** How far it has come. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }
}
