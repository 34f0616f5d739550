package io.qingtu.route.casework;

import io.qingtu.route.casework.CaseRefusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A case (案件) as its steps have made it. Each step gives a new one; the same steps give the same
 * case, so that it can be told from its file at any time.
 *
 * @param since when it came to its stage
 * @param limitBegan when the limit of its stage began: that of handling with the dispatch
 * @param side company that handles it; 0 where none
 * @param dispatchers who dispatched it
 * @param handlers who handled it
 * @param photo whether a photo of the place in order was filed by those who handle it now
 * @param culpritDecided whether it was decided if the responsible vehicle is known
 * @param answered when the last answer came; null where none did
 */
public record CaseFile(
    CaseType type,
    Stage stage,
    Instant since,
    Instant limitBegan,
    int side,
    Set<Integer> dispatchers,
    Set<Integer> handlers,
    boolean extended,
    boolean urged,
    boolean photo,
    boolean culpritDecided,
    Instant answered) {
  /** System cases are filed by those on shift; others by the desk that takes calls. */
  private static final Limit TO_FILE = Limit.clockMinutes(30);

  private static final Limit TO_DISPATCH = Limit.clockMinutes(15);
  private static final Limit FIRST_ANSWER = Limit.workingHours(2);
  private static final Limit TO_VERIFY = Limit.workingHours(2);
  private static final Limit APPEAL = Limit.workingDays(5);
  private static final Duration RETURNED_WITHIN = Duration.ofHours(2);

  public CaseFile {
    dispatchers = Set.copyOf(dispatchers);
    handlers = Set.copyOf(handlers);
  }

  /** A case that was accepted. */
  public static CaseFile accepted(CaseType type, Instant at) {
    return new CaseFile(
        type, Stage.ACCEPTED, at, at, 0, Set.of(), Set.of(), false, false, false, false, null);
  }

  /** A case from its file. */
  public static CaseFile replay(
      CaseType type, Instant acceptedAt, List<Step> steps, WorkCalendar calendar)
      throws CaseRefusal {
    CaseFile file = accepted(type, acceptedAt);
    for (Step step : steps) {
      file = file.after(step, calendar);
    }
    return file;
  }

  /**
   * The case after one more step.
   *
   * @throws CaseRefusal where it does not allow it; it stays as it is
   */
  public CaseFile after(Step step, WorkCalendar calendar) throws CaseRefusal {
    check(step, calendar);
    Stage next = step.move().to().orElse(stage);
    boolean handles =
        step.actor() != Step.SYSTEM && (step.move() == Move.BEGIN || step.move() == Move.ANSWER);
    boolean anew = step.move() == Move.DISPATCH || step.move() == Move.REWORK;
    boolean begins = next != stage && step.move() != Move.BEGIN || step.move() == Move.DISPATCH;
    return new CaseFile(
        type,
        next,
        next == stage ? since : step.at(),
        begins ? step.at() : limitBegan,
        step.move() == Move.DISPATCH ? step.side() : side,
        step.move() == Move.DISPATCH ? with(dispatchers, step.actor()) : dispatchers,
        handles ? with(handlers, step.actor()) : handlers,
        extended || step.move() == Move.EXTEND,
        urged || step.move() == Move.URGE,
        step.photo() || photo && !anew,
        culpritDecided || step.culprit().isPresent(),
        step.move() == Move.ANSWER ? step.at() : answered);
  }

  private void check(Step step, WorkCalendar calendar) throws CaseRefusal {
    Move move = step.move();
    if (!move.isPossibleFrom(stage)) {
      throw new CaseRefusal(Reason.STAGE, move + " is not possible while it is " + stage);
    }
    if (move.isExplained() && step.note().isBlank()) {
      throw new CaseRefusal(Reason.NOTE, move + " needs a note");
    }
    if (move == Move.DISPATCH && step.side() == 0) {
      throw new CaseRefusal(Reason.SIDE, "DISPATCH needs somebody to dispatch it to");
    }
    if (move == Move.EXTEND && extended) {
      throw new CaseRefusal(Reason.EXTENDED, "it was extended once");
    }
    if (move == Move.RETURN && step.at().isAfter(since.plus(RETURNED_WITHIN))) {
      throw new CaseRefusal(Reason.TOO_LATE, "it may be returned within two hours");
    }
    if (move.right() == Right.VERIFY) {
      checkVerifier(step);
    }
    if (move == Move.CLOSE) {
      checkClosing(step, calendar);
    }
  }

  private void checkVerifier(Step step) throws CaseRefusal {
    if (step.actor() == Step.SYSTEM) {
      if (type.closing() != CaseType.Closing.FACT) {
        throw new CaseRefusal(Reason.PERSON, "only a person may judge a case of " + type);
      }
      return;
    }
    if (handlers.contains(step.actor())) {
      throw new CaseRefusal(Reason.FOUR_EYES, "who handled it may not verify it");
    }
    if (dispatchers.equals(Set.of(step.actor()))) {
      throw new CaseRefusal(Reason.FOUR_EYES, "who dispatched it alone may not verify it");
    }
  }

  private void checkClosing(Step step, WorkCalendar calendar) throws CaseRefusal {
    boolean shown = photo || step.photo();
    boolean decided = culpritDecided || step.culprit().isPresent();
    switch (type.closing()) {
      case PLACE -> require(shown, "a photo of the place in order");
      case PLACE_AND_CULPRIT -> {
        require(shown, "a photo of the place in order");
        require(decided, "whether the responsible vehicle was found");
      }
      case CULPRIT -> require(decided, "whether the responsible vehicle was found");
      case APPEAL ->
          require(
              answered != null && !step.at().isBefore(calendar.end(answered, APPEAL)),
              "the end of the time for an appeal");
      case FACT -> {
        // the system has seen it, or the one who verifies it says so
      }
    }
  }

  private void require(boolean holds, String what) throws CaseRefusal {
    if (!holds) {
      throw new CaseRefusal(Reason.CLOSING, "a case of " + type + " needs " + what);
    }
  }

  /** How long its stage may take from {@link #limitBegan}; empty where no limit runs. */
  public Optional<Limit> limit() {
    return switch (stage) {
      case ACCEPTED -> Optional.of(TO_FILE);
      case FILED -> Optional.of(TO_DISPATCH);
      case DISPATCHED -> Optional.of(FIRST_ANSWER);
      case HANDLING -> Optional.of(extended ? type.handling().times(2) : type.handling());
      case FEEDBACK, VERIFYING -> Optional.of(TO_VERIFY);
      case CLOSED, EVALUATED, NOT_FILED, ON_LEDGER, TRANSFERRED -> Optional.empty();
    };
  }

  /** When its limit turns amber, ends, and calls for those above; empty where none runs. */
  public Optional<Deadline> deadline(WorkCalendar calendar) {
    return limit().map(limit -> Deadline.of(calendar, limitBegan, limit));
  }

  private static Set<Integer> with(Set<Integer> people, int one) {
    Set<Integer> more = new TreeSet<>(people);
    more.add(one);
    return more;
  }
}
