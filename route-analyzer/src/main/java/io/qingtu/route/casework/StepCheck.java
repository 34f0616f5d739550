package io.qingtu.route.casework;

import io.qingtu.route.casework.CaseFile.Appeal;
import io.qingtu.route.casework.CaseRefusal.Reason;
import io.qingtu.route.casework.Extension.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a case allows a step: by its stage, who takes it, and what the step brings. */
final class StepCheck {
  private static final Duration RETURNED_WITHIN = Duration.ofHours(2);

  private final CaseFile file;
  private final Step step;
  private final WorkCalendar calendar;

  StepCheck(CaseFile file, Step step, WorkCalendar calendar) {
    this.file = file;
    this.step = step;
    this.calendar = calendar;
  }

  /**
   * @throws CaseRefusal with the first reason against it
   */
  void run() throws CaseRefusal {
    Move move = step.move();
    require(
        move.isPossibleFrom(file.stage()),
        Reason.STAGE,
        move + " is not possible while it is " + file.stage());
    require(!move.isExplained() || !step.note().isBlank(), Reason.NOTE, move + " needs a note");
    switch (move.right()) {
      case VERIFY -> checkJudge(move);
      case SYSTEM -> checkFact();
      default -> {
        // who may do that is asked before
      }
    }
    switch (move) {
      case DISPATCH ->
          require(step.side() != 0, Reason.SIDE, "DISPATCH needs somebody to dispatch it to");
      case ASK_EXTENSION -> checkRequest();
      case RETURN ->
          require(
              !step.at().isAfter(file.since().plus(RETURNED_WITHIN)),
              Reason.TOO_LATE,
              "it may be returned within two hours");
      case APPEAL -> checkAppeal();
      case REJECT_APPEAL, UPHOLD_APPEAL ->
          require(file.appeal() == Appeal.OPEN, Reason.APPEAL, "there is no appeal to decide");
      case CLOSE -> checkClosing();
      default -> {
        // nothing more
      }
    }
  }

  private void checkJudge(Move move) throws CaseRefusal {
    require(step.actor() != Step.SYSTEM, Reason.PERSON, "only a person may judge a case");
    switch (move) {
      case EXTEND, REFUSE_EXTENSION -> checkDecider();
      case KEEP_ON_LEDGER -> {
        // nothing was done that somebody else would have to verify
      }
      default -> checkVerifier();
    }
  }

  private void checkRequest() throws CaseRefusal {
    State state = file.extension().state();
    require(state != State.GRANTED, Reason.EXTENDED, "it was extended once");
    require(state == State.NONE, Reason.ASKED, "an extension was asked for once");
    Limit most = file.handling();
    require(
        step.more().filter(m -> m.isWithin(most)).isPresent(),
        Reason.LENGTH,
        "an extension is longer than nothing and at most " + most.amount() + " " + most.unit());
    Instant due = file.deadline(calendar).orElseThrow().due();
    require(
        step.at().isBefore(due),
        Reason.TOO_LATE,
        "an extension is asked for before the limit ends");
  }

  /** Of the same request nobody sees both sides. */
  private void checkDecider() throws CaseRefusal {
    Extension extension = file.extension();
    require(extension.state() != State.GRANTED, Reason.EXTENDED, "it was extended once");
    require(
        extension.state() == State.ASKED, Reason.NOT_ASKED, "nobody waits for an extension of it");
    require(
        step.actor() != extension.asker() && !file.handlers().contains(step.actor()),
        Reason.FOUR_EYES,
        "who asked for it or handles the case may not decide on the extension");
  }

  private void checkVerifier() throws CaseRefusal {
    int actor = step.actor();
    require(!file.handlers().contains(actor), Reason.FOUR_EYES, "who handled it may not verify it");
    require(
        !file.dispatchers().equals(Set.of(actor)),
        Reason.FOUR_EYES,
        "who dispatched it alone may not verify it");
  }

  /** Of guilt the system says nothing. */
  private void checkFact() throws CaseRefusal {
    require(
        file.type().mayBeObserved(),
        Reason.PERSON,
        "only a person may judge a case of " + file.type());
    require(step.actor() == Step.SYSTEM, Reason.PERSON, step.move() + " is the system's");
  }

  private void checkAppeal() throws CaseRefusal {
    require(file.appeal() == Appeal.NONE, Reason.APPEAL, "it was appealed against once");
    require(
        file.answered() == null || step.at().isBefore(appealEnds()),
        Reason.TOO_LATE,
        "the time for an appeal is over");
  }

  private Instant appealEnds() {
    return calendar.end(file.answered(), Limit.TO_APPEAL);
  }

  private void checkClosing() throws CaseRefusal {
    require(file.appeal() != Appeal.OPEN, Reason.APPEAL, "an appeal is undecided");
    switch (file.type().closing()) {
      case PLACE, PLACE_OR_FACT -> checkPlace();
      case PLACE_AND_CULPRIT -> {
        checkPlace();
        checkCulprit();
      }
      case CULPRIT -> checkCulprit();
      case APPEAL ->
          need(
              file.answered() != null && !step.at().isBefore(appealEnds()),
              "the end of the time for an appeal");
      case FACT -> {
        // the one who verifies it says so
      }
    }
  }

  private void checkPlace() throws CaseRefusal {
    boolean shown =
        Stream.concat(file.photos().stream(), step.photo().stream())
            .anyMatch(
                p -> p.by() != step.actor() && p.fault(file.place(), file.filedAt()).isEmpty());
    need(
        shown,
        "a photo of the place in order, taken there after it was filed, not by who verifies it");
  }

  private void checkCulprit() throws CaseRefusal {
    need(
        file.culpritDecided() || step.culprit().isPresent(),
        "whether the responsible vehicle was found");
  }

  private void need(boolean holds, String what) throws CaseRefusal {
    require(holds, Reason.CLOSING, "a case of " + file.type() + " needs " + what);
  }

  private static void require(boolean holds, Reason reason, String why) throws CaseRefusal {
    if (!holds) {
      throw new CaseRefusal(reason, why);
    }
  }
}
