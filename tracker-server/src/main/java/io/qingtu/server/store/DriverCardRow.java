package io.qingtu.server.store;

import java.time.Instant;

/**
 * Who is in a vehicle from a moment on, as a card in its terminal says.
 *
 * @param licence 从业资格证编号; empty where the card has none, or nobody knows who drives
 * @param idNumber 身份证号, likewise
 */
public record DriverCardRow(
    int vehicleId, Instant time, String licence, String idNumber, String name) {
  /** That nobody knows from then on. */
  public static DriverCardRow nobody(int vehicleId, Instant time) {
    return new DriverCardRow(vehicleId, time, "", "", "");
  }

  /** By which the driver is known first; empty where nobody is. */
  public String number() {
    return licence.isEmpty() ? idNumber : licence;
  }
}
