package io.qingtu.route.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * One move of a case, as it is asked for and filed.
 *
 * @param actor row id of the account; {@link #SYSTEM} for the system itself
 * @param side company that a case is dispatched to, its row id; 0 where none is named
 * @param culprit whether the responsible vehicle is known, where that was decided
 * @param photo of the place, filed before
 * @param note the reason, or what was done; empty where nothing was said
 * @param more how much longer is asked for, where it is
 */
public record Step(
    Move move,
    int actor,
    Instant at,
    int side,
    Optional<Boolean> culprit,
    Optional<PlacePhoto> photo,
    String note,
    Optional<Limit> more) {
  /** No person. */
  public static final int SYSTEM = 0;

  /** One that asks for no more time. */
  public Step(
      Move move,
      int actor,
      Instant at,
      int side,
      Optional<Boolean> culprit,
      Optional<PlacePhoto> photo,
      String note) {
    this(move, actor, at, side, culprit, photo, note, Optional.empty());
  }
}
