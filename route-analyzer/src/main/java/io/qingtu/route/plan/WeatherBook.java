package io.qingtu.route.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The weather at a moment; of reports that overlap the one that began last counts. */
public final class WeatherBook {
  private final List<Weather> byStart;

  public WeatherBook(Collection<Weather> weather) {
    byStart = new ArrayList<>(weather);
    byStart.sort(
        Comparator.comparing((Weather w) -> w.period().from())
            .thenComparing(w -> w.period().to())
            .thenComparing(Weather::temperatureC));
  }

  /** °C; NaN where unknown. */
  public double temperature(Instant t) {
    return last(t, w -> !Double.isNaN(w.temperatureC()))
        .map(Weather::temperatureC)
        .orElse(Double.NaN);
  }

  /** Whether it rains; empty where unknown. */
  public Optional<Boolean> rain(Instant t) {
    return last(t, w -> w.rain().isPresent()).flatMap(Weather::rain);
  }

  private Optional<Weather> last(Instant t, Predicate<Weather> says) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (byStart.get(mid).period().from().isAfter(t)) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    for (int i = low - 1; i >= 0; i--) {
      Weather w = byStart.get(i);
      if (w.period().contains(t) && says.test(w)) {
        return Optional.of(w);
      }
    }
    return Optional.empty();
  }
}
