package io.qingtu.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures by key and blocks a key that had too many within a period. Remembers a bounded
 * number of keys and forgets the ones that were quiet longest.
 */
public final class AttemptLimit {
  private record Failures(int count, Instant first) {}

  private static final int KEYS = 10_000;

  private final int allowed;
  private final Duration period;
  private final Map<String, Failures> byKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > KEYS;
        }
      };

  public AttemptLimit(int allowed, Duration period) {
    this.allowed = allowed;
    this.period = period;
  }

  public synchronized boolean isBlocked(String key, Instant now) {
    Failures f = byKey.get(key);
    return f != null && f.count >= allowed && now.isBefore(f.first.plus(period));
  }

  public synchronized void failed(String key, Instant now) {
    byKey.compute(
        key,
        (k, f) ->
            f == null || !now.isBefore(f.first.plus(period))
                ? new Failures(1, now)
                : new Failures(f.count + 1, f.first));
  }

  public synchronized void succeeded(String key) {
    byKey.remove(key);
  }
}
