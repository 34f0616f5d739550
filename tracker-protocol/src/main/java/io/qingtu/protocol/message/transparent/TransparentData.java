package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.Envelope;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Transparent uplink data (数据上行透传), 0x0900. In 2011 the lengths of all packets and of this one
 * stand in front of the content.
 *
 * @param type 0x00 GNSS details, 0x0B IC card, 0x41 and 0x42 serial ports, 0xF0–0xFF user; of those
 *     T/JSATL 12 has {@link #PERIPHERAL_STATES} and {@link #PERIPHERAL_DESCRIPTIONS}
 * @param total bytes of the contents of all packets; in 2011 only
 * @param content what a peripheral sent
 */
public record TransparentData(int type, OptionalLong total, Bytes content)
    implements TerminalMessage, Envelope {
  public static final int ID = 0x0900;

  public static final int PERIPHERAL_STATES = 0xf7;
  public static final int PERIPHERAL_DESCRIPTIONS = 0xf8;

  private static final int LENGTH_BYTES = 6;

  public TransparentData(int type, Bytes content) {
    this(type, OptionalLong.empty(), content);
  }

  public static TransparentData decode(BodyReader in, ProtocolVersion version) {
    int type = in.field("type").u8();
    OptionalLong total = OptionalLong.empty();
    if (version != ProtocolVersion.V2019 && startsWithLengths(in.ahead())) {
      total = OptionalLong.of(in.field("total", "bytes").u32());
      in.field("length", "bytes").u16();
    }
    TransparentData data = new TransparentData(type, total, in.ahead().rest());
    if (in.isHeard()) {
      data.nameFields(in);
    }
    return data;
  }

  private void nameFields(BodyReader in) {
    if (peripheralStates().isPresent()) {
      PeripheralState.list(in);
    } else if (peripheralDescriptions().isPresent()) {
      PeripheralDescription.list(in);
    }
    in.field("content").rest();
  }

  /** Whether the lengths of 2011 follow, and say what there is. */
  private static boolean startsWithLengths(BodyReader in) {
    if (in.remaining() < LENGTH_BYTES) {
      return false;
    }
    long total = in.u32();
    int length = in.u16();
    return length == in.remaining() && length <= total;
  }

  /** Contents of {@link #PERIPHERAL_STATES}; empty if it is another type or reads otherwise. */
  public Optional<List<PeripheralState>> peripheralStates() {
    return type == PERIPHERAL_STATES
        ? PeripheralList.read(content, PeripheralState::list)
        : Optional.empty();
  }

  /**
   * Contents of {@link #PERIPHERAL_DESCRIPTIONS}; empty if it is another type or reads otherwise.
   */
  public Optional<List<PeripheralDescription>> peripheralDescriptions() {
    return type == PERIPHERAL_DESCRIPTIONS
        ? PeripheralList.read(content, PeripheralDescription::list)
        : Optional.empty();
  }

  /** A list of {@link PeripheralState} or {@link PeripheralDescription}. */
  @Override
  public Optional<Object> inside() {
    return peripheralStates()
        .<Object>map(Function.identity())
        .or(() -> peripheralDescriptions().map(Function.identity()));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type);
    total.ifPresent(bytes -> out.u32(bytes).u16(content.length()));
    out.bytes(content);
  }
}
