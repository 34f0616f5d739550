package io.qingtu.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final byte ESCAPE = 0x7d;

  /** Header of 2011 and 2013 without a body, and the checksum. */
  private static final int MIN_BYTES = 13;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private FrameCodec() {}

  /**
   * Decodes one frame, overlooking every {@link Deviation}.
   *
   * @param between the readable bytes between two marks, still escaped; neither they nor the
   *     indexes of the buffer change
   * @throws MalformedException if they are no frame
   */
  public static Frame decode(ByteBuf between) {
    return decode(between, EnumSet.allOf(Deviation.class));
  }

  /**
   * Decodes one frame.
   *
   * @param overlooked the deviations that are let pass
   * @throws MalformedException if the bytes are no frame
   */
  public static Frame decode(ByteBuf between, Set<Deviation> overlooked) {
    int length = between.readableBytes();
    if (length < MIN_BYTES - 1) {
      throw tooShort(length);
    }
    if (length > MAX_WIRE_BYTES - 2) {
      throw new MalformedException(Reason.FRAMING, length + " bytes between marks: too long");
    }
    byte[] bytes = new byte[length];
    int firstEscape = between.indexOf(between.readerIndex(), between.writerIndex(), ESCAPE);
    boolean bareChecksum = false;
    if (firstEscape < 0) {
      between.getBytes(between.readerIndex(), bytes);
    } else {
      bareChecksum = between.getByte(between.writerIndex() - 1) == ESCAPE;
      length = unescape(between, firstEscape, bytes);
    }
    int checksum = xor(bytes, length);
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
    int found = bytes[length - 1] & 0xff;
    throw new MalformedException(
        Reason.CHECKSUM, String.format("expected 0x%02X, found 0x%02X", checksum ^ found, found));
  }

  /** Writes a frame with its marks. */
  public static void encode(Frame frame, ByteBuf out) {
    BodyWriter plain = new BodyWriter();
    Headers.write(frame.header(), frame.body().length(), plain);
    plain.bytes(frame.body());
    byte[] bytes = plain.toBytes().toArray();
    out.writeByte(MARK);
    writeEscaped(bytes, out);
    writeEscaped(new byte[] {(byte) xor(bytes, bytes.length)}, out);
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

  /** Copies run by run, from escape to escape; a lone 0x7D at the end stays what it is. */
  private static int unescape(ByteBuf in, int firstEscape, byte[] out) {
    int end = in.writerIndex();
    int from = in.readerIndex();
    int escape = firstEscape;
    int length = 0;
    while (escape >= 0 && escape < end - 1) {
      int run = escape - from;
      in.getBytes(from, out, length, run);
      length += run;
      out[length++] = unescaped(in.getByte(escape + 1), escape - in.readerIndex());
      from = escape + 2;
      escape = in.indexOf(from, end, ESCAPE);
    }
    in.getBytes(from, out, length, end - from);
    return length + end - from;
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

  /** XOR of the first {@code length} bytes, eight at a time. */
  private static int xor(byte[] bytes, int length) {
    long wide = 0;
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      wide ^= (long) LONGS.get(bytes, at);
    }
    wide ^= wide >>> 32;
    wide ^= wide >>> 16;
    int xor = (int) (wide ^ wide >>> 8);
    for (; at < length; at++) {
      xor ^= bytes[at];
    }
    return xor & 0xff;
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
