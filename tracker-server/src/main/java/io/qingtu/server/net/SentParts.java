package io.qingtu.server.net;

import io.qingtu.protocol.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last long messages that went out over a connection, for a terminal that has lost parts of
 * one. Bounded in messages and bytes.
 */
final class SentParts {
  static final int MOST_MESSAGES = 8;
  static final int MOST_BYTES = 256 * 1024;

  private record Message(List<Frame> parts, int bytes) {}

  private final Deque<Message> newestFirst = new ArrayDeque<>();
  private int bytes;

  /** Keeps a message; one that went out in one packet is nothing to ask for. */
  void add(List<Frame> parts) {
    if (parts.size() < 2) {
      return;
    }
    Message message =
        new Message(List.copyOf(parts), parts.stream().mapToInt(p -> p.body().length()).sum());
    newestFirst.addFirst(message);
    bytes += message.bytes;
    while (newestFirst.size() > MOST_MESSAGES || bytes > MOST_BYTES) {
      bytes -= newestFirst.removeLast().bytes;
    }
  }

  /**
   * The parts as they went out; indexes that the message does not have are passed over.
   *
   * @param firstSerialNumber of the message's first part
   * @return empty where no such message is kept
   */
  Optional<List<Frame>> find(int firstSerialNumber, List<Integer> indexes) {
    return newestFirst.stream()
        .map(Message::parts)
        .filter(parts -> parts.get(0).header().serialNumber() == firstSerialNumber)
        .findFirst()
        .map(
            parts ->
                indexes.stream()
                    .filter(i -> i >= 1 && i <= parts.size())
                    .map(i -> parts.get(i - 1))
                    .toList());
  }
}
