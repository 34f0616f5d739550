package io.qingtu.protocol.field;

/** A text behind a count of its bytes. */
public final class CountedText {
  private static final int MAX_BYTE = 0xff;
  private static final int MAX_WORD = 0xffff;

  private CountedText() {}

  /** A text whose bytes a BYTE counts. */
  public static String read(BodyReader in, String name) {
    int length = in.field(name + "Length", "bytes").u8();
    return in.field(name).text(length);
  }

  /** A text whose bytes a WORD counts. */
  public static String readLong(BodyReader in, String name) {
    int length = in.field(name + "Length", "bytes").u16();
    return in.field(name).text(length);
  }

  /**
   * Writes a text behind a BYTE.
   *
   * @throws IllegalArgumentException if the text takes more than 255 bytes
   */
  public static void write(String text, BodyWriter out) {
    Bytes bytes = encode(text, MAX_BYTE);
    out.u8(bytes.length()).bytes(bytes);
  }

  /**
   * Writes a text behind a WORD.
   *
   * @throws IllegalArgumentException if the text takes more than 65535 bytes
   */
  public static void writeLong(String text, BodyWriter out) {
    Bytes bytes = encode(text, MAX_WORD);
    out.u16(bytes.length()).bytes(bytes);
  }

  private static Bytes encode(String text, int most) {
    Bytes bytes = BodyWriter.encode(text);
    if (bytes.length() > most) {
      throw new IllegalArgumentException(
          "'" + text + "' takes " + bytes.length() + " bytes, at most " + most + " fit");
    }
    return bytes;
  }
}
