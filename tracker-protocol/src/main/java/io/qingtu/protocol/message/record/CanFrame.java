package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/**
 * One item of CAN bus data (CAN 总线数据项).
 *
 * @param word bit 31 the channel, bit 30 extended, bit 29 averaged, below them the id on the bus
 * @param data eight bytes
 */
public record CanFrame(long word, Bytes data) {
  static final int DATA_BYTES = 8;
  static final int BYTES = 4 + DATA_BYTES;

  private static final int ID_MASK = 0x1fffffff;

  public CanFrame {
    if (data.length() != DATA_BYTES) {
      throw new IllegalArgumentException("a CAN frame of " + data.length() + " bytes");
    }
  }

  /** 1 or 2. */
  public int channel() {
    return (int) (word >>> 31 & 1) + 1;
  }

  /** Whether the id has 29 bits rather than 11. */
  public boolean extended() {
    return (word >>> 30 & 1) != 0;
  }

  /** Whether the data are means of the collecting interval rather than raw. */
  public boolean averaged() {
    return (word >>> 29 & 1) != 0;
  }

  /** Id on the bus. */
  public int busId() {
    return (int) word & ID_MASK;
  }

  static CanFrame decode(BodyReader in) {
    return new CanFrame(in.field("word").u32(), in.field("data").bytes(DATA_BYTES));
  }

  void encode(BodyWriter out) {
    out.u32(word).bytes(data);
  }
}
