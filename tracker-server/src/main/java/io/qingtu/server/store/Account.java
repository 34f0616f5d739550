package io.qingtu.server.store;

/**
 * Somebody who may sign in.
 *
 * @param company the company he or she acts for; empty where none
 * @param companyId 0 where none
 */
public record Account(
    int id, String login, String displayName, Role role, String company, int companyId) {
  /** What an account is for. */
  public enum Role {
    /** 监管员. */
    SUPERVISOR,
    /** 企业调度员. */
    DISPATCHER,
    /** 环卫管理员. */
    SANITATION,
    /** 领导. */
    LEADER,
    /** 系统管理员. */
    ADMINISTRATOR,
    /** 审计员. */
    AUDITOR
  }

  /** A dispatcher sees the vehicles of the own company, and none where no company is named. */
  public Scope scope() {
    if (role != Role.DISPATCHER) {
      return Scope.CITY;
    }
    return companyId == 0 ? Scope.NOTHING : Scope.ofCompany(companyId);
  }

  /**
   * Whether this account may confirm or reject alerts of a rule: supervisors any, sanitation
   * managers those of sweeping. An administrator may too, because a new installation knows nobody
   * else.
   */
  public boolean mayReview(String rule) {
    return role == Role.SUPERVISOR
        || role == Role.ADMINISTRATOR
        || role == Role.SANITATION && rule.startsWith("S");
  }
}
