package io.qingtu.web.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits, as {@code 10.1.0.0/16} or one address.
 *
 * @param bits how many
 */
public record AddressRange(InetAddress first, int bits) {
  private static final String LITERAL = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  /**
   * @throws IllegalArgumentException where the text is none
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      // a name would be looked up, and may be another address tomorrow
      if (address.matches(LITERAL)) {
        InetAddress first = InetAddress.getByName(address);
        int all = 8 * first.getAddress().length;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits >= 0 && bits <= all) {
          return new AddressRange(first, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // falls through to the same answer
    }
    throw new IllegalArgumentException("\"" + text + "\" is no address and no range of addresses");
  }

  /** Whether an address is one of them. */
  public boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
