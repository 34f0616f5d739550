package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When packets came with a clock that was right, and when with one that was far off, by the
 * server's clock (D06c). Packets may be added in any order; few numbers are kept.
 */
public final class ClockRuns {
  /**
   * Packets that came one after the other with a clock far off.
   *
   * @param fromMillis when the first was received
   * @param toMillis when the last was
   * @param leastMillis smallest fix time − received time
   * @param mostMillis greatest
   */
  public record Off(
      long fromMillis, long toMillis, int packets, long leastMillis, long mostMillis) {
    private Off with(Off other) {
      return new Off(
          Math.min(fromMillis, other.fromMillis),
          Math.max(toMillis, other.toMillis),
          packets + other.packets,
          Math.min(leastMillis, other.leastMillis),
          Math.max(mostMillis, other.mostMillis));
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

  public ClockRuns(Parameters p) {
    right = p.millis(Parameter.CLOCK_S);
    far = p.millis(Parameter.CLOCK_JUMP_S);
    gap = p.millis(Parameter.GAP_S);
    lasting = p.millis(Parameter.CLOCK_RUN_S);
  }

  public void add(Position packet) {
    long received = packet.receivedTime().toEpochMilli();
    long offset = packet.fixTime().toEpochMilli() - received;
    if (Math.abs(offset) <= right) {
      addRight(received);
    } else if (Math.abs(offset) > far) {
      addOff(new Off(received, received, 1, offset, offset));
    }
  }

  /**
   * The runs far off that follow or precede a time, within an hour, with a clock that was right.
   */
  public List<Off> jumps() {
    List<Off> jumps = new ArrayList<>();
    for (Off run : off.values()) {
      Map.Entry<Long, Right> before = rightRuns.floorEntry(run.fromMillis);
      Map.Entry<Long, Right> after = rightRuns.higherEntry(run.fromMillis);
      if (lasts(before) && before.getValue().to + RIGHT_GAP >= run.fromMillis
          || lasts(after) && after.getKey() <= run.toMillis + RIGHT_GAP) {
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
    Map.Entry<Long, Off> before = off.floorEntry(packet.fromMillis);
    if (before != null && packet.fromMillis - before.getValue().toMillis <= gap) {
      run = before.getValue().with(run);
      off.remove(before.getKey());
    }
    Map.Entry<Long, Off> next = off.higherEntry(packet.fromMillis);
    if (next != null && next.getKey() - packet.fromMillis <= gap) {
      run = run.with(next.getValue());
      off.remove(next.getKey());
    }
    off.put(run.fromMillis, run);
  }
}
