package io.qingtu.protocol.message.record;

import java.util.Arrays;
import java.util.Optional;

/** What came of reading a driver's card (IC 卡读取结果); the ordinal is the code on the wire. */
public enum DriverCard {
  READ,
  /** the card's key was refused */
  NOT_AUTHENTIC,
  LOCKED,
  PULLED_OUT,
  BAD_CHECKSUM;

  public int code() {
    return ordinal();
  }

  /** Empty for codes beside the standard's. */
  public static Optional<DriverCard> find(int code) {
    return Arrays.stream(values()).filter(result -> result.code() == code).findFirst();
  }
}
