package io.qingtu.protocol.message.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a driver's qualification card (从业资格证) says.
 *
 * @param idNumber of the identity card (身份证号); in 2011 and since 2019, else empty
 * @param licence number of the qualification (从业资格证编码)
 * @param issuer of the qualification (发证机构名称)
 * @param expiry end of its validity, BCD YYYYMMDD as a number, since 2013
 */
public record Driver(
    String name, Optional<String> idNumber, String licence, String issuer, OptionalLong expiry) {
  private static final int DECIMAL = 10;

  /** The last day of validity; empty if there is none or the digits are no date. */
  public Optional<LocalDate> validUntil() {
    if (expiry.isEmpty()) {
      return Optional.empty();
    }
    String digits = Long.toHexString(expiry.getAsLong());
    if (!digits.chars().allMatch(digit -> Character.digit(digit, DECIMAL) >= 0)) {
      return Optional.empty();
    }
    int date = Integer.parseInt(digits);
    try {
      return Optional.of(LocalDate.of(date / 10_000, date / 100 % 100, date % 100));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
