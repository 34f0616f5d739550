package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.Envelope;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.recorder.RecorderPacket;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the driving recorder answered (行驶记录数据上传), 0x0700. The body of 2011 has no serial number but
 * the length of all packets and of this one.
 *
 * @param replySerialNumber serial number of the query; none in 2011
 * @param command command word of GB/T 19056
 * @param total bytes of the blocks of all packets; in 2011 only
 * @param block since 2013 a whole packet of GB/T 19056, which starts with 55 7A
 */
public record RecorderReport(
    OptionalInt replySerialNumber, int command, OptionalInt total, Bytes block)
    implements TerminalMessage, Envelope {
  public static final int ID = 0x0700;

  private static final int HEAD_BYTES_OF_2011 = 5;
  private static final int START_OF_PACKET = 0x557a;

  public static RecorderReport decode(BodyReader in, ProtocolVersion version) {
    if (version == ProtocolVersion.V2019 || !isOf2011(in.ahead())) {
      return new RecorderReport(
          OptionalInt.of(in.field("replySerialNumber").u16()),
          in.field("command").u8(),
          OptionalInt.empty(),
          RecorderBlock.read(in));
    }
    int command = in.field("command").u8();
    OptionalInt total = OptionalInt.of(in.field("total", "bytes").u16());
    int length = in.field("length", "bytes").u16();
    return new RecorderReport(
        OptionalInt.empty(), command, total, RecorderBlock.read(in.part(length)));
  }

  /** Whether the body is as long as 2011 would say, and no packet starts where 2013 has it. */
  private static boolean isOf2011(BodyReader in) {
    if (in.remaining() < HEAD_BYTES_OF_2011) {
      return false;
    }
    in.u8();
    int total = in.u16();
    int length = in.u16();
    return length != START_OF_PACKET && length == in.remaining() && length <= total;
  }

  /** A {@link RecorderPacket}. */
  @Override
  public Optional<Object> inside() {
    return RecorderPacket.find(block).map(Object.class::cast);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    replySerialNumber.ifPresent(out::u16);
    out.u8(command);
    total.ifPresent(bytes -> out.u16(bytes).u16(block.length()));
    out.bytes(block);
  }
}
