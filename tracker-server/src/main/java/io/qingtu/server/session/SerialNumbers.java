package io.qingtu.server.session;

/**
 * The serial numbers of a message that went out: more than one where it took several sub-packages.
 * Some terminals answer with that of the last part, so that any of them names the message.
 *
 * @param first 0–65535
 * @param count at least 1; they wrap behind 65535
 */
public record SerialNumbers(int first, int count) {
  /** Whether a reply that names {@code serialNumber} answers this message. */
  public boolean include(int serialNumber) {
    return (serialNumber - first & 0xffff) < count;
  }
}
