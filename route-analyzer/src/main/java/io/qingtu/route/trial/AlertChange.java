package io.qingtu.route.trial;

import io.qingtu.route.alert.Alert;
import java.util.Optional;

/**
 * What other rules or parameters make of one alert.
 *
 * @param before empty where it is new
 * @param after empty where it is gone
 */
public record AlertChange(Optional<Alert> before, Optional<Alert> after) {
  /** In which way it differs. */
  public enum Kind {
    ADDED,
    GONE,
    CHANGED
  }

  static AlertChange added(Alert alert) {
    return new AlertChange(Optional.empty(), Optional.of(alert));
  }

  static AlertChange gone(Alert alert) {
    return new AlertChange(Optional.of(alert), Optional.empty());
  }

  static AlertChange between(Alert before, Alert after) {
    return new AlertChange(Optional.of(before), Optional.of(after));
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.GONE : Kind.CHANGED;
  }

  /** The alert as it would be, or was where it would be gone. */
  public Alert alert() {
    return after.or(this::before).orElseThrow();
  }
}
