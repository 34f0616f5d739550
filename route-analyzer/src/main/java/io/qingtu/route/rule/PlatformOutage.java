package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a vehicle that went offline (D01) from a platform that did: where a good part of the fleet
 * falls silent within two minutes, no vehicle is to blame.
 */
public final class PlatformOutage {
  /** Reason of the alerts that it holds back. */
  public static final String REASON = "platform_outage";

  private record Lost(String plate, Instant from) {}

  private final List<Lost> lost = new ArrayList<>();
  private final Set<String> fleet = new HashSet<>();
  private final Duration together;
  private final Duration lasting;
  private final double share;
  private final double least;
  private boolean sorted;

  public PlatformOutage(Parameters numbers) {
    this.together = Duration.ofMillis(numbers.millis(Parameter.OUTAGE_S));
    this.lasting = Duration.ofMillis(numbers.millis(Parameter.OFFLINE_S));
    this.share = numbers.get(Parameter.OUTAGE_SHARE);
    this.least = numbers.get(Parameter.OUTAGE_VEHICLES);
  }

  /** A vehicle that reports, and when it did not. */
  public void add(String plate, Collection<Silence> silences) {
    fleet.add(plate);
    sorted = false;
    for (Silence s : silences) {
      if (s.to() == null || Duration.between(s.from(), s.to()).compareTo(lasting) >= 0) {
        lost.add(new Lost(plate, s.from()));
      }
    }
  }

  /** The alerts, those of an outage suppressed. */
  public List<Alert> judge(List<Alert> alerts) {
    List<Alert> judged = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      boolean outage = a.rule().equals("D01") && a.stands() && began(a.start());
      judged.add(outage ? a.as(AlertStatus.SUPPRESSED, REASON) : a);
    }
    return judged;
  }

  /** Whether a silence that began then is one of an outage. */
  public boolean began(Instant start) {
    if (!sorted) {
      lost.sort(Comparator.comparing(Lost::from));
      sorted = true;
    }
    int low = firstFrom(start.minus(together));
    int high = low;
    while (high < lost.size() && !lost.get(high).from.isAfter(start.plus(together))) {
      high++;
    }
    for (int i = low; i < high && !lost.get(i).from.isAfter(start); i++) {
      Set<String> plates = new HashSet<>();
      Instant until = lost.get(i).from.plus(together);
      for (int j = i; j < high && !lost.get(j).from.isAfter(until); j++) {
        plates.add(lost.get(j).plate);
      }
      if (!until.isBefore(start)
          && plates.size() >= least
          && plates.size() >= share * fleet.size()) {
        return true;
      }
    }
    return false;
  }

  private int firstFrom(Instant t) {
    int low = 0;
    int high = lost.size();
    while (low < high) {
      int mid = (low + high) / 2;
      if (lost.get(mid).from.isBefore(t)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
