package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** A message of which some sub-packages have come. */
final class Transfer {
  // array, view and map entry: parts without a body are not free
  private static final int PART_OVERHEAD_BYTES = 128;

  private final Header anyPart;
  private final Set<Deviation> deviations;
  private final boolean again;
  private final Map<Integer, Bytes> parts = new HashMap<>();
  private int bytes;
  private boolean prompted;
  private int tries;
  private Instant lastPart;
  private Instant nextTry;

  /**
   * @param again whether the message was complete before: nothing is asked for
   */
  Transfer(Frame first, boolean again) {
    this.anyPart = first.header();
    this.deviations = first.deviations();
    this.again = again;
  }

  static int cost(Frame part) {
    return part.body().length() + PART_OVERHEAD_BYTES;
  }

  /** The part as it came before; null where it did not. */
  Bytes find(Frame part) {
    return parts.get(index(part));
  }

  void add(Frame part, int cost, Instant now, Duration patience) {
    // a copy: what was cut out of a frame holds the whole frame
    parts.put(index(part), Bytes.copyOf(part.body().toArray()));
    bytes += cost;
    tries = 0;
    seen(now);
    nextTry = now.plus(patience);
  }

  /** A part came again: the terminal waits for its answer before it sends the next. */
  void repeated(Instant now) {
    prompted = true;
    seen(now);
  }

  private void seen(Instant now) {
    lastPart = now;
  }

  boolean isComplete() {
    return parts.size() == total();
  }

  /** Whether the message was complete before. */
  boolean isAgain() {
    return again;
  }

  boolean isPrompted() {
    return prompted;
  }

  int bytes() {
    return bytes;
  }

  Instant lastPart() {
    return lastPart;
  }

  /** When missing parts are to be asked for, if ever again. */
  boolean isDue(Instant now, int mostTries) {
    return mayAsk(mostTries) && !now.isBefore(nextTry);
  }

  boolean mayAsk(int mostTries) {
    return !again && tries < mostTries;
  }

  Instant nextTry() {
    return nextTry;
  }

  /** One try more; the pauses grow by the first one each. */
  PartAssembler.Request ask(Instant now, Duration patience) {
    tries++;
    nextTry = now.plus(patience.multipliedBy(tries + 1L));
    return new PartAssembler.Request(
        header(1), total(), missing(), tries, Optional.ofNullable(parts.get(1)));
  }

  List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int index = 1; index <= total(); index++) {
      if (!parts.containsKey(index)) {
        missing.add(index);
      }
    }
    return missing;
  }

  List<Header> headers() {
    return IntStream.rangeClosed(1, total()).mapToObj(this::header).toList();
  }

  /** The message, its parts in a row. */
  Frame join(BinaryOperator<Bytes> content) {
    Bytes first = parts.get(1);
    byte[] body = new byte[parts.values().stream().mapToInt(Bytes::length).sum()];
    int length = 0;
    for (int index = 1; index <= total(); index++) {
      Bytes part = parts.get(index);
      byte[] piece = (index == 1 ? part : content.apply(first, part)).toArray();
      System.arraycopy(piece, 0, body, length, piece.length);
      length += piece.length;
    }
    return new Frame(header(1), Bytes.wrap(body, 0, length), deviations);
  }

  /** Of a part, as if it were a message of its own. */
  private Header header(int index) {
    int first = anyPart.serialNumber() - anyPart.part().orElseThrow().index() + 1;
    return new Header(
        anyPart.messageId(),
        anyPart.version(),
        anyPart.revision(),
        anyPart.encryption(),
        anyPart.phone(),
        first + index - 1 & 0xffff,
        Optional.empty());
  }

  private int total() {
    return anyPart.part().orElseThrow().total();
  }

  private static int index(Frame part) {
    return part.header().part().orElseThrow().index();
  }
}
