package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares a terminal's clock with the server's, hour by hour of the server's clock (D11): the
 * median of fix time − received time. Back-fill does not count, nor an hour whose offsets scatter:
 * those packets came late, and the clock may be right. Packets may be added in any order.
 */
public final class ClockHours {
  /**
   * Hours, one after the other, in which the clock was wrong.
   *
   * @param to end of the last of them; null where no later hour has shown it right
   * @param decided end of the first of them
   * @param aheadSeconds how far it was ahead in the first of them; negative where behind
   */
  public record Spell(Instant from, Instant to, Instant decided, double aheadSeconds) {}

  private static final class Hour {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int count;
    int right;

    /** Packets by whole seconds of their offset; those that are right are counted only. */
    final TreeMap<Long, Integer> wrong = new TreeMap<>();
  }

  private final long window;
  private final long tolerance;
  private final long scatter;
  private final TreeMap<Long, Hour> hours = new TreeMap<>();
  private long newest = Long.MIN_VALUE;
  private Hour newestHour;
  private long askedHour = Long.MIN_VALUE;
  private long answer;

  public ClockHours(Parameters p) {
    window = p.millis(Parameter.CLOCK_WINDOW_S);
    tolerance = p.millis(Parameter.CLOCK_S);
    scatter = p.millis(Parameter.CLOCK_SCATTER_S);
  }

  public void add(Position packet) {
    if (packet.backfill()) {
      return;
    }
    long received = packet.receivedTime().toEpochMilli();
    long key = Math.floorDiv(received, window);
    if (key < askedHour) {
      askedHour = Long.MIN_VALUE; // the answer was of the hours before it
    }
    Hour h = hour(key);
    h.first = Math.min(h.first, received);
    h.last = Math.max(h.last, received);
    h.count++;
    long offset = packet.fixTime().toEpochMilli() - received;
    if (Math.abs(offset) <= tolerance) {
      h.right++;
    } else {
      h.wrong.merge(offset / 1000, 1, Integer::sum);
    }
  }

  /**
   * How far the clock was ahead, ms, in the newest hour before that of a moment that can be judged;
   * 0 where it was right.
   */
  public long aheadBefore(Instant received) {
    long hour = Math.floorDiv(received.toEpochMilli(), window);
    if (hour != askedHour) {
      askedHour = hour;
      answer = judgedBefore(hour);
    }
    return answer;
  }

  private long judgedBefore(long hour) {
    for (Map.Entry<Long, Hour> e = hours.lowerEntry(hour);
        e != null;
        e = hours.lowerEntry(e.getKey())) {
      if (isJudged(e.getValue())) {
        return aheadMillis(e.getValue());
      }
    }
    return 0;
  }

  /** When the clock was wrong, by the hours that ended before a moment. */
  public List<Spell> spells(Instant now) {
    List<Spell> spells = new ArrayList<>();
    Spell open = null;
    long running = Math.floorDiv(now.toEpochMilli(), window);
    for (Map.Entry<Long, Hour> e : hours.headMap(running).entrySet()) {
      if (!isJudged(e.getValue())) {
        continue;
      }
      long ahead = aheadMillis(e.getValue());
      Instant begin = Instant.ofEpochMilli(e.getKey() * window);
      if (ahead != 0 && open == null) {
        open = new Spell(begin, null, begin.plusMillis(window), ahead / 1000.0);
      } else if (ahead == 0 && open != null) {
        spells.add(new Spell(open.from, begin, open.decided, open.aheadSeconds));
        open = null;
      }
    }
    if (open != null) {
      spells.add(open);
    }
    return spells;
  }

  private Hour hour(long key) {
    if (key != newest) {
      newest = key;
      newestHour = hours.computeIfAbsent(key, k -> new Hour());
    }
    return newestHour;
  }

  /** Whether packets came over half the hour at least, and most with one offset. */
  private boolean isJudged(Hour h) {
    if (h.last - h.first < window / 2) {
      return false;
    }
    if (2 * h.right >= h.count) {
      return true;
    }
    long median = aheadMillis(h);
    long alike = 0;
    for (Map.Entry<Long, Integer> e : h.wrong.entrySet()) {
      alike += Math.abs(e.getKey() * 1000 - median) <= scatter ? e.getValue() : 0;
    }
    return 2 * alike > h.count;
  }

  /** The median; 0 where most packets are right. */
  private static long aheadMillis(Hour h) {
    if (2 * h.right >= h.count) {
      return 0;
    }
    int before = 0;
    boolean passedRight = false;
    for (Map.Entry<Long, Integer> e : h.wrong.entrySet()) {
      if (!passedRight && e.getKey() > 0) {
        passedRight = true;
        before += h.right;
        if (2 * before > h.count) {
          return 0;
        }
      }
      before += e.getValue();
      if (2 * before > h.count) {
        return e.getKey() * 1000;
      }
    }
    return 0;
  }
}
