package io.qingtu.protocol.message.general;

/** Result of a registration, 0x8100; the ordinal is the code on the wire. */
public enum RegistrationResult {
  SUCCESS,
  VEHICLE_ALREADY_REGISTERED,
  NO_SUCH_VEHICLE,
  TERMINAL_ALREADY_REGISTERED,
  NO_SUCH_TERMINAL;

  /** 0–4. */
  public int code() {
    return ordinal();
  }
}
