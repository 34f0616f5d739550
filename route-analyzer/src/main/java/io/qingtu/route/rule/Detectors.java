package io.qingtu.route.rule;

import io.qingtu.route.track.Position;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The detectors of one vehicle: each is called for its own parts, in the order of the list. */
public final class Detectors {
  private final Detector.OfPackets[] ofPackets;
  private final Detector.OfSteps[] ofSteps;
  private final Detector.OfMoments[] ofMoments;
  private final Detector.OfTime[] ofTime;

  public Detectors(List<? extends Detector> all) {
    ofPackets = select(all, Detector.OfPackets.class).toArray(new Detector.OfPackets[0]);
    ofSteps = select(all, Detector.OfSteps.class).toArray(new Detector.OfSteps[0]);
    ofMoments = select(all, Detector.OfMoments.class).toArray(new Detector.OfMoments[0]);
    ofTime = select(all, Detector.OfTime.class).toArray(new Detector.OfTime[0]);
  }

  private static <T extends Detector> List<T> select(List<? extends Detector> all, Class<T> part) {
    List<T> those = new ArrayList<>();
    for (Detector d : all) {
      if (part.isInstance(d)) {
        those.add(part.cast(d));
      }
    }
    return those;
  }

  /**
   * @param plausible whether the packet's fix time can be right
   */
  public void receive(Position packet, boolean plausible, AlertSink out) {
    for (Detector.OfPackets d : ofPackets) {
      if (plausible) {
        d.receive(packet, out);
      } else {
        d.misdated(packet, out);
      }
    }
  }

  public void step(TripEvent event, Instant decided, AlertSink out) {
    for (Detector.OfSteps d : ofSteps) {
      d.step(event, decided, out);
    }
  }

  public void accept(Moment moment, AlertSink out) {
    for (Detector.OfMoments d : ofMoments) {
      d.accept(moment, out);
    }
  }

  public void advance(Instant time, AlertSink out) {
    for (Detector.OfTime d : ofTime) {
      d.advance(time, out);
    }
  }

  public void finish(Instant periodEnd, AlertSink out) {
    for (Detector.OfTime d : ofTime) {
      d.finish(periodEnd, out);
    }
  }
}
