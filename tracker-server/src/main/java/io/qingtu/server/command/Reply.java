package io.qingtu.server.command;

import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.area.AreaReply;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.location.LocationReply;
import io.qingtu.protocol.message.management.AttributesReply;
import io.qingtu.protocol.message.management.ParametersReply;
import io.qingtu.protocol.message.media.ShootReply;
import io.qingtu.protocol.message.media.StoredMediaReply;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.message.vehicle.VehicleControlReply;
import io.qingtu.protocol.message.video.AudioVideoAttributes;
import io.qingtu.protocol.message.video.RecordingList;
import io.qingtu.server.recorder.RecorderAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A terminal's reply to a message of the platform's.
 *
 * @param answered id of the message that it names; empty in replies of a kind of their own
 * @param serialNumber that it names; empty where it names none, as some did before 2013
 * @param result 0 is success; empty where the reply is the thing asked for
 * @param fault why the thing asked for is not in it, in words; empty where it is
 * @param mediaIds of pictures that follow or have come
 * @param recorderVin by which the driving recorder knows its vehicle; blank where by none, empty
 *     where the reply is about something else
 */
record Reply(
    int messageId,
    Optional<Integer> answered,
    Optional<Integer> serialNumber,
    Optional<Integer> result,
    Optional<String> fault,
    List<Long> mediaIds,
    Optional<String> recorderVin) {

  /** Empty where the message is no reply. */
  static Optional<Reply> of(TerminalMessage message) {
    if (message instanceof TerminalGeneralReply r) {
      return Optional.of(
          new Reply(
              r.messageId(),
              Optional.of(r.replyMessageId()),
              Optional.of(r.replySerialNumber()),
              Optional.of(r.result()),
              Optional.empty(),
              List.of(),
              Optional.empty()));
    } else if (message instanceof ShootReply r) {
      return Optional.of(
          new Reply(
              r.messageId(),
              Optional.empty(),
              Optional.of(r.replySerialNumber()),
              Optional.of(r.result()),
              Optional.empty(),
              r.mediaIds(),
              Optional.empty()));
    } else if (message instanceof RecorderReport r) {
      return Optional.of(r).filter(RecorderAnswer::isMeant).map(Reply::recorder);
    } else if (message instanceof LocationReply r) {
      return thing(r, r.replySerialNumber());
    } else if (message instanceof ParametersReply r) {
      return thing(r, OptionalInt.of(r.replySerialNumber()));
    } else if (message instanceof VehicleControlReply r) {
      return thing(r, OptionalInt.of(r.replySerialNumber()));
    } else if (message instanceof StoredMediaReply r) {
      return thing(r, OptionalInt.of(r.replySerialNumber()));
    } else if (message instanceof RecordingList r) {
      return thing(r, OptionalInt.of(r.replySerialNumber()));
    } else if (message instanceof AttributesReply
        || message instanceof AudioVideoAttributes
        || message instanceof AreaReply) {
      return thing(message, OptionalInt.empty());
    }
    return Optional.empty();
  }

  /** A reply that is the thing asked for. */
  private static Optional<Reply> thing(TerminalMessage message, OptionalInt serialNumber) {
    return Optional.of(
        new Reply(
            message.messageId(),
            Optional.empty(),
            boxed(serialNumber),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  /** What the driving recorder says, which is worth no more than its own packet. */
  private static Reply recorder(RecorderReport report) {
    return new Reply(
        report.messageId(),
        Optional.empty(),
        boxed(report.replySerialNumber()),
        Optional.empty(),
        RecorderAnswer.fault(report.block()),
        List.of(),
        RecorderAnswer.vin(report.block()));
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  boolean isGeneral() {
    return answered.isPresent();
  }

  /** Whether it is of the kind with which a message of a command is answered. */
  boolean answers(int sentId, CommandKind kind) {
    return answered.map(id -> id == sentId).orElse(kind.replyId().equals(Optional.of(messageId)));
  }

  /** Whether it says no, or says nothing that can be believed. */
  boolean refuses() {
    return fault.isPresent() || result.orElse(0) != 0;
  }

  /** What the result says, in words. */
  String meaning() {
    if (fault.isPresent()) {
      return fault.get();
    }
    return switch (result.orElse(0)) {
      case 0 -> "done";
      case 1 -> "the terminal failed";
      case 2 -> isGeneral() ? "the terminal finds the message wrong" : "not supported";
      case 3 -> "not supported";
      default -> "result " + result.get();
    };
  }
}
