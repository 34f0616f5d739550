package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins sub-packages (分包) to the message that they are parts of. Parts may come in any order and
 * repeatedly. A transfer is named by terminal, message id, number of parts and the serial number of
 * its first part, so that two transfers of the same kind do not mix.
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
   */
  public record Limits(int transfers, int bytes, Duration age) {
    /** For one terminal: a picture of some 900 full parts, and a minute. */
    public static final Limits STANDARD = new Limits(8, 1024 * 1024, Duration.ofSeconds(60));
  }

  private record Key(TerminalPhone phone, int messageId, int total, int firstSerialNumber) {}

  private static final class Transfer {
    private final Map<Integer, Frame> parts = new LinkedHashMap<>();
    private int bytes;
    private Instant lastPart;
  }

  // header, frame and map entry: parts without a body are not free
  private static final int PART_OVERHEAD_BYTES = 128;

  private final Limits limits;
  // in the order of their last part, so that the first is the one to give up
  private final Map<Key, Transfer> transfers = new LinkedHashMap<>();
  private int bytes;

  public PartAssembler(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes one frame.
   *
   * @param now when it was received; must not go back
   * @return the whole message, as one frame with the header of its first part, once nothing is
   *     missing any more; a frame that is no sub-package as it is
   */
  public Optional<Frame> add(Frame frame, Instant now) {
    if (frame.header().part().isEmpty()) {
      return Optional.of(frame);
    }
    dropOlderThan(now.minus(limits.age()));
    Part part = frame.header().part().get();
    Key key = key(frame.header(), part);
    Transfer transfer = transfers.remove(key);
    if (transfer == null) {
      transfer = new Transfer();
    }
    transfers.put(key, transfer);
    transfer.lastPart = now;
    if (transfer.parts.putIfAbsent(part.index(), frame) == null) {
      int cost = frame.body().length() + PART_OVERHEAD_BYTES;
      transfer.bytes += cost;
      bytes += cost;
    }
    if (transfer.parts.size() == part.total()) {
      remove(key);
      return Optional.of(join(transfer, part.total()));
    }
    dropExcess();
    return Optional.empty();
  }

  /** Parts that a transfer still waits for, ascending, by any of its sub-packages. */
  public List<Integer> missing(Header subPackage) {
    Part part = subPackage.part().orElseThrow();
    Transfer transfer = transfers.get(key(subPackage, part));
    List<Integer> missing = new ArrayList<>();
    for (int index = 1; transfer != null && index <= part.total(); index++) {
      if (!transfer.parts.containsKey(index)) {
        missing.add(index);
      }
    }
    return missing;
  }

  /** Memory that waits, in bytes, as {@link Limits} counts it. */
  public int waitingBytes() {
    return bytes;
  }

  private static Key key(Header header, Part part) {
    int first = header.serialNumber() - (part.index() - 1) & 0xffff;
    return new Key(header.phone(), header.messageId(), part.total(), first);
  }

  private static Frame join(Transfer transfer, int total) {
    BodyWriter body = new BodyWriter();
    for (int index = 1; index <= total; index++) {
      body.bytes(transfer.parts.get(index).body());
    }
    Frame first = transfer.parts.get(1);
    Bytes whole = body.toBytes();
    return new Frame(first.header().whole(), whole, first.deviations());
  }

  private void dropOlderThan(Instant limit) {
    Iterator<Transfer> oldestFirst = transfers.values().iterator();
    while (oldestFirst.hasNext()) {
      Transfer transfer = oldestFirst.next();
      if (!transfer.lastPart.isBefore(limit)) {
        return;
      }
      oldestFirst.remove();
      bytes -= transfer.bytes;
    }
  }

  private void dropExcess() {
    while (transfers.size() > limits.transfers() || bytes > limits.bytes()) {
      remove(transfers.keySet().iterator().next());
    }
  }

  private void remove(Key key) {
    bytes -= transfers.remove(key).bytes;
  }
}
