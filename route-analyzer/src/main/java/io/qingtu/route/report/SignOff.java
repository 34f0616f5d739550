package io.qingtu.route.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a frozen report is on its way to being issued, told from its steps. Its figures are
 * frozen; the advice and the cover note may be written until it is issued.
 *
 * @param version number of its steps, to be named by who takes the next one
 * @param advice section 9 as somebody wrote it; empty where nobody did
 * @param coverNote what has to be said with the report; empty where nothing has
 * @param editor who wrote last
 * @param reviewer 审核; nobody after what was reviewed has been changed
 * @param issuer 签发
 */
public record SignOff(
    int version,
    String advice,
    String coverNote,
    Optional<Signature> editor,
    Optional<Signature> reviewer,
    Optional<Signature> issuer) {
  /** What can be done with a frozen report. */
  public enum Move {
    /** 编辑: advice and cover note. */
    EDIT,
    /** 审核. */
    REVIEW,
    /** 签发: from then on nothing changes. */
    ISSUE
  }

  /** Who did something, and when. */
  public record Signature(int userId, String name, Instant at) {}

  /**
   * One step.
   *
   * @param advice what it says; empty for every other than {@link Move#EDIT}
   */
  public record Step(Move move, Signature by, String advice, String coverNote) {}

  /** Why a step is not taken. */
  public enum Refusal {
    /** It is issued. */
    ISSUED,
    /** Nobody has reviewed it. */
    NOT_REVIEWED,
    /** Who reviewed it may not issue it: two persons sign. */
    TWO_PERSONS
  }

  /** Nobody has done anything. */
  public static final SignOff FRESH =
      new SignOff(0, "", "", Optional.empty(), Optional.empty(), Optional.empty());

  /** Told from its steps. */
  public static SignOff of(List<Step> steps) {
    SignOff sign = FRESH;
    for (Step step : steps) {
      sign = sign.with(step);
    }
    return sign;
  }

  private SignOff with(Step step) {
    Optional<Signature> by = Optional.of(step.by());
    return switch (step.move()) {
      case EDIT ->
          new SignOff(
              version + 1, step.advice(), step.coverNote(), by, Optional.empty(), Optional.empty());
      case REVIEW -> new SignOff(version + 1, advice, coverNote, editor, by, Optional.empty());
      case ISSUE -> new SignOff(version + 1, advice, coverNote, editor, reviewer, by);
    };
  }

  /** Why a person may not take a step now; empty where nothing is against it. */
  public Optional<Refusal> refuses(Move move, int userId) {
    if (issuer.isPresent()) {
      return Optional.of(Refusal.ISSUED);
    }
    if (move != Move.ISSUE) {
      return Optional.empty();
    }
    if (reviewer.isEmpty()) {
      return Optional.of(Refusal.NOT_REVIEWED);
    }
    return reviewer.get().userId() == userId ? Optional.of(Refusal.TWO_PERSONS) : Optional.empty();
  }
}
