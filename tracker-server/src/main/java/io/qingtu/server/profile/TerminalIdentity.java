package io.qingtu.server.profile;

/**
 * What a terminal says of itself; texts are empty where it has not said.
 *
 * @param manufacturer manufacturer id of its registration
 * @param model of its registration
 * @param terminalId of its registration
 * @param region six digits of GB/T 2260, province and city of its registration
 * @param imei of its authentication, since 2019
 * @param firmware software version of its authentication, since 2019
 */
public record TerminalIdentity(
    String manufacturer,
    String model,
    String terminalId,
    String region,
    String imei,
    String firmware) {
  /** Nothing said yet. */
  public static final TerminalIdentity UNKNOWN = new TerminalIdentity("", "", "", "", "", "");
}
