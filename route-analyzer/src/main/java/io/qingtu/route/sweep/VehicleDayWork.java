package io.qingtu.route.sweep;

import java.time.LocalDate;
import java.util.List;

/**
 * What one vehicle did on one calendar day of the city, as far as its fixes tell.
 *
 * @param dutySeconds time with the ignition on, silences that began with it on included, s
 * @param observedDutySeconds the part of it that is covered by fixes, s
 * @param operatingSeconds time at work (SM-5): work sensor on at a working speed, or without a
 *     sensor a working speed that lasts on a planned segment, s
 * @param operatingMetres way of that time, m
 * @param inSpeedMetres part of it at no more than the operation's v_warn, m
 * @param effectiveMetres metres of planned segments worked at no more than v_invalid; a metre that
 *     is worked twice counts twice, m
 * @param delays records by the time from fix to reception, without back-fill: how many lie within
 *     each of {@link #DELAY_BOUNDS_S}, and in the last place how many above them all
 * @param onlineDutySeconds the part of the duty whose fixes came while it lasted, back-fill left
 *     aside, s; NaN of days that were added up before it was told
 */
public record VehicleDayWork(
    String plate,
    LocalDate day,
    double dutySeconds,
    double observedDutySeconds,
    double operatingSeconds,
    double operatingMetres,
    double inSpeedMetres,
    double effectiveMetres,
    List<Long> delays,
    double onlineDutySeconds) {
  /** Upper bounds of the classes of {@code delays}, s. */
  public static final List<Integer> DELAY_BOUNDS_S =
      List.of(1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600);

  /**
   * @throws IllegalArgumentException where the delays are not one more than their bounds
   */
  public VehicleDayWork {
    delays = List.copyOf(delays);
    if (delays.size() != DELAY_BOUNDS_S.size() + 1) {
      throw new IllegalArgumentException(plate + " " + day + ": " + delays.size() + " delays");
    }
  }

  /** A day of which nobody told how long the vehicle was online. */
  public VehicleDayWork(
      String plate,
      LocalDate day,
      double dutySeconds,
      double observedDutySeconds,
      double operatingSeconds,
      double operatingMetres,
      double inSpeedMetres,
      double effectiveMetres,
      List<Long> delays) {
    this(
        plate,
        day,
        dutySeconds,
        observedDutySeconds,
        operatingSeconds,
        operatingMetres,
        inSpeedMetres,
        effectiveMetres,
        delays,
        Double.NaN);
  }
}
