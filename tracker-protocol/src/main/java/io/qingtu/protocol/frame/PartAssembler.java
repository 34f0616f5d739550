package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Joins sub-packages (分包) to the message that they are parts of. Parts may come in any order and
 * repeatedly. A transfer is named by terminal, message id, number of parts and the serial number of
 * its first part, so that two transfers of the same kind do not mix; a part that comes again with
 * other bytes is one of another transfer, as after a restart of the terminal, and begins it.
 *
 * <p>Bounded in transfers, bytes and age: what is too much pushes out the transfer that has waited
 * longest for a part. Not for concurrent use.
 */
public final class PartAssembler {
  /**
   * What may wait.
   *
   * @param transfers unfinished messages
   * @param bytes of memory for all of them together, body and what a part costs beside
   * @param age since the last part of a transfer
   * @param patience without a part until missing ones are asked for; the pauses grow by as much
   * @param tries how often missing parts are asked for without any coming
   */
  public record Limits(int transfers, int bytes, Duration age, Duration patience, int tries) {
    /** For one terminal: a picture of some 900 full parts, and a minute. */
    public static final Limits STANDARD = new Limits(8, 1024 * 1024, Duration.ofSeconds(60));

    /** Nothing is asked for. */
    public Limits(int transfers, int bytes, Duration age) {
      this(transfers, bytes, age, age, 0);
    }
  }

  /** What has become of a part. */
  public enum Outcome {
    /** was the last one missing */
    WHOLE,
    KEPT,
    /** kept; the terminal sends each part until it is answered */
    PROMPTED,
    /** no room */
    DROPPED
  }

  /** How a transfer ended. */
  public enum End {
    COMPLETED,
    /** no part for too long */
    EXPIRED,
    /** no room */
    DROPPED,
    /** another one took its serial numbers */
    REPLACED,
    /** it was no transfer: some parts of a complete message had come again */
    REPEATED
  }

  /** Hears of what happens to transfers. */
  public interface Watch {
    void opened();

    void ended(End end);
  }

  /**
   * What became of a frame.
   *
   * @param whole the message, as one frame with the header of its first part
   * @param answers headers of all parts of the message; of a frame that is no part its own
   */
  public record Added(Outcome outcome, Optional<Frame> whole, List<Header> answers) {}

  /**
   * Parts to be asked for.
   *
   * @param first header of the first part, whether it has come or not
   * @param tries how often they have been asked for, with this time
   * @param firstBody body of the first part, if it has come
   */
  public record Request(
      Header first, int total, List<Integer> missing, int tries, Optional<Bytes> firstBody) {}

  private record Key(TerminalPhone phone, int messageId, int total, int firstSerialNumber) {}

  private static final int REMEMBERED = 32;

  /** For those who need not hear. */
  public static final Watch NOBODY =
      new Watch() {
        @Override
        public void opened() {}

        @Override
        public void ended(End end) {}
      };

  private final Limits limits;
  private final PartBudget budget;
  private final Watch watch;
  // in the order of their last part, so that the first is the one to give up
  private final Map<Key, Transfer> transfers = new LinkedHashMap<>();
  private final Map<Key, Instant> completed = new LinkedHashMap<>();
  private int bytes;

  public PartAssembler(Limits limits) {
    this(limits, new PartBudget(Long.MAX_VALUE), NOBODY);
  }

  /**
   * @param budget shared with others; where it is used up, this one's own transfers go
   */
  public PartAssembler(Limits limits, PartBudget budget, Watch watch) {
    this.limits = limits;
    this.budget = budget;
    this.watch = watch;
  }

  /**
   * Takes one frame.
   *
   * @param now when it was received; must not go back
   * @return the whole message, as one frame with the header of its first part, once nothing is
   *     missing any more; a frame that is no sub-package as it is
   */
  public Optional<Frame> add(Frame frame, Instant now) {
    return add(frame, now, (first, later) -> later).whole();
  }

  /**
   * As {@link #add(Frame, Instant)}.
   *
   * @param content what a part adds to the message, from the first part and itself
   */
  public Added add(Frame frame, Instant now, BinaryOperator<Bytes> content) {
    if (frame.header().part().isEmpty()) {
      return new Added(Outcome.WHOLE, Optional.of(frame), List.of(frame.header()));
    }
    expire(now);
    Key key = key(frame.header(), frame.header().part().get());
    Transfer transfer = youngest(key, frame);
    if (transfer.find(frame) != null) {
      transfer.repeated(now);
      return kept(Outcome.PROMPTED);
    }
    int cost = Transfer.cost(frame);
    if (!makeRoom(key, cost)) {
      return kept(Outcome.DROPPED);
    }
    transfer.add(frame, cost, now, limits.patience());
    bytes += cost;
    if (!transfer.isComplete()) {
      return kept(transfer.isPrompted() ? Outcome.PROMPTED : Outcome.KEPT);
    }
    end(key, End.COMPLETED);
    remember(key, now);
    return new Added(Outcome.WHOLE, Optional.of(transfer.join(content)), transfer.headers());
  }

  private static Added kept(Outcome outcome) {
    return new Added(outcome, Optional.empty(), List.of());
  }

  /** The transfer of a part, now the last in line. */
  private Transfer youngest(Key key, Frame part) {
    Transfer transfer = transfers.get(key);
    if (transfer != null
        && transfer.find(part) != null
        && !transfer.find(part).equals(part.body())) {
      end(key, End.REPLACED);
      transfer = null;
    }
    if (transfer == null) {
      transfer = new Transfer(part, completed.containsKey(key));
      watch.opened();
    }
    transfers.remove(key);
    transfers.put(key, transfer);
    return transfer;
  }

  /** Gives up the oldest until a part fits; false where its own transfer was the last to go. */
  private boolean makeRoom(Key key, int cost) {
    while (transfers.size() > limits.transfers()
        || bytes + cost > limits.bytes()
        || !budget.take(cost)) {
      Key oldest = transfers.keySet().iterator().next();
      end(oldest, End.DROPPED);
      if (oldest.equals(key)) {
        return false;
      }
    }
    return true;
  }

  /** Parts that a transfer still waits for, ascending, by any of its sub-packages. */
  public List<Integer> missing(Header subPackage) {
    Transfer transfer = transfers.get(key(subPackage, subPackage.part().orElseThrow()));
    return transfer == null ? List.of() : transfer.missing();
  }

  /** The parts to be asked for now. */
  public List<Request> ask(Instant now) {
    expire(now);
    return transfers.values().stream()
        .filter(t -> t.isDue(now, limits.tries()))
        .map(t -> t.ask(now, limits.patience()))
        .toList();
  }

  /** When {@link #ask} has something to do next. */
  public Optional<Instant> nextDue() {
    Stream<Instant> tries =
        transfers.values().stream().filter(t -> t.mayAsk(limits.tries())).map(Transfer::nextTry);
    Stream<Instant> ends =
        transfers.values().stream().limit(1).map(t -> t.lastPart().plus(limits.age()));
    return Stream.concat(tries, ends).min(Instant::compareTo);
  }

  /** Forgets what has waited too long. */
  public void expire(Instant now) {
    Instant limit = now.minus(limits.age());
    List<Key> late = new ArrayList<>();
    for (Map.Entry<Key, Transfer> oldest : transfers.entrySet()) {
      if (!oldest.getValue().lastPart().isBefore(limit)) {
        break;
      }
      late.add(oldest.getKey());
    }
    late.forEach(key -> end(key, transfers.get(key).isAgain() ? End.REPEATED : End.EXPIRED));
    completed.values().removeIf(at -> at.isBefore(limit));
  }

  /** The terminal has begun to count anew: what comes now was not complete before. */
  public void forgetCompleted() {
    completed.clear();
  }

  /** Whether nothing is waited for nor remembered. */
  public boolean isEmpty() {
    return transfers.isEmpty() && completed.isEmpty();
  }

  /** Memory that waits, in bytes, as {@link Limits} counts it. */
  public int waitingBytes() {
    return bytes;
  }

  /** What comes again of a message that was complete is no reason to ask for the rest of it. */
  private void remember(Key key, Instant now) {
    completed.remove(key);
    completed.put(key, now);
    if (completed.size() > REMEMBERED) {
      Iterator<Key> oldestFirst = completed.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
  }

  private static Key key(Header header, Part part) {
    int first = header.serialNumber() - (part.index() - 1) & 0xffff;
    return new Key(header.phone(), header.messageId(), part.total(), first);
  }

  private void end(Key key, End end) {
    int freed = transfers.remove(key).bytes();
    bytes -= freed;
    budget.give(freed);
    watch.ended(end);
  }
}
