package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.Bytes;
import java.util.HexFormat;

/**
 * Terminal phone (终端手机号), the terminal's name in the header. Not a number: the bytes are echoed in
 * replies as they came, and some terminals put an IMEI or hexadecimal digits there.
 *
 * @param raw 6 bytes (2011, 2013) or 10 bytes (2019)
 */
public record TerminalPhone(Bytes raw) {
  /**
   * @throws IllegalArgumentException if there are more digits than the version has room for
   */
  public static TerminalPhone of(String digits, ProtocolVersion version) {
    int places = 2 * version.phoneBytes();
    if (digits.length() > places) {
      throw new IllegalArgumentException(
          digits + " is longer than the " + places + " digits of " + version.year());
    }
    String padded = "0".repeat(places - digits.length()) + digits;
    return new TerminalPhone(Bytes.copyOf(HexFormat.of().parseHex(padded)));
  }

  /** All 12 or 20 digits with leading zeros; a nibble above 9 shows as a–f. */
  public String digits() {
    return raw.hex();
  }

  /**
   * The digits without leading zeros: the same for one SIM card in all versions. {@code "0"} if
   * there are only zeros.
   */
  public String identity() {
    String digits = digits();
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  @Override
  public String toString() {
    return digits();
  }
}
