package io.qingtu.server.store;

import java.util.Optional;

/**
 * A terminal that may connect, with the vehicle that carries it.
 *
 * @param phone digits without leading zeros
 * @param terminalId as registration sends it; empty where any may come
 * @param vin of the vehicle, 17 characters; empty where it is not known
 * @param profile name of the profile that gives its bits and items their meaning
 * @param authCode given at its registration; empty where it has never registered
 */
public record RegisteredTerminal(
    String phone,
    int vehicleId,
    String plate,
    String company,
    String kind,
    String terminalId,
    String vin,
    String profile,
    Optional<String> authCode) {
  RegisteredTerminal withCode(String code) {
    return new RegisteredTerminal(
        phone, vehicleId, plate, company, kind, terminalId, vin, profile, Optional.of(code));
  }
}
