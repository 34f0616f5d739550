package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IdentityBook;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.TripEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * M15 人车不符: a trip driven by a person who is not on the vehicle's list at that moment. Where no
 * driver is registered for the vehicle yet, or nobody has shown who drives, or the card was taken
 * out, nothing is known. Nor where the list is of another kind of number than the card.
 */
public final class DriverRule implements Detector.OfSteps, Detector.OfMoments {
  /** How many characters of a driver's number the trace has. */
  private static final int TOLD = 4;

  private final Parameters p;
  private final AlertSeries series;
  private final List<Identity> shown;
  private final IdentityBook identities;
  private final String plate;
  private int next;

  /** When whoever was shown last was on the list, or there was none. */
  private Instant rightful = Instant.MIN;

  private AlertDraft draft;

  public DriverRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.series = new AlertSeries("M15", rules, vehicle);
    this.shown = rules.identities().of(vehicle.plate(), Identity.Kind.DRIVER);
    this.identities = rules.identities();
    this.plate = vehicle.plate();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (shown.isEmpty()) {
      return;
    }
    while (next < shown.size() && !shown.get(next).time().isAfter(m.time())) {
      next++;
    }
    Identity driver = next == 0 || !shown.get(next - 1).isKnown() ? null : shown.get(next - 1);
    boolean unlisted = driver != null && identities.isStranger(driver, m.time());
    if (driver != null && !unlisted) {
      rightful = m.time();
    }
    boolean stranger = unlisted && m.trip() != null && isFresh(driver, m.time());
    if (stranger && draft == null) {
      Instant left = m.trip().outTime();
      Instant start = driver.time().isAfter(left) ? driver.time() : left;
      if (!rightful.isBefore(start)) {
        start = m.time();
      }
      draft =
          series
              .begin(start, m.time(), m.fix(), m.trip())
              .severity(2)
              .grade(Grade.B)
              .because("driver", tail(driver.value()) + " since " + driver.time())
              .because("on the vehicle's list", list(m.time()), false);
      out.raise(draft.build());
    } else if (draft != null && !stranger) {
      end(m.time(), out);
    }
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    if (e.type() == TripEvent.Type.ENDED) {
      end(e.at(), out);
    }
  }

  private void end(Instant at, AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(at).build());
      draft = null;
    }
  }

  private String list(Instant t) {
    return identities.drivers(plate, t).orElseThrow().stream()
        .map(DriverRule::tail)
        .collect(Collectors.joining(" "));
  }

  /** The trace is for more people than a driver's whole number. */
  private static String tail(String number) {
    int hidden = Math.max(0, number.length() - TOLD);
    return (hidden > 0 ? "*" : "") + number.substring(hidden);
  }

  /** Whoever showed himself a shift ago need not drive any more. */
  private boolean isFresh(Identity driver, Instant now) {
    return Duration.between(driver.time(), now).toMillis() <= p.millis(Parameter.DRIVER_AGE_S);
  }
}
