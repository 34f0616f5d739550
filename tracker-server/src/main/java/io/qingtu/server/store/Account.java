package io.qingtu.server.store;

import io.qingtu.route.casework.Right;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param company the company or squad he or she acts for; empty where none
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
    /** 执法队员. */
    OFFICER,
    /** 领导. */
    LEADER,
    /** 系统管理员. */
    ADMINISTRATOR,
    /** 审计员. */
    AUDITOR,
    /** Another system, which reports what it finds and nothing else. */
    SOURCE
  }

  /**
   * A dispatcher sees the vehicles of the own company, an officer what concerns the own squad, and
   * both nothing where none is named.
   */
  public Scope scope() {
    if (seesCity()) {
      return Scope.CITY;
    }
    if (companyId == 0) {
      return Scope.NOTHING;
    }
    return role == Role.OFFICER ? Scope.ofSquad(companyId) : Scope.ofCompany(companyId);
  }

  /** Whether this account sees more than what is its own side's. */
  public boolean seesCity() {
    return role != Role.DISPATCHER && role != Role.OFFICER && role != Role.SOURCE;
  }

  /**
   * What it may do with cases. An administrator all, because a new installation knows nobody else.
   */
  public Set<Right> rights() {
    return switch (role) {
      case SUPERVISOR -> EnumSet.of(Right.FILE, Right.DISPATCH, Right.VERIFY);
      case SANITATION -> EnumSet.of(Right.FILE, Right.DISPATCH, Right.HANDLE);
      case DISPATCHER -> EnumSet.of(Right.HANDLE, Right.APPEAL);
      case OFFICER -> EnumSet.of(Right.HANDLE);
      case LEADER -> EnumSet.of(Right.SUPERVISE);
      case ADMINISTRATOR -> EnumSet.complementOf(EnumSet.of(Right.SYSTEM));
      case AUDITOR, SOURCE -> EnumSet.noneOf(Right.class);
    };
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
