package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Visits of places (SM-3), one at a time: of nested places the smallest counts. A second machine
 * for other kinds of place runs beside it, so that the wheel wash of a site does not end the visit
 * of the site.
 */
public final class VisitMachine {
  private final Predicate<PlaceKind> kinds;
  private final long enterMillis;
  private final double enterSpeed;
  private final double exitMetres;
  private final long exitMillis;
  private Fenced place;
  private Visit current;
  private Fenced candidate;
  private Instant candidateFrom;
  private int outsideCount;
  private Instant outsideFrom;
  private Visit entered;
  private Visit exited;

  public VisitMachine(Predicate<PlaceKind> kinds, Parameters parameters) {
    this.kinds = kinds;
    enterMillis = parameters.millis(Parameter.ENTER_S);
    enterSpeed = parameters.get(Parameter.ENTER_KMH);
    exitMetres = parameters.get(Parameter.EXIT_M);
    exitMillis = parameters.millis(Parameter.EXIT_S);
  }

  /**
   * Takes the next fix.
   *
   * @param here the places that contain it
   */
  public void accept(CleanFix fix, List<Fenced> here) {
    entered = null;
    exited = null;
    Fenced inside = smallest(fix, here);
    watchExit(fix, inside);
    watchEntry(fix, inside);
  }

  /** The visit that goes on; null where none. */
  public Visit current() {
    return current;
  }

  /** The visit that began with the last fix; null where none. */
  public Visit entered() {
    return entered;
  }

  /** The visit whose end the last fix decided; null where none. */
  public Visit exited() {
    return exited;
  }

  /** Since when the vehicle has been outside a place that it has not left for certain; or null. */
  public Instant outsideFrom() {
    return outsideFrom;
  }

  private void watchExit(CleanFix fix, Fenced inside) {
    if (current == null) {
      return;
    }
    if (inside == place || place.polygon().isWithin(fix.x(), fix.y(), exitMetres)) {
      outsideFrom = null;
      outsideCount = 0;
      return;
    }
    if (outsideFrom == null) {
      outsideFrom = fix.time();
    }
    outsideCount++;
    if (outsideCount >= 2 && Duration.between(outsideFrom, fix.time()).toMillis() >= exitMillis) {
      leave(outsideFrom);
    }
  }

  private void watchEntry(CleanFix fix, Fenced inside) {
    if (inside == null || inside == place) {
      candidate = null;
      return;
    }
    if (inside != candidate) {
      candidate = inside;
      candidateFrom = fix.time();
    }
    boolean slow = fix.speedKmh() < enterSpeed;
    if (slow || Duration.between(candidateFrom, fix.time()).toMillis() >= enterMillis) {
      if (current != null) {
        leave(outsideFrom == null ? candidateFrom : outsideFrom);
      }
      place = inside;
      current = new Visit(inside.place(), candidateFrom, null);
      entered = current;
      candidate = null;
    }
  }

  private void leave(Instant at) {
    exited = new Visit(current.place(), current.enter(), at);
    current = null;
    place = null;
    outsideFrom = null;
    outsideCount = 0;
  }

  private Fenced smallest(CleanFix fix, List<Fenced> here) {
    Fenced best = null;
    for (int i = 0; i < here.size(); i++) {
      Fenced f = here.get(i);
      if (kinds.test(f.place().kind())
          && f.place().validity().contains(fix.time())
          && (best == null || f.polygon().area() < best.polygon().area())) {
        best = f;
      }
    }
    return best;
  }
}
