package io.qingtu.route.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When packets of one vehicle were received, as runs without a long silence. Packets may be added
 * in any order; few numbers are kept however many there are.
 */
public final class LinkRuns {
  /** What was known of the vehicle at one fix. */
  public record Known(Position fix, boolean moving, boolean loaded) {}

  /**
   * A silence, with the newest fix that had been received when it began.
   *
   * @param filled whether fixes of that time came later
   */
  public record Break(Silence silence, Known known, boolean filled) {}

  private static final class Run {
    long to;

    /** Null where only the link is known to have been there. */
    Position newest;

    boolean moving;
    boolean loaded;

    void take(long received, Position fix, boolean fixMoving, boolean fixLoaded) {
      to = Math.max(to, received);
      if (fix != null && (newest == null || !fix.fixTime().isBefore(newest.fixTime()))) {
        newest = fix;
        moving = fixMoving;
        loaded = fixLoaded;
      }
    }

    void take(Run other) {
      take(other.to, other.newest, other.moving, other.loaded);
    }
  }

  private final long silence;
  private final long late;
  private final TreeMap<Long, Run> received = new TreeMap<>();
  private final TreeMap<Long, Run> lateFixes = new TreeMap<>();
  private Run newest;
  private long newestFrom;

  /**
   * @param silenceMillis shortest silence
   * @param lateMillis age from which a packet is late
   */
  public LinkRuns(long silenceMillis, long lateMillis) {
    this.silence = silenceMillis;
    this.late = lateMillis;
  }

  /** A packet that tells nothing but that the link was there. */
  public void add(Instant receivedTime) {
    receive(receivedTime.toEpochMilli(), null, false, false);
  }

  /** Of one fix the last that is added is what is known of it. */
  public void add(Position fix, boolean moving, boolean loaded) {
    long at = fix.receivedTime().toEpochMilli();
    receive(at, fix, moving, loaded);
    long taken = fix.fixTime().toEpochMilli();
    if (at - taken > late) {
      run(lateFixes, taken).take(taken, fix, moving, loaded);
    }
  }

  /**
   * The silences up to a moment; the last may last on. Packets that were received after it, as late
   * ones are that come in the order of their fixes, say nothing yet: others may have come before.
   */
  public List<Break> breaks(Instant until) {
    List<Break> found = new ArrayList<>();
    Run sum = new Run();
    NavigableMap<Long, Run> sofar = received.headMap(until.toEpochMilli(), true);
    for (Map.Entry<Long, Run> e : sofar.entrySet()) {
      Run run = e.getValue();
      sum.take(run);
      Long next = sofar.higherKey(e.getKey());
      long end = next == null ? until.toEpochMilli() : next;
      if (sum.newest != null && end - run.to >= silence) {
        Instant to = next == null ? null : Instant.ofEpochMilli(next);
        Silence s = new Silence(Instant.ofEpochMilli(run.to), to);
        Known known = new Known(sum.newest, sum.moving, sum.loaded);
        found.add(new Break(s, known, to != null && filled(known, next)));
      }
    }
    return found;
  }

  /** Most packets come into the newest run: they need no look at the others. */
  private void receive(long at, Position fix, boolean moving, boolean loaded) {
    if (newest != null && at >= newestFrom && at - newest.to < silence) {
      newest.take(at, fix, moving, loaded);
    } else {
      run(received, at).take(at, fix, moving, loaded);
      newest = received.lastEntry().getValue();
      newestFrom = received.lastKey();
    }
  }

  /** The run that a moment belongs to, joined with the next where the moment joins them. */
  private Run run(TreeMap<Long, Run> runs, long at) {
    Map.Entry<Long, Run> before = runs.floorEntry(at);
    Run run;
    if (before != null && at - before.getValue().to < silence) {
      run = before.getValue();
    } else {
      run = new Run();
      run.to = at;
      runs.put(at, run);
    }
    run.to = Math.max(run.to, at);
    Map.Entry<Long, Run> after = runs.higherEntry(at);
    if (after != null && after.getKey() - run.to < silence) {
      runs.remove(after.getKey());
      run.take(after.getValue());
    }
    return run;
  }

  /** Whether a late fix lies between the newest one before the silence and the silence's end. */
  private boolean filled(Known known, long to) {
    for (Map.Entry<Long, Run> e : lateFixes.headMap(to - late).entrySet()) {
      if (e.getValue().to > known.fix.fixTime().toEpochMilli()) {
        return true;
      }
    }
    return false;
  }
}
