package io.qingtu.server.traits;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one terminal sent that is not understood, since it was last filed. Bounded by itself and,
 * with those of all other terminals, by a budget. Any thread.
 */
final class OddCounts {
  /** Different things of one terminal that are told apart until they are filed. */
  static final int MOST_KEYS = 64;

  static final int SAMPLES = 3;
  static final int SAMPLE_BYTES = 64;

  private static final class Count {
    private long count;
    private long first;
    private long last;
    private final List<String> samples = new ArrayList<>(SAMPLES);
  }

  private final Map<OddKey, Count> counts = new HashMap<>();
  private final AtomicInteger budget;

  /**
   * @param budget things that all terminals together may still bring
   */
  OddCounts(AtomicInteger budget) {
    this.budget = budget;
  }

  /**
   * Counts one.
   *
   * @param from where in {@code bytes} the sample begins
   * @param length of the sample; 0 for none
   * @param now milliseconds since 1970
   */
  synchronized void add(OddKey key, Bytes bytes, int from, int length, long now) {
    Count count = count(key, now);
    count.count++;
    count.last = now;
    if (length > 0 && count.samples.size() < SAMPLES) {
      count.samples.add(bytes.slice(from, Math.min(length, SAMPLE_BYTES)).hex());
    }
  }

  private Count count(OddKey key, long now) {
    Count count = counts.get(key);
    if (count != null) {
      return count;
    }
    boolean full = counts.size() >= MOST_KEYS || budget.get() <= 0;
    return full && !key.equals(OddKey.OVERFLOW) ? count(OddKey.OVERFLOW, now) : open(key, now);
  }

  private Count open(OddKey key, long now) {
    Count count = new Count();
    count.first = now;
    counts.put(key, count);
    budget.decrementAndGet();
    return count;
  }

  synchronized boolean some() {
    return !counts.isEmpty();
  }

  /** What was counted, which is forgotten here. */
  synchronized List<OddCount> drain(String phone) {
    List<OddCount> drained = new ArrayList<>(counts.size());
    counts.forEach(
        (key, c) ->
            drained.add(
                new OddCount(
                    phone,
                    key,
                    c.count,
                    Instant.ofEpochMilli(c.first),
                    Instant.ofEpochMilli(c.last),
                    List.copyOf(c.samples))));
    budget.addAndGet(counts.size());
    counts.clear();
    return drained;
  }

  /** Takes back what could not be filed. */
  synchronized void putBack(OddCount old) {
    Count count = count(old.key(), old.first().toEpochMilli());
    count.count += old.count();
    count.first = Math.min(count.first, old.first().toEpochMilli());
    count.last = Math.max(count.last, old.last().toEpochMilli());
    for (String sample : old.samples()) {
      if (count.samples.size() < SAMPLES) {
        count.samples.add(sample);
      }
    }
  }
}
