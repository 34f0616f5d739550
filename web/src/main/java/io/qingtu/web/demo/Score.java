package io.qingtu.web.demo;

import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alerts raised, held against the violations that were staged. An alert is the expected one if
 * rule, vehicle and start agree; each staged violation accounts for one alert. What was retracted
 * counts as not raised.
 *
 * @param expected how many staged violations were due
 * @param raised how many alerts stand or are suppressed
 * @param missed staged violations that were due and for which there is no alert
 * @param unstaged alerts for which nothing was staged
 */
record Score(int expected, int raised, List<ExpectedAlert> missed, List<Alert> unstaged) {
  /**
   * @param asOf violations that are due later may be raised, but need not
   */
  static Score of(List<ExpectedAlert> truth, List<Alert> alerts, Instant asOf) {
    List<Alert> raised = alerts.stream().filter(a -> a.status() != AlertStatus.RETRACTED).toList();
    List<ExpectedAlert> open = new ArrayList<>(truth);
    List<Alert> unstaged = new ArrayList<>();
    for (Alert a : raised) {
      Optional<ExpectedAlert> staged = open.stream().filter(e -> isAbout(e, a)).findFirst();
      staged.ifPresentOrElse(open::remove, () -> unstaged.add(a));
    }
    List<ExpectedAlert> missed = open.stream().filter(e -> !e.due().isAfter(asOf)).toList();
    long due = truth.stream().filter(e -> !e.due().isAfter(asOf)).count();
    return new Score((int) due, raised.size(), missed, List.copyOf(unstaged));
  }

  private static boolean isAbout(ExpectedAlert e, Alert a) {
    return e.isAbout(a.rule(), a.plate(), a.start())
        && (e.segmentId().isEmpty() || a.segmentIds().contains(e.segmentId()));
  }
}
