package io.qingtu.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Bytes between two 0x7E marks ↔ {@link Frame}: escape, checksum, header. It never writes into its
 * input, and a frame holds no reference to it.
 */
public final class FrameCodec {
  /** The mark (标识位) before and behind every frame. */
  public static final byte MARK = 0x7e;

  /** Longest frame on the wire: header 21, body 1023 and checksum 1, all escaped, and the marks. */
  public static final int MAX_WIRE_BYTES = 2 * (21 + Headers.MAX_BODY_BYTES + 1) + 2;

  /** Longest piece between two marks that can be a frame. */
  static final int MAX_PIECE_BYTES = MAX_WIRE_BYTES - 2;

  private static final byte ESCAPE = 0x7d;

  private static final int LONGEST_HEADER = 21;

  /** Header of 2011 and 2013 without a body, and the checksum. */
  private static final int MIN_BYTES = 13;

  private FrameCodec() {}

  /**
   * Decodes one frame, overlooking every {@linkplain Deviation#HARMLESS harmless} deviation.
   *
   * @param between the readable bytes between two marks, still escaped; neither they nor the
   *     indexes of the buffer change
   * @throws MalformedException if they are no frame
   */
  public static Frame decode(ByteBuf between) {
    return decode(between, Deviation.HARMLESS);
  }

  /**
   * Decodes one frame.
   *
   * @param overlooked the deviations that are let pass
   * @throws MalformedException if the bytes are no frame
   */
  public static Frame decode(ByteBuf between, Set<Deviation> overlooked) {
    requireLength(between.readableBytes());
    byte[] bytes = new byte[between.readableBytes()];
    between.getBytes(between.readerIndex(), bytes);
    return decode(bytes, overlooked);
  }

  /** As {@link #decode(ByteBuf)}; the frame keeps the array, which is unescaped where it stands. */
  static Frame decode(byte[] between) {
    return decode(between, Deviation.HARMLESS);
  }

  /** As {@link #decode(byte[])}, whatever the checksum is. */
  static Frame decodeWithAnyChecksum(byte[] between) {
    return decode(between, EnumSet.allOf(Deviation.class));
  }

  private static Frame decode(byte[] bytes, Set<Deviation> overlooked) {
    int length = bytes.length;
    boolean bareChecksum = bytes[length - 1] == ESCAPE;
    int checksum = Octets.xorWithout(bytes, ESCAPE);
    if (checksum < 0) {
      length = unescape(bytes);
      checksum = Octets.xor(bytes, length);
    }
    if (checksum == 0) {
      requireHeader(length);
      return Headers.read(bytes, length, overlooked, bareChecksum);
    }
    if (checksum == MARK && Headers.fitsWithoutChecksum(bytes, length)) {
      // the mark behind this piece was its checksum
      byte[] whole = Arrays.copyOf(bytes, length + 1);
      whole[length] = MARK;
      return Headers.read(whole, length + 1, overlooked, true);
    }
    requireHeader(length);
    if (overlooked.contains(Deviation.WRONG_CHECKSUM)) {
      return withWrongChecksum(Headers.read(bytes, length, overlooked, false));
    }
    int found = bytes[length - 1] & 0xff;
    throw new MalformedException(
        Reason.CHECKSUM, String.format("expected 0x%02X, found 0x%02X", checksum ^ found, found));
  }

  private static Frame withWrongChecksum(Frame frame) {
    EnumSet<Deviation> deviations = EnumSet.of(Deviation.WRONG_CHECKSUM);
    deviations.addAll(frame.deviations());
    return new Frame(frame.header(), frame.body(), Set.copyOf(deviations));
  }

  /** Refuses what cannot be a frame before anything is made of it. */
  static void requireLength(int between) {
    if (between < MIN_BYTES - 1) {
      throw tooShort(between);
    }
    if (between > MAX_PIECE_BYTES) {
      throw new MalformedException(Reason.FRAMING, between + " bytes between marks: too long");
    }
  }

  /** Writes a frame with its marks. */
  public static void encode(Frame frame, ByteBuf out) {
    BodyWriter plain = new BodyWriter(LONGEST_HEADER + frame.body().length() + 1);
    Headers.write(frame.header(), frame.body().length(), plain);
    plain.bytes(frame.body());
    byte[] bytes = plain.u8(0).toArray();
    int last = bytes.length - 1;
    bytes[last] = (byte) Octets.xor(bytes, last);
    out.writeByte(MARK);
    writeEscaped(bytes, out);
    out.writeByte(MARK);
  }

  private static void requireHeader(int length) {
    if (length < MIN_BYTES) {
      throw tooShort(length);
    }
  }

  private static MalformedException tooShort(int length) {
    return new MalformedException(Reason.FRAMING, length + " bytes between marks: too short");
  }

  /** The same frame, with its marks, on its own. */
  public static Bytes encode(Frame frame) {
    ByteBuf out = Unpooled.buffer();
    encode(frame, out);
    return Bytes.wrap(out.array(), 0, out.readableBytes());
  }

  /** Moves the bytes behind each escape up; a lone 0x7D at the end stays what it is. */
  private static int unescape(byte[] bytes) {
    int last = bytes.length - 1;
    int length = Octets.indexOf(bytes, 0, last, ESCAPE);
    for (int at = length; at <= last; at++) {
      byte b = bytes[at];
      if (b == ESCAPE && at < last) {
        b = unescaped(bytes[at + 1], at);
        at++;
      }
      bytes[length++] = b;
    }
    return length;
  }

  private static byte unescaped(byte second, int at) {
    if (second == 0x01) {
      return ESCAPE;
    }
    if (second == 0x02) {
      return MARK;
    }
    throw new MalformedException(
        Reason.ESCAPE, String.format("0x7D followed by 0x%02X at byte %d", second, at));
  }

  private static void writeEscaped(byte[] bytes, ByteBuf out) {
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == MARK || bytes[at] == ESCAPE) {
        out.writeBytes(bytes, from, at - from);
        out.writeByte(ESCAPE).writeByte(bytes[at] == MARK ? 0x02 : 0x01);
        from = at + 1;
      }
    }
    out.writeBytes(bytes, from, bytes.length - from);
  }
}
