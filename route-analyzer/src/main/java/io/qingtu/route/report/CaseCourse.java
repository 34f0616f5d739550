package io.qingtu.route.report;

import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a case went until a moment: where it stands, and in which of its stages it was late. */
final class CaseCourse {
  final CaseRecord record;
  private final WorkCalendar calendar;
  private final Instant until;
  private final List<Step> steps;
  private final Map<Stage, Duration> worked = new EnumMap<>(Stage.class);
  private CaseFile file;
  private int taken;
  private boolean late;

  CaseCourse(CaseRecord record, WorkCalendar calendar, Instant until) {
    this.record = record;
    this.calendar = calendar;
    this.until = until;
    this.steps = record.steps().stream().filter(s -> s.at().isBefore(until)).toList();
    this.file = record.accepted();
    for (Step step : steps) {
      CaseFile next = CaseFile.replay(file, List.of(step));
      if (next.stage() != file.stage()) {
        worked.merge(file.stage(), calendar.between(file.since(), step.at()), Duration::plus);
        late |= isOver(step.at());
      }
      file = next;
      taken++;
    }
  }

  private boolean isOver(Instant at) {
    return file.deadline(calendar)
        .map(d -> record.due(taken).orElse(d.due()))
        .filter(at::isAfter)
        .isPresent();
  }

  Stage stage() {
    return file.stage();
  }

  boolean isOpen() {
    return file.stage().isOpen();
  }

  /** Open, and over the limit of its stage. */
  boolean isOverdue() {
    return isOpen() && isOver(until);
  }

  /** Whether any stage took longer than its limit, the one it is in included. */
  boolean isLate() {
    return late || isOverdue();
  }

  /** Working time that it spent in each stage that it has left. */
  Map<Stage, Duration> worked() {
    return worked;
  }

  /** Working time from dispatch to feedback, all rounds together; empty where nobody was sent. */
  Optional<Duration> handling() {
    return Stream.of(Stage.DISPATCHED, Stage.HANDLING)
        .map(worked::get)
        .filter(Objects::nonNull)
        .reduce(Duration::plus);
  }

  /** The steps of a kind that were taken in a period. */
  long count(Period period, Move... moves) {
    return steps.stream().filter(s -> period.contains(s.at())).filter(isOneOf(moves)).count();
  }

  /** When it was closed; empty where it is not. */
  Optional<Instant> closedAt() {
    return steps.stream()
        .filter(isOneOf(Move.CLOSE, Move.OBSERVE, Move.UPHOLD_APPEAL))
        .map(Step::at)
        .reduce((a, b) -> b)
        .filter(at -> !isOpen());
  }

  private static Predicate<Step> isOneOf(Move... moves) {
    return s -> List.of(moves).contains(s.move());
  }
}
