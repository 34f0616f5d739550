package io.qingtu.route.casework;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be done with a case: from which stages it is possible and to which it leads. */
public enum Move {
  /** 立案. */
  FILE(Right.FILE, false, Stage.FILED, Stage.ACCEPTED),
  /** 不予立案. */
  REFUSE(Right.FILE, true, Stage.NOT_FILED, Stage.ACCEPTED),
  /** 派遣; again to another side while nobody has begun. */
  DISPATCH(Right.DISPATCH, false, Stage.DISPATCHED, Stage.FILED, Stage.DISPATCHED),
  /** 退回: not the duty of the side it was dispatched to. */
  RETURN(Right.HANDLE, true, Stage.FILED, Stage.DISPATCHED),
  /** 开始处置. */
  BEGIN(Right.HANDLE, false, Stage.HANDLING, Stage.DISPATCHED),
  /** 反馈: what was done. */
  ANSWER(Right.HANDLE, true, Stage.FEEDBACK, Stage.HANDLING),
  /** 开始核查. */
  VERIFY(Right.VERIFY, false, Stage.VERIFYING, Stage.FEEDBACK),
  /** 核查通过, 结案. */
  CLOSE(Right.VERIFY, false, Stage.CLOSED, Stage.VERIFYING),
  /** 返工: the check failed. */
  REWORK(Right.VERIFY, true, Stage.HANDLING, Stage.VERIFYING),
  /** 评价. */
  EVALUATE(Right.VERIFY, false, Stage.EVALUATED, Stage.CLOSED),
  /** 系统核查: the system has seen by itself that what is the matter is so no longer. */
  OBSERVE(
      Right.SYSTEM,
      true,
      Stage.CLOSED,
      Stage.FILED,
      Stage.DISPATCHED,
      Stage.HANDLING,
      Stage.FEEDBACK,
      Stage.VERIFYING,
      Stage.ON_LEDGER),
  /** 申诉: the company denies what it is blamed for. */
  APPEAL(
      Right.APPEAL, true, null, Stage.DISPATCHED, Stage.HANDLING, Stage.FEEDBACK, Stage.VERIFYING),
  /** 驳回申诉. */
  REJECT_APPEAL(
      Right.VERIFY, true, null, Stage.DISPATCHED, Stage.HANDLING, Stage.FEEDBACK, Stage.VERIFYING),
  /** 申诉成立: nobody is to blame, which ends the case. */
  UPHOLD_APPEAL(
      Right.VERIFY,
      true,
      Stage.CLOSED,
      Stage.DISPATCHED,
      Stage.HANDLING,
      Stage.FEEDBACK,
      Stage.VERIFYING),
  /** 申请延期, once: while somebody has to decide, the limit runs as it did. */
  ASK_EXTENSION(Right.HANDLE, true, null, Stage.HANDLING),
  /** 延期, by somebody else than asked for it. */
  EXTEND(Right.VERIFY, true, null, Stage.HANDLING),
  /** 不予延期. */
  REFUSE_EXTENSION(Right.VERIFY, true, null, Stage.HANDLING),
  /** 挂账. */
  PUT_ON_LEDGER(
      Right.DISPATCH, true, Stage.ON_LEDGER, Stage.DISPATCHED, Stage.HANDLING, Stage.FEEDBACK),
  /** 挂账复核: it still cannot be solved. */
  KEEP_ON_LEDGER(Right.VERIFY, true, null, Stage.ON_LEDGER),
  /** 销账: it can be solved now. */
  TAKE_FROM_LEDGER(Right.DISPATCH, false, Stage.HANDLING, Stage.ON_LEDGER),
  /** 移送. */
  TRANSFER(
      Right.DISPATCH,
      true,
      Stage.TRANSFERRED,
      Stage.FILED,
      Stage.DISPATCHED,
      Stage.HANDLING,
      Stage.ON_LEDGER),
  /** 督办. */
  URGE(
      Right.SUPERVISE,
      true,
      null,
      Stage.ACCEPTED,
      Stage.FILED,
      Stage.DISPATCHED,
      Stage.HANDLING,
      Stage.FEEDBACK,
      Stage.VERIFYING,
      Stage.ON_LEDGER);

  private final Right right;
  private final boolean explained;
  private final Stage to;
  private final Set<Stage> from;

  Move(Right right, boolean explained, Stage to, Stage first, Stage... others) {
    this.right = right;
    this.explained = explained;
    this.to = to;
    this.from = EnumSet.of(first, others);
  }

  public Right right() {
    return right;
  }

  /** Whether it needs words: a reason, or what was done. */
  public boolean isExplained() {
    return explained;
  }

  public boolean isPossibleFrom(Stage stage) {
    return from.contains(stage);
  }

  /** The stage that it leads to; empty where the case stays in its own. */
  public Optional<Stage> to() {
    return Optional.ofNullable(to);
  }
}
