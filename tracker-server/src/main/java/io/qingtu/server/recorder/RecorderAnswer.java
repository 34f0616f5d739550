package io.qingtu.server.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.message.recorder.RecorderCommand;
import io.qingtu.protocol.message.recorder.RecorderPacket;
import io.qingtu.protocol.message.recorder.RecorderVehicle;
import io.qingtu.server.store.StoredMessage;
import java.util.Locale;
import java.util.Optional;

/**
 * What a driving recorder answers that is asked for its vehicle: 采集车辆信息, 05H of GB/T 19056-2012. Of
 * a packet that is not whole nothing is believed: a VIN with a wrong letter is another vehicle's.
 */
public final class RecorderAnswer {
  public static final String NO_PACKET = "no answer of a recorder";
  public static final String LENGTH = "the recorder's answer has another length";
  public static final String CHECKSUM = "the recorder's answer has a wrong checksum";
  public static final String FAILED = "the recorder failed";
  public static final String OTHER_COMMAND = "the recorder answers another command";

  private static final int COMMAND_AT = 2;
  private static final int LENGTH_AT = 3;
  private static final int HEAD_BYTES = 6;

  /** That a query failed is told without a length. */
  private static final int SHORTEST = 5;

  /** VIN, plate and its category. */
  private static final int VEHICLE_BYTES = 17 + 12 + 12;

  private static final String VIN = "[A-HJ-NPR-Z0-9]{17}";

  /** What a recorder tells that was never set: zeros, for one. */
  private static final String ALL_ALIKE = "(.)\\1*";

  private RecorderAnswer() {}

  /** Whether a report answers this question, or that it could not be answered. */
  public static boolean isMeant(RecorderReport report) {
    return report.command() == RecorderCommand.VEHICLE.code()
        || report.command() == RecorderPacket.QUERY_FAILED;
  }

  /** Why a block of 0x0700 does not tell the vehicle, in words; empty where it does. */
  public static Optional<String> fault(Bytes block) {
    if (block.length() < SHORTEST || word(block, 0) != RecorderPacket.ANSWER) {
      return Optional.of(NO_PACKET);
    }
    boolean failed = block.at(COMMAND_AT) == RecorderPacket.QUERY_FAILED;
    int length = failed ? 0 : word(block, LENGTH_AT);
    if (!failed && block.length() != HEAD_BYTES + length + 1) {
      return Optional.of(LENGTH);
    } else if (checksum(block) != 0) {
      return Optional.of(CHECKSUM);
    } else if (failed) {
      return Optional.of(FAILED);
    } else if (block.at(COMMAND_AT) != RecorderCommand.VEHICLE.code()) {
      return Optional.of(OTHER_COMMAND);
    }
    return length == VEHICLE_BYTES ? Optional.empty() : Optional.of(LENGTH);
  }

  /**
   * By which VIN the recorder knows its vehicle, in capitals; blank where by none. Empty where the
   * block does not tell it, see {@link #fault}.
   */
  public static Optional<String> vin(Bytes block) {
    if (fault(block).isPresent()) {
      return Optional.empty();
    }
    return RecorderPacket.find(block).stream()
        .flatMap(packet -> packet.data().stream())
        .map(RecorderVehicle.class::cast)
        .map(vehicle -> vehicle.vin().strip().toUpperCase(Locale.ROOT))
        .map(vin -> vin.matches(VIN) && !vin.matches(ALL_ALIKE) ? vin : "")
        .findFirst();
  }

  /** As above, of a terminal's reply on file; empty of every other message. */
  public static Optional<String> vin(StoredMessage reply) {
    if (reply.messageId() != RecorderReport.ID) {
      return Optional.empty();
    }
    ProtocolVersion version = ProtocolVersion.valueOf(reply.version());
    return vin(RecorderReport.decode(new BodyReader(reply.body()), version).block());
  }

  private static int word(Bytes block, int at) {
    return block.at(at) << 8 | block.at(at + 1);
  }

  /** XOR of all bytes, 0 where the last one is that of those before it. */
  private static int checksum(Bytes block) {
    int checksum = 0;
    for (int i = 0; i < block.length(); i++) {
      checksum ^= block.at(i);
    }
    return checksum;
  }
}
