package io.qingtu.route.casework;

/** What a person may do with cases. */
public enum Right {
  /** 立案. */
  FILE,
  /** 派遣. */
  DISPATCH,
  /** 处置, of what is dispatched to the own side. */
  HANDLE,
  /** 核查. */
  VERIFY,
  /** 督办. */
  SUPERVISE,
  /** 申诉, of what is dispatched to the own company. */
  APPEAL,
  /** The system's own: no person has it. */
  SYSTEM
}
