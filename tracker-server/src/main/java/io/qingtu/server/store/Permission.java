package io.qingtu.server.store;

/** What somebody may do beside looking at what his or her {@link Scope} shows. */
public enum Permission {
  /** 研判, of every rule. */
  REVIEW,
  /** 研判, of the rules of sweeping and collection. */
  REVIEW_SWEEPING,
  /** 立案, 派遣, 处置, 申诉, 核查, 督办: what the moves of cases ask for by the same names. */
  FILE,
  DISPATCH,
  HANDLE,
  APPEAL,
  VERIFY,
  SUPERVISE,
  /** 派遣, of what sanitation sees to by itself. */
  DISPATCH_SANITATION,
  /** To report events, as a system or as somebody who takes calls. */
  REPORT,
  /** 扫码: the waybills of the place that he or she works at. */
  SCAN,
  /** To send a vehicle to a road that is undone. */
  ASSIGN,
  /** 豁免申请: to ask that windows be excused. */
  EXCUSE,
  /** 豁免审批: to excuse what somebody else has asked for, or not. */
  EXEMPT,
  /** 值班: to keep the shift log of the own desk. */
  DUTY,
  /** Every command to a terminal. */
  ORDER,
  /** Commands about the terminal itself: its attributes, its parameters, its restart. */
  ORDER_DEVICE,
  /** Commands that change nothing: where it is, a text, a picture, what the recorder knows. */
  ORDER_HARMLESS,
  /** The terminals themselves, and what they send that nobody understands. */
  TERMINALS,
  /** 许可与路线: to edit places, routes and permits. */
  PLAN,
  /** 作业计划: to edit what is to be cleaned and collected when, and by whom. */
  PLAN_SWEEPING,
  /** 报停, 驾驶员: what a company keeps of its own. */
  KEEP,
  /** 装机: to bind terminals, to test them and to bring them into use. */
  INSTALL,
  /** To try parameters on the past. */
  TRY,
  /** To ask for other parameters. */
  PROPOSE,
  /** To let them come into force. */
  APPROVE,
  /** 导出: tables and tracks as files. */
  EXPORT,
  /** 周报, which names every company. */
  REPORTS,
  /** To write on frozen reports, and to review them (审核). */
  PREPARE,
  /** To issue reports (签发). */
  ISSUE,
  /** 送达名单: to say who gets issued reports by mail. */
  RECIPIENTS,
  /** The log of who did what. */
  AUDIT,
  /** Accounts, sessions of others and keys of other systems. */
  ADMINISTER
}
