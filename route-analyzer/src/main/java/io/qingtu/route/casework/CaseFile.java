package io.qingtu.route.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A case (案件) as its steps have made it. Each step gives a new one; the same steps give the same
 * case, so that it can be told from its file at any time.
 *
 * @param place where it was found
 * @param book how long its stages may take
 * @param since when it came to its stage
 * @param limitBegan when the limit of its stage began: that of handling with the dispatch; on the
 *     ledger, when it was put there or reviewed last
 * @param filedAt when it was filed (立案); null where it is not yet
 * @param side company that handles it; 0 where none
 * @param dispatchers who dispatched it
 * @param handlers who handled it
 * @param urged whether it was called for since the limit of its stage began
 * @param photos that were filed with the steps of those who handle it now
 * @param culpritDecided whether it was decided if the responsible vehicle is known
 * @param answered when the last answer came; null where none did
 */
public record CaseFile(
    CaseType type,
    Scene place,
    LimitBook book,
    Stage stage,
    Instant since,
    Instant limitBegan,
    Instant filedAt,
    int side,
    Set<Integer> dispatchers,
    Set<Integer> handlers,
    Extension extension,
    boolean urged,
    List<PlacePhoto> photos,
    boolean culpritDecided,
    Instant answered,
    Appeal appeal) {
  /** How far an appeal (申诉) of the company has come; there is one at most. */
  public enum Appeal {
    NONE,
    /** Somebody has to decide. */
    OPEN,
    DECIDED
  }

  public CaseFile {
    dispatchers = Set.copyOf(dispatchers);
    handlers = Set.copyOf(handlers);
    photos = List.copyOf(photos);
  }

  /** A case that was accepted, whose stages may take what is usual. */
  public static CaseFile accepted(CaseType type, Scene place, Instant at) {
    return accepted(type, place, at, LimitBook.USUAL);
  }

  /** A case that was accepted. */
  public static CaseFile accepted(CaseType type, Scene place, Instant at, LimitBook book) {
    return new CaseFile(
        type,
        place,
        book,
        Stage.ACCEPTED,
        at,
        at,
        null,
        0,
        Set.of(),
        Set.of(),
        Extension.NONE,
        false,
        List.of(),
        false,
        null,
        Appeal.NONE);
  }

  /** A case from its file. What was taken once stays, whatever rules hold today. */
  public static CaseFile replay(CaseFile accepted, List<Step> steps) {
    CaseFile file = accepted;
    for (Step step : steps) {
      file = file.with(step);
    }
    return file;
  }

  /**
   * The case after one more step.
   *
   * @throws CaseRefusal where it does not allow it; it stays as it is
   */
  public CaseFile after(Step step, WorkCalendar calendar) throws CaseRefusal {
    new StepCheck(this, step, calendar).run();
    return with(step);
  }

  private CaseFile with(Step step) {
    Move move = step.move();
    Stage next = move.to().orElse(stage);
    boolean handles = step.actor() != Step.SYSTEM && (move == Move.BEGIN || move == Move.ANSWER);
    boolean begins =
        next != stage && move != Move.BEGIN || move == Move.DISPATCH || move == Move.KEEP_ON_LEDGER;
    return new CaseFile(
        type,
        place,
        book,
        next,
        next == stage ? since : step.at(),
        begins ? step.at() : limitBegan,
        move == Move.FILE ? step.at() : filedAt,
        move == Move.DISPATCH ? step.side() : side,
        move == Move.DISPATCH ? with(dispatchers, step.actor()) : dispatchers,
        handles ? with(handlers, step.actor()) : handlers,
        extensionWith(step, next),
        move == Move.URGE || urged && !begins,
        photosWith(step),
        culpritDecided || step.culprit().isPresent(),
        move == Move.ANSWER ? step.at() : answered,
        appealWith(move));
  }

  private List<PlacePhoto> photosWith(Step step) {
    boolean anew = step.move() == Move.DISPATCH || step.move() == Move.REWORK;
    return Stream.concat(anew ? Stream.empty() : photos.stream(), step.photo().stream()).toList();
  }

  private Extension extensionWith(Step step, Stage next) {
    return switch (step.move()) {
      case ASK_EXTENSION -> Extension.asked(step.actor(), step.more().orElseThrow(), handling());
      case EXTEND -> extension.granted(handling());
      case REFUSE_EXTENSION -> extension.refused();
      default -> extension.without(next == Stage.HANDLING);
    };
  }

  private Appeal appealWith(Move move) {
    return switch (move) {
      case APPEAL -> Appeal.OPEN;
      case REJECT_APPEAL, UPHOLD_APPEAL -> Appeal.DECIDED;
      default -> appeal;
    };
  }

  /** Whether a move is possible now, whoever makes it and whatever it says. */
  public boolean allows(Move move) {
    return move.isPossibleFrom(stage)
        && switch (move) {
          case APPEAL -> appeal == Appeal.NONE;
          case REJECT_APPEAL, UPHOLD_APPEAL -> appeal == Appeal.OPEN;
          case ASK_EXTENSION -> extension.state() == Extension.State.NONE;
          case EXTEND, REFUSE_EXTENSION -> extension.state() == Extension.State.ASKED;
          case CLOSE -> appeal != Appeal.OPEN;
          default -> true;
        };
  }

  /** By the table that was in force when its limit began. */
  private Limit term(Term term) {
    return book.at(limitBegan).of(type, term);
  }

  /** How long it may be handled where nothing is extended. */
  public Limit handling() {
    return term(Term.HANDLING);
  }

  /** How long its stage may take from {@link #limitBegan}; empty where no limit runs. */
  public Optional<Limit> limit() {
    return switch (stage) {
      case ACCEPTED -> Optional.of(term(Term.FILING));
      case FILED -> Optional.of(term(Term.DISPATCH));
      case DISPATCHED -> Optional.of(term(Term.FIRST_ANSWER));
      case HANDLING -> Optional.of(extension.applied(handling()));
      case FEEDBACK, VERIFYING -> Optional.of(term(Term.VERIFICATION));
      case CLOSED, EVALUATED, NOT_FILED, ON_LEDGER, TRANSFERRED -> Optional.empty();
    };
  }

  /** When its limit turns amber, ends, and calls for those above; empty where none runs. */
  public Optional<Deadline> deadline(WorkCalendar calendar) {
    return limit().map(limit -> Deadline.of(calendar, limitBegan, limit));
  }

  /** When a case on the ledger is to be reviewed (挂账复核); empty where it is not there. */
  public Optional<LedgerReview> review() {
    return stage == Stage.ON_LEDGER
        ? Optional.of(LedgerReview.after(limitBegan))
        : Optional.empty();
  }

  private static Set<Integer> with(Set<Integer> people, int one) {
    Set<Integer> more = new TreeSet<>(people);
    more.add(one);
    return more;
  }
}
