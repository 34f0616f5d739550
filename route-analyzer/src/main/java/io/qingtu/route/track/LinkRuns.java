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
  public record Known(
      Instant fixTime, boolean moving, boolean loaded, double longitude, double latitude) {}

  /**
   * A silence, with the newest fix that had been received when it began.
   *
   * @param filled whether fixes of that time came later
   */
  public record Break(Silence silence, Known known, boolean filled) {}

  private static final class Run {
    long to;
    Known newest;

    void take(long received, Known k) {
      to = Math.max(to, received);
      newest = k == null ? newest : later(newest, k);
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
    receive(receivedTime.toEpochMilli(), null);
  }

  /** Of one fix the last that is added is what is known of it. */
  public void add(Instant receivedTime, Known known) {
    long at = receivedTime.toEpochMilli();
    receive(at, known);
    if (at - known.fixTime.toEpochMilli() > late) {
      add(lateFixes, known.fixTime.toEpochMilli(), known);
    }
  }

  /**
   * The silences up to a moment; the last may last on. Packets that were received after it, as late
   * ones are that come in the order of their fixes, say nothing yet: others may have come before.
   */
  public List<Break> breaks(Instant until) {
    List<Break> found = new ArrayList<>();
    Known known = null;
    NavigableMap<Long, Run> sofar = received.headMap(until.toEpochMilli(), true);
    for (Map.Entry<Long, Run> e : sofar.entrySet()) {
      Run run = e.getValue();
      known = run.newest == null ? known : later(known, run.newest);
      Long next = sofar.higherKey(e.getKey());
      long end = next == null ? until.toEpochMilli() : next;
      if (known != null && end - run.to >= silence) {
        Instant to = next == null ? null : Instant.ofEpochMilli(next);
        Silence s = new Silence(Instant.ofEpochMilli(run.to), to);
        found.add(new Break(s, known, to != null && filled(known, next)));
      }
    }
    return found;
  }

  /** Most packets come into the newest run: they need no look at the others. */
  private void receive(long at, Known known) {
    if (newest != null && at >= newestFrom && at - newest.to < silence) {
      newest.take(at, known);
    } else {
      add(received, at, known);
      newest = received.lastEntry().getValue();
      newestFrom = received.lastKey();
    }
  }

  private void add(TreeMap<Long, Run> runs, long at, Known known) {
    Map.Entry<Long, Run> before = runs.floorEntry(at);
    Run run;
    if (before != null && at - before.getValue().to < silence) {
      run = before.getValue();
    } else {
      run = new Run();
      run.to = at;
      runs.put(at, run);
    }
    run.take(at, known);
    Map.Entry<Long, Run> after = runs.higherEntry(at);
    if (after != null && after.getKey() - run.to < silence) {
      runs.remove(after.getKey());
      run.take(after.getValue().to, after.getValue().newest);
    }
  }

  /** Whether a late fix lies between the newest one before the silence and the silence's end. */
  private boolean filled(Known known, long to) {
    for (Map.Entry<Long, Run> e : lateFixes.headMap(to - late).entrySet()) {
      if (e.getValue().to > known.fixTime.toEpochMilli()) {
        return true;
      }
    }
    return false;
  }

  private static Known later(Known a, Known b) {
    return a == null || !b.fixTime.isBefore(a.fixTime) ? b : a;
  }
}
