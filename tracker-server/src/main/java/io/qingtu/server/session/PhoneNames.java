package io.qingtu.server.session;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.TerminalPhone;

/** The name that a terminal phone has in the register, in the forms that it comes in. */
final class PhoneNames {
  private static final int IMEI_BYTES = 6;

  /** An IMEI without its check digit. */
  private static final int IMEI_DIGITS = 14;

  private static final int DECIMAL = 10;

  private PhoneNames() {}

  /**
   * The IMEI that six bytes hold in binary, with the check digit that they have no room for.
   *
   * @return empty text where they hold none
   */
  static String imei(TerminalPhone phone) {
    Bytes raw = phone.raw();
    if (raw.length() != IMEI_BYTES) {
      return "";
    }
    long number = 0;
    for (int i = 0; i < IMEI_BYTES; i++) {
      number = number << Byte.SIZE | raw.at(i);
    }
    String digits = String.format("%014d", number);
    return digits.length() == IMEI_DIGITS ? digits + checkDigit(digits) : "";
  }

  /** By Luhn: every second digit, from the last, counts double, digit by digit. */
  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), DECIMAL);
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted / DECIMAL + weighted % DECIMAL;
    }
    return (DECIMAL - sum % DECIMAL) % DECIMAL;
  }
}
