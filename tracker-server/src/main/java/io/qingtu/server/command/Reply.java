package io.qingtu.server.command;

import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import java.util.Optional;

/**
 * A terminal's reply to a message of the platform's.
 *
 * @param answered id of the message that it names; empty in replies of a kind of their own
 * @param serialNumber that it names; empty where it names none, as some did before 2013
 * @param result 0 is success; empty where the reply is the thing asked for
 */
record Reply(
    int messageId,
    Optional<Integer> answered,
    Optional<Integer> serialNumber,
    Optional<Integer> result) {

  /** Empty where the message is no reply. */
  static Optional<Reply> of(TerminalMessage message) {
    if (message instanceof TerminalGeneralReply r) {
      return Optional.of(
          new Reply(
              r.messageId(),
              Optional.of(r.replyMessageId()),
              Optional.of(r.replySerialNumber()),
              Optional.of(r.result())));
    }
    return Optional.empty();
  }

  boolean isGeneral() {
    return answered.isPresent();
  }

  /** Whether it is of the kind with which a message of a command is answered. */
  boolean answers(int sentId, CommandKind kind) {
    return answered.map(id -> id == sentId).orElse(kind.replyId().equals(Optional.of(messageId)));
  }

  boolean refuses() {
    return result.orElse(0) != 0;
  }

  /** What the result says, in words. */
  String meaning() {
    return switch (result.orElse(0)) {
      case 0 -> "done";
      case 1 -> "the terminal failed";
      case 2 -> isGeneral() ? "the terminal finds the message wrong" : "not supported";
      case 3 -> "not supported";
      default -> "result " + result.get();
    };
  }
}
