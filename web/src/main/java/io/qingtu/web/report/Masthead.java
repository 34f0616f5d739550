package io.qingtu.web.report;

import io.qingtu.server.config.ConfigReader;

/**
 * What stands on the cover beside the week.
 *
 * @param city name of the city, without 市's doubling: it is printed as it stands
 * @param issuer the issuing unit (编发单位)
 * @param synthetic whether the data are synthetic, which the cover and every page then say
 */
public record Masthead(String city, String issuer, boolean synthetic) {
  /** Keys {@code report.city}, {@code report.issuer} and {@code report.synthetic}. */
  public static Masthead read(ConfigReader in) {
    return new Masthead(
        in.text("report.city", "本市"),
        in.text("report.issuer", "城市管理局"),
        in.flag("report.synthetic", false));
  }

  public String title() {
    return city + "渣土运输与环卫作业车辆监管周报";
  }
}
