package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.util.HexFormat;

/**
 * Terminal phone (终端手机号), the terminal's name in the header. Not a number: the bytes are echoed in
 * replies as they came, and some terminals put an IMEI or hexadecimal digits there. Every packet
 * has one to be compared, hence no array.
 *
 * @param places digits, 12 (2011, 2013) or 20 (2019)
 * @param head the digits in front of the last 16, four bits each
 * @param tail the last 16 digits, four bits each
 */
public record TerminalPhone(byte places, short head, long tail) {
  private static final int HEAD_BYTES = 2;
  private static final int LONG_PLACES = 20;

  /** The phone of a header's bytes. */
  static TerminalPhone in(byte[] header, int from, ProtocolVersion version) {
    byte places = (byte) (2 * version.phoneBytes());
    int first = Octets.word(header, from);
    return version == ProtocolVersion.V2019
        ? new TerminalPhone(places, (short) first, Octets.eight(header, from + HEAD_BYTES))
        : new TerminalPhone(
            places, (short) 0, (long) first << Integer.SIZE | Octets.dword(header, from + 2));
  }

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
    return in(HexFormat.of().parseHex(padded), 0, version);
  }

  /** The bytes of the header. */
  public Bytes raw() {
    BodyWriter out = new BodyWriter();
    write(out);
    return out.toBytes();
  }

  /** Writes the bytes of the header. */
  void write(BodyWriter out) {
    if (places == LONG_PLACES) {
      out.u16(head).u64(tail);
    } else {
      out.u16((int) (tail >>> Integer.SIZE)).u32(tail & 0xffff_ffffL);
    }
  }

  /** All 12 or 20 digits with leading zeros; a nibble above 9 shows as a–f. */
  public String digits() {
    return raw().hex();
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
