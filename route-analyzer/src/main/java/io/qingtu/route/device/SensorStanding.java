package io.qingtu.route.device;

import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.track.Misbehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one sensor of a vehicle stands. What gives no reading is never called healthy.
 *
 * @param since from when on, as far as that is known; null where it is not
 * @param fault by which a bad one is known; null for others
 */
public record SensorStanding(SensorKind sensor, State state, Instant since, DeviceAlert fault) {
  /** What may be said of a sensor. */
  public enum State {
    /** It behaves as no working sensor does, and is not believed. */
    BAD,
    /** Nothing came of it lately: neither good nor bad. */
    NOT_OBSERVED,
    /** The last report says something of it, and nothing speaks against that. */
    HEALTHY
  }

  /**
   * @param alerts of the vehicle's device
   * @param silence how old the last report may be to say anything of now
   */
  public static SensorStanding of(
      SensorFacts facts, List<DeviceAlert> alerts, Instant now, Duration silence) {
    Optional<DeviceAlert> fault =
        alerts.stream()
            .filter(a -> a.end() == null && isAbout(facts.sensor(), a))
            .max(Comparator.comparing(DeviceAlert::start));
    if (fault.isPresent()) {
      return new SensorStanding(facts.sensor(), State.BAD, fault.get().start(), fault.get());
    }
    boolean late = facts.reading() != null && !facts.reading().isAfter(now.minus(silence));
    if (facts.reading() == null || late) {
      return new SensorStanding(facts.sensor(), State.NOT_OBSERVED, unseen(facts, now), null);
    }
    Instant since =
        Stream.of(facts.healthySince(), facts.repaired())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new SensorStanding(facts.sensor(), State.HEALTHY, since, null);
  }

  private static boolean isAbout(SensorKind sensor, DeviceAlert alert) {
    return Arrays.stream(Misbehaviour.values())
        .anyMatch(m -> m.reason().equals(alert.reason()) && m.silences(sensor));
  }

  /** Days are all that is kept of readings that are not the last: the running one is not over. */
  private static Instant unseen(SensorFacts facts, Instant now) {
    if (facts.reading() != null || facts.lastObserved() == null) {
      return facts.reading();
    }
    return facts.lastObserved().isAfter(now) ? now : facts.lastObserved();
  }
}
