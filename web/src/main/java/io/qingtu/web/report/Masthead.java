package io.qingtu.web.report;

import io.qingtu.route.report.Period;

/**
 * What stands on the cover beside the period.
 *
 * @param city name of the city, printed as it stands
 * @param issuer the issuing unit (编发单位)
 * @param synthetic whether the data are synthetic, which the cover and every page then say
 */
public record Masthead(String city, String issuer, boolean synthetic) {
  /** With the city's bureau as the issuing unit. */
  public static Masthead of(String city, boolean synthetic) {
    return new Masthead(city, city + "城市管理局", synthetic);
  }

  /** A report's title. */
  String title(Period period) {
    return city + "渣土运输与环卫作业车辆监管" + PeriodWords.report(period);
  }
}
