package io.qingtu.route.casework;

import java.util.function.Function;

/** What of a case has a limit of its own. */
public enum Term {
  /** 受理至立案. System cases are filed by those on shift; others by the desk that takes calls. */
  FILING(type -> Limit.clockMinutes(30)),
  /** 立案至派遣. */
  DISPATCH(type -> Limit.clockMinutes(15)),
  /** 首次响应: from the dispatch until somebody begins. */
  FIRST_ANSWER(type -> Limit.FIRST_ANSWER),
  /** 处置: from the dispatch until it is answered for. */
  HANDLING(CaseType::handling),
  /** 核查: from the feedback until somebody begins, and from then to the end. */
  VERIFICATION(type -> Limit.workingHours(2));

  private final Function<CaseType, Limit> usual;

  Term(Function<CaseType, Limit> usual) {
    this.usual = usual;
  }

  /** Where nobody has set another. */
  public Limit usual(CaseType type) {
    return usual.apply(type);
  }
}
