package io.qingtu.route.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo that was filed with a case.
 *
 * @param by row id of the account that filed it
 * @param takenAt by the camera's clock
 * @param taken where the camera was
 */
public record PlacePhoto(int by, Instant takenAt, Scene taken) {
  /**
   * m. What is merged into a case lies up to {@link Merging#WITHIN_METRES} from its place, and a
   * phone between high houses up to 50 m from where it says.
   */
  public static final double WITHIN_METRES = Merging.WITHIN_METRES + 50;

  /** Why a photo does not show the place in order. */
  public enum Fault {
    /** Taken before the case was filed: it shows what was found. */
    BEFORE_FILING,
    /** Taken too far from the place. */
    ELSEWHERE
  }

  /**
   * What keeps it from showing the place in order.
   *
   * @param place of the case; where it is unknown, any place will do
   * @param filedAt when the case was filed; null where it is not yet
   */
  public Optional<Fault> fault(Scene place, Instant filedAt) {
    if (filedAt == null || takenAt.isBefore(filedAt)) {
      return Optional.of(Fault.BEFORE_FILING);
    }
    return place.isKnown() && place.metresTo(taken) > WITHIN_METRES
        ? Optional.of(Fault.ELSEWHERE)
        : Optional.empty();
  }
}
