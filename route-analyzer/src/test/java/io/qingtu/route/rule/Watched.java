package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.CleaningScene;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What a detector finds in the drive of one vehicle of a cleaning scene. */
final class Watched {
  private Watched() {}

  static List<Alert> alerts(
      CleaningScene scene, String plate, BiFunction<RuleSet, Vehicle, Detector> rule) {
    Map<String, Alert> raised = new LinkedHashMap<>();
    AlertSink sink = a -> raised.put(a.key(), a);
    Detectors detectors = new Detectors(List.of(rule.apply(scene.rules(), scene.vehicle(plate))));
    CleanFix previous = null;
    for (CleanFix fix : scene.fixes(plate)) {
      Place place = scene.findPlace(fix);
      Gap gap = fix.afterGap() ? new Gap(previous, fix, false) : null;
      Visit yard = place == null ? null : new Visit(place, fix.time(), null);
      detectors.accept(
          new Moment(
              fix,
              previous,
              gap,
              scene.rules().places().at(fix.x(), fix.y()),
              fix.sensors(),
              null,
              null,
              yard,
              null,
              null,
              List.of(),
              null,
              Duration.ZERO),
          sink);
      previous = fix;
    }
    detectors.finish(previous.time(), sink);
    return List.copyOf(raised.values());
  }
}
