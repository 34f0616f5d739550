package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When packets came with a clock that was right, and when with one that was far off, by the
 * server's clock (D06c). Packets may be added in any order, copies of one after the other, which
 * count once; few numbers are kept.
 */
public final class ClockRuns {
  /** Packets that came one after the other with a clock far off. */
  public static final class Off {
    private long from;
    private long to;
    private int packets;

    /** Packets by whole seconds of fix time − received time. */
    private final TreeMap<Long, Integer> offsets = new TreeMap<>();

    private Off(long received, long offset) {
      from = received;
      to = received;
      packets = 1;
      offsets.put(offset / 1000, 1);
    }

    /** When the first was received. */
    public long fromMillis() {
      return from;
    }

    /** When the last was received. */
    public long toMillis() {
      return to;
    }

    public int packets() {
      return packets;
    }

    /** How far the clock was ahead, s; negative where behind. */
    public long medianSeconds() {
      int before = 0;
      for (Map.Entry<Long, Integer> e : offsets.entrySet()) {
        before += e.getValue();
        if (2 * before >= packets) {
          return e.getKey();
        }
      }
      throw new IllegalStateException("a run of no packets");
    }

    /**
     * Whether most packets have one offset: those that come late, or a second time, have others.
     *
     * @param seconds from the median
     */
    public boolean isSteady(double seconds) {
      long median = medianSeconds();
      int alike = 0;
      for (Map.Entry<Long, Integer> e : offsets.entrySet()) {
        alike += Math.abs(e.getKey() - median) <= seconds ? e.getValue() : 0;
      }
      return 2 * alike > packets;
    }

    private void add(Off other) {
      from = Math.min(from, other.from);
      to = Math.max(to, other.to);
      packets += other.packets;
      other.offsets.forEach((offset, count) -> offsets.merge(offset, count, Integer::sum));
    }
  }

  /** A run of packets whose clock was right, from its key in the map on. */
  private static final class Right {
    private long to;

    private Right(long to) {
      this.to = to;
    }
  }

  private static final long RIGHT_GAP = 3_600_000;

  private final long right;
  private final long far;
  private final long gap;
  private final long lasting;
  private final TreeMap<Long, Off> off = new TreeMap<>();
  private final TreeMap<Long, Right> rightRuns = new TreeMap<>();
  private Right newest;
  private long lastReceived = Long.MIN_VALUE;
  private long lastOffset;

  public ClockRuns(Parameters p) {
    right = p.millis(Parameter.CLOCK_S);
    far = p.millis(Parameter.CLOCK_JUMP_S);
    gap = p.millis(Parameter.GAP_S);
    lasting = p.millis(Parameter.CLOCK_RUN_S);
  }

  public void add(Position packet) {
    long received = packet.receivedTime().toEpochMilli();
    long offset = packet.fixTime().toEpochMilli() - received;
    if (received == lastReceived && offset == lastOffset) {
      return;
    }
    lastReceived = received;
    lastOffset = offset;
    if (Math.abs(offset) <= right) {
      addRight(received);
    } else if (Math.abs(offset) > far) {
      addOff(new Off(received, offset));
    }
  }

  /**
   * The runs far off that follow or precede a time, within an hour, with a clock that was right.
   */
  public List<Off> jumps() {
    List<Off> jumps = new ArrayList<>();
    for (Off run : off.values()) {
      Map.Entry<Long, Right> before = rightRuns.floorEntry(run.from);
      Map.Entry<Long, Right> after = rightRuns.higherEntry(run.from);
      if (lasts(before) && before.getValue().to + RIGHT_GAP >= run.from
          || lasts(after) && after.getKey() <= run.to + RIGHT_GAP) {
        jumps.add(run);
      }
    }
    return jumps;
  }

  private boolean lasts(Map.Entry<Long, Right> rightRun) {
    return rightRun != null && rightRun.getValue().to - rightRun.getKey() >= lasting;
  }

  private void addRight(long at) {
    if (newest != null && at >= newest.to && at - newest.to <= RIGHT_GAP) {
      newest.to = at; // the usual packet
      return;
    }
    Map.Entry<Long, Right> before = rightRuns.floorEntry(at);
    long from = at;
    long to = at;
    if (before != null && at - before.getValue().to <= RIGHT_GAP) {
      if (at <= before.getValue().to) {
        return;
      }
      from = before.getKey();
    }
    Map.Entry<Long, Right> next = rightRuns.higherEntry(at);
    if (next != null && next.getKey() - at <= RIGHT_GAP) {
      to = next.getValue().to;
      rightRuns.remove(next.getKey());
    }
    rightRuns.put(from, new Right(to));
    newest = rightRuns.lastEntry().getValue();
  }

  private void addOff(Off packet) {
    Off run = packet;
    Map.Entry<Long, Off> before = off.floorEntry(packet.from);
    if (before != null && packet.from - before.getValue().to <= gap) {
      run = before.getValue();
      run.add(packet);
    }
    Map.Entry<Long, Off> next = off.higherEntry(packet.from);
    if (next != null && next.getKey() - packet.from <= gap) {
      off.remove(next.getKey());
      run.add(next.getValue());
    }
    off.put(run.from, run);
  }
}
