package io.qingtu.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import java.util.Arrays;

/**
 * Finds the frames in a terminal's stream. Every 0x7E both closes a piece and opens the next one,
 * so that lost, doubled and shared marks cost one frame at most. A piece that is no frame is
 * dropped.
 *
 * <p>Between two reads it keeps the begin of one frame at most. Not for concurrent use.
 */
public final class FrameStream {
  /** Bytes without a good frame among them, after which a stream is taken for a stranger's. */
  public static final int GARBAGE_LIMIT = 4 * FrameCodec.MAX_WIRE_BYTES;

  /** Hears what is found, in the order of the stream. */
  public interface Listener {
    void frame(Frame frame);

    /** Whether a frame whose checksum is wrong is taken all the same. */
    default boolean overlooks(Frame frame) {
      return false;
    }

    /** A piece between two marks that is no frame. Its bytes are told of as dropped, too. */
    void refused(Bytes piece, MalformedException reason);

    void dropped(int bytes);
  }

  private static final byte[] NOTHING = {};

  /** So many bytes are looked at together: in a direct buffer each is dear, and a copy is cheap. */
  private static final int WINDOW_BYTES = 4096;

  private final Listener listener;
  private byte[] kept = NOTHING;
  private boolean opened;
  private int garbage;

  public FrameStream(Listener listener) {
    this.listener = listener;
  }

  /**
   * Takes the next bytes of the stream, all that are readable.
   *
   * @return false if the stream is nothing but garbage: what follows is not looked at any more
   */
  public boolean read(ByteBuf in) {
    byte[] window = new byte[Math.min(WINDOW_BYTES, in.readableBytes())];
    while (in.isReadable() && garbage <= GARBAGE_LIMIT) {
      int length = Math.min(window.length, in.readableBytes());
      in.readBytes(window, 0, length);
      read(window, length);
    }
    in.skipBytes(in.readableBytes());
    return garbage <= GARBAGE_LIMIT;
  }

  private void read(byte[] in, int end) {
    int from = 0;
    while (from < end && garbage <= GARBAGE_LIMIT) {
      int mark = Octets.indexOf(in, from, end, FrameCodec.MARK);
      int length = mark - from;
      if (!opened) {
        drop(length);
        opened = mark < end;
      } else if (mark == end) {
        keep(in, from, length);
      } else if (kept.length + length > 0) {
        close(in, from, length);
      } else {
        // two marks in a row stand between any two frames, and thousands of them before none
        garbage++;
      }
      from = mark + 1;
    }
  }

  /** The end of the stream so far, without a mark behind it. */
  private void keep(byte[] in, int from, int length) {
    if (kept.length + length > FrameCodec.MAX_PIECE_BYTES) {
      drop(kept.length + length);
      kept = NOTHING;
      opened = false;
    } else {
      kept = piece(in, from, length);
    }
  }

  /** A piece that ends in a mark. */
  private void close(byte[] in, int from, int length) {
    Frame frame;
    try {
      FrameCodec.requireLength(kept.length + length);
      frame = FrameCodec.decode(piece(in, from, length));
    } catch (MalformedException e) {
      refuse(in, from, length, e);
      return;
    }
    kept = NOTHING;
    garbage = 0;
    listener.frame(frame);
  }

  private void refuse(byte[] in, int from, int length, MalformedException reason) {
    byte[] piece = piece(in, from, length);
    kept = NOTHING;
    if (reason.reason() == MalformedException.Reason.CHECKSUM && isOverlooked(piece.clone())) {
      return;
    }
    listener.refused(Bytes.wrap(piece, 0, piece.length), reason);
    drop(piece.length);
  }

  private boolean isOverlooked(byte[] piece) {
    Frame frame;
    try {
      frame = FrameCodec.decodeWithAnyChecksum(piece);
    } catch (MalformedException e) {
      return false;
    }
    if (!listener.overlooks(frame)) {
      return false;
    }
    garbage = 0;
    listener.frame(frame);
    return true;
  }

  private byte[] piece(byte[] in, int from, int length) {
    if (kept.length == 0) {
      return Arrays.copyOfRange(in, from, from + length);
    }
    byte[] piece = Arrays.copyOf(kept, kept.length + length);
    System.arraycopy(in, from, piece, kept.length, length);
    return piece;
  }

  private void drop(int bytes) {
    garbage += bytes;
    listener.dropped(bytes);
  }
}
