package io.qingtu.server.command;

import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.OpenCommand;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A command on its way over one connection. Serial numbers begin anew with each connection, so that
 * no reply on another one can be meant.
 */
final class InFlight {
  final long commandId;
  final String phone;
  final CommandKind kind;
  final TerminalSession session;

  /** Whether its reply has come and is only to be filed. */
  volatile boolean done;

  private final List<SerialNumbers> sent = new CopyOnWriteArrayList<>();
  private volatile int messageId;

  InFlight(OpenCommand command, CommandKind kind, TerminalSession session) {
    this.commandId = command.id();
    this.phone = command.phone();
    this.kind = kind;
    this.session = session;
  }

  /** It goes out, once more perhaps: any of its serial numbers may come back. */
  void sent(int id, SerialNumbers serials) {
    messageId = id;
    sent.add(serials);
  }

  /** Whether this reply answers it. */
  boolean isAnsweredBy(TerminalSession from, Reply reply) {
    return from == session
        && !sent.isEmpty()
        && !done
        && reply.answers(messageId, kind)
        && reply.serialNumber().map(n -> sent.stream().anyMatch(s -> s.include(n))).orElse(true);
  }
}
