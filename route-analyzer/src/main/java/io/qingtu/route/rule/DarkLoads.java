package io.qingtu.route.rule;

import io.qingtu.route.plan.CityDay;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.TripEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the long gaps of a truck's track, and which of them swallowed a load (D10). */
public final class DarkLoads {
  /**
   * A gap of the track.
   *
   * @param loaded whether it began on a loaded trip
   * @param emptied whether the load was gone after it
   * @param tripId of that trip; empty where none
   */
  public record DarkGap(Instant from, Instant to, boolean loaded, boolean emptied, String tripId) {}

  /** Observed time of a day, ms. */
  public record Driven(long loadedMillis, long knownMillis) {
    private Driven plus(boolean loaded, long millis) {
      return new Driven(loadedMillis + (loaded ? millis : 0), knownMillis + millis);
    }
  }

  /**
   * @param gaps of at least {@code dark_gap_s}, in order of time
   * @param driven by the city's calendar day
   */
  public record Tally(List<DarkGap> gaps, Map<LocalDate, Driven> driven) {
    /** Of a vehicle that carries no muck. */
    public static final Tally NONE = new Tally(List.of(), Map.of());
  }

  private final long shortest;
  private final long settling;
  private final List<DarkGap> gaps = new ArrayList<>();
  private final Map<LocalDate, Driven> driven = new TreeMap<>();
  private CityDay day;
  private Driven today;
  private OpenTrip loadedOn;
  private OpenTrip darkTrip;

  DarkLoads(Parameters p) {
    shortest = p.millis(Parameter.DARK_GAP_S);
    settling = p.millis(Parameter.DARK_SETTLE_S);
  }

  void accept(Moment m) {
    if (m.gap() != null) {
      gap(m);
    } else if (m.previous() != null) {
      count(m);
    }
    judge(m);
    loadedOn = m.trip() != null && m.trip().inTransit() ? m.trip() : null;
  }

  void step(TripEvent e) {
    if (e.type() == TripEvent.Type.ENDED && e.trip() == darkTrip) {
      if (e.trip().endKind() == Trip.EndKind.GAP || e.trip().lostInGap()) {
        emptied();
      }
      darkTrip = null;
    }
  }

  Tally tally() {
    Map<LocalDate, Driven> days = new TreeMap<>(driven);
    if (day != null) {
      days.put(day.date(), today);
    }
    return new Tally(List.copyOf(gaps), days);
  }

  private void gap(Moment m) {
    darkTrip = null;
    if (m.gap().tunnel() || m.gap().duration().toMillis() < shortest) {
      return;
    }
    darkTrip = loadedOn;
    gaps.add(
        new DarkGap(
            m.gap().before().time(),
            m.time(),
            loadedOn != null,
            false,
            loadedOn == null ? "" : loadedOn.id()));
  }

  private void count(Moment m) {
    long t = m.millis();
    if (day == null || !day.contains(t)) {
      if (day != null) {
        driven.put(day.date(), today);
      }
      day = CityDay.of(t);
      today = new Driven(0, 0);
    }
    long millis = t - m.previous().millis();
    today = today.plus(loadedOn != null, millis);
  }

  /** A sensor needs a while after the gap to say that the load is gone. */
  private void judge(Moment m) {
    if (darkTrip == null) {
      return;
    }
    Instant end = gaps.get(gaps.size() - 1).to();
    boolean soon = Duration.between(end, m.time()).toMillis() <= settling;
    boolean sensed = m.load().source() == LoadEstimate.Source.SENSOR;
    if (soon && sensed && m.load().empty()) {
      emptied();
      darkTrip = null;
    }
  }

  private void emptied() {
    int last = gaps.size() - 1;
    DarkGap g = gaps.get(last);
    gaps.set(last, new DarkGap(g.from(), g.to(), g.loaded(), true, g.tripId()));
  }
}
