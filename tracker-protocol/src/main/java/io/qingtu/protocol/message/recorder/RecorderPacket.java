package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A packet between a recorder and who asks it (GB/T 19056-2012, A.2): start, command, length,
 * reserved, data blocks, XOR of all. A recorder that could not answer sends no length.
 *
 * @param start {@link #QUESTION} or {@link #ANSWER}; what asks is seen with both
 * @param command see {@link RecorderCommand}; {@link #QUERY_FAILED}, {@link #SETTING_FAILED}
 * @param reserved 0
 * @param data one block, of records as many as there are; none in an acknowledgement
 */
public record RecorderPacket(int start, int command, int reserved, List<RecorderData> data) {
  public static final int QUESTION = 0xaa75;
  public static final int ANSWER = 0x557a;

  /** What stands for the command in the answer to a query that failed. */
  public static final int QUERY_FAILED = 0xfa;

  /** What stands for the command in the answer to a setting that failed. */
  public static final int SETTING_FAILED = 0xfb;

  static final int LICENCE_BYTES = 18;

  public RecorderPacket {
    data = List.copyOf(data);
  }

  /** Asks for what needs no more than the command to be told. */
  public static RecorderPacket question(RecorderCommand command) {
    return new RecorderPacket(QUESTION, command.code(), 0, List.of());
  }

  /** What a recorder answers, or what it is set to; empty if the bytes are no such packet. */
  public static Optional<RecorderPacket> find(Bytes bytes) {
    return find(bytes, RecorderPacket::decode);
  }

  /** What a recorder is asked for; empty if the bytes are no such packet. */
  public static Optional<RecorderPacket> findQuery(Bytes bytes) {
    return find(bytes, RecorderPacket::decodeQuery);
  }

  private static Optional<RecorderPacket> find(
      Bytes bytes, Function<BodyReader, RecorderPacket> decoder) {
    BodyReader in = new BodyReader(bytes);
    try {
      return Optional.of(decoder.apply(in)).filter(read -> in.remaining() == 0);
    } catch (MalformedException noPacket) {
      return Optional.empty();
    }
  }

  /**
   * @throws MalformedException if the bytes are no packet, or one of an unknown command
   */
  public static RecorderPacket decode(BodyReader in) {
    return decode(in, code -> RecorderCommand.find(code).map(RecorderCommand::decoder));
  }

  /**
   * @throws MalformedException if the bytes are no packet
   */
  public static RecorderPacket decodeQuery(BodyReader in) {
    return decode(in, code -> Optional.of(RecorderPeriod::decode));
  }

  private static RecorderPacket decode(
      BodyReader in, Function<Integer, Optional<Function<BodyReader, RecorderData>>> decoders) {
    int checksum = checksum(in.ahead().rest());
    int start = in.field("start").u16();
    require(start, value -> value == QUESTION || value == ANSWER);
    int command = in.field("command").u8();
    int length = hasLength(command) ? in.field("length", "bytes").u16() : 0;
    int reserved = in.field("reserved").u8();
    BodyReader blocks = in.part(length);
    List<RecorderData> data =
        decoders
            .apply(command)
            .filter(decoder -> length > 0)
            .map(decoder -> blocks(blocks, decoder))
            .orElse(List.of());
    require(blocks.remaining(), left -> left == 0);
    require(in.field("checksum").u8(), value -> value == checksum);
    return new RecorderPacket(start, command, reserved, data);
  }

  private static List<RecorderData> blocks(
      BodyReader in, Function<BodyReader, RecorderData> decoder) {
    List<RecorderData> data = new ArrayList<>();
    while (in.remaining() > 0) {
      in.enter("data", data.size());
      data.add(decoder.apply(in));
      in.leave();
    }
    return data;
  }

  private static void require(int value, Predicate<Integer> condition) {
    if (!condition.test(value)) {
      throw new MalformedException(Reason.MALFORMED, value + " in a packet of a recorder");
    }
  }

  private static boolean hasLength(int command) {
    return command != QUERY_FAILED && command != SETTING_FAILED;
  }

  /** XOR of all bytes but the last one. */
  private static int checksum(Bytes bytes) {
    int checksum = 0;
    for (int i = 0; i < bytes.length() - 1; i++) {
      checksum ^= bytes.at(i);
    }
    return checksum;
  }

  public Bytes encode() {
    BodyWriter blocks = new BodyWriter();
    data.forEach(block -> block.encode(blocks));
    BodyWriter out = new BodyWriter().u16(start).u8(command);
    if (hasLength(command)) {
      out.u16(blocks.length());
    }
    out.u8(reserved).bytes(blocks.toBytes());
    Bytes unsigned = out.u8(0).toBytes();
    out.setU8(out.length() - 1, checksum(unsigned));
    return out.toBytes();
  }
}
