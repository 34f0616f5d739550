package io.qingtu.route.casework;

/** Where a case stands. */
public enum Stage {
  /** 受理: found or reported, not yet filed. */
  ACCEPTED,
  /** 立案. */
  FILED,
  /** 派遣: somebody is to handle it and has not begun. */
  DISPATCHED,
  /** 处置. */
  HANDLING,
  /** 反馈: handled, as those say who did. */
  FEEDBACK,
  /** 核查. */
  VERIFYING,
  /** 结案. */
  CLOSED,
  /** 评价. */
  EVALUATED,
  /** 不予立案. */
  NOT_FILED,
  /** 挂账: cannot be solved now; looked at every month. */
  ON_LEDGER,
  /** 移送 to another authority. */
  TRANSFERRED;

  /** Whether somebody has still something to do, and a limit runs. */
  public boolean isOpen() {
    return ordinal() < CLOSED.ordinal();
  }

  /** Whether it may still be worked on, now or when it comes from the ledger. */
  public boolean isUnfinished() {
    return isOpen() || this == ON_LEDGER;
  }
}
