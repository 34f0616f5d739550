package io.qingtu.route.trip;

import io.qingtu.route.plan.Permit;
import java.util.List;

/**
 * The permits of one vehicle for one site at one moment.
 *
 * @param valid all that are valid then, in order of id, also those typed in later
 * @param expired the one that ran out last, where none is valid; null where there is none
 */
public record PermitCheck(List<Permit> valid, Permit expired) {
  public PermitCheck {
    valid = List.copyOf(valid);
  }

  /** Whether a permit names this place as its end. */
  public boolean permitsEnd(String placeId) {
    for (Permit p : valid) {
      if (p.disposalIds().contains(placeId)) {
        return true;
      }
    }
    return false;
  }
}
