package io.qingtu.server.safety;

import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.TerminalSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Which alarms' evidence was asked for and not answered yet. Any thread. */
final class AskedAlarms {
  private static final int MOST = 64;

  private record Asked(TerminalSession session, SerialNumbers serials, long alarm) {}

  private final Map<String, Deque<Asked>> byPhone = new HashMap<>();

  synchronized void sent(TerminalSession session, SerialNumbers serials, long alarm) {
    session
        .terminal()
        .ifPresent(
            t -> {
              Deque<Asked> open = byPhone.computeIfAbsent(t.phone(), p -> new ArrayDeque<>());
              if (open.size() == MOST) {
                open.removeFirst();
              }
              open.addLast(new Asked(session, serials, alarm));
            });
  }

  /** The alarm that the terminal's reply is about; empty where nothing was asked under it. */
  synchronized Optional<Long> answered(TerminalSession session, int serialNumber) {
    Deque<Asked> open =
        session.terminal().map(t -> byPhone.get(t.phone())).orElseGet(ArrayDeque::new);
    for (Iterator<Asked> all = open.iterator(); all.hasNext(); ) {
      Asked next = all.next();
      if (next.session() == session && next.serials().include(serialNumber)) {
        all.remove();
        return Optional.of(next.alarm());
      }
    }
    return Optional.empty();
  }

  /** The terminal has a new connection: nobody answers on the old one. */
  synchronized void forget(TerminalSession session) {
    session.terminal().ifPresent(t -> byPhone.remove(t.phone()));
  }
}
