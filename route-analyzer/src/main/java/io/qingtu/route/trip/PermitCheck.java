package io.qingtu.route.trip;

import io.qingtu.route.plan.Permit;
import java.time.Instant;
import java.util.List;

/**
 * The permits of one vehicle for one site at one moment.
 *
 * @param valid all that are valid then, in order of id, also those typed in a little later
 * @param expired the one that ran out last, not too long ago; null where there is none
 */
public record PermitCheck(List<Permit> valid, Permit expired) {
  public PermitCheck {
    valid = List.copyOf(valid);
  }

  /** Whether a valid permit was in the system at a moment. */
  public boolean knownAt(Instant at) {
    for (Permit p : valid) {
      if (p.enteredAt() == null || !p.enteredAt().isAfter(at)) {
        return true;
      }
    }
    return false;
  }

  /** When the first of the valid permits was typed in; null where none is valid. */
  public Instant firstEntered() {
    Instant first = null;
    for (Permit p : valid) {
      if (p.enteredAt() != null && (first == null || p.enteredAt().isBefore(first))) {
        first = p.enteredAt();
      }
    }
    return first;
  }
}
