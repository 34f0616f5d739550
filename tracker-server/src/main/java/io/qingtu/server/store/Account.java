package io.qingtu.server.store;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Right;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who may sign in.
 *
 * @param company the company, squad or district he or she acts for; empty where none
 * @param scope what he or she sees: the organisation's, else what the role is for
 * @param secondFactor whether a sign-in asks for a code, too
 */
public record Account(
    int id,
    String login,
    String displayName,
    Role role,
    String company,
    Scope scope,
    boolean secondFactor) {
  /**
   * What an account is for, and so what it may do: the table of rights. Nobody may do everything,
   * and who makes accounts and rules decides on no alarm. Whose data it sees does not hang on it: a
   * supervisor of a district has the district as organisation.
   */
  public enum Role {
    /**
     * 监管员. Beside review, cases and exports what the monitoring room keeps by itself: its shift
     * log, orders to terminals, permits and the places and routes that come with them (each edit is
     * a version with its author), the report until it is issued, and exemptions, which others ask
     * for.
     */
    SUPERVISOR(
        true,
        Permission.REVIEW,
        Permission.FILE,
        Permission.DISPATCH,
        Permission.VERIFY,
        Permission.REPORT,
        Permission.EXEMPT,
        Permission.DUTY,
        Permission.ORDER,
        Permission.TERMINALS,
        Permission.PLAN,
        Permission.TRY,
        Permission.EXPORT,
        Permission.REPORTS,
        Permission.PREPARE,
        Permission.RECIPIENTS),
    /** 企业调度员. Speaks to the own drivers, too. */
    DISPATCHER(
        false,
        Permission.HANDLE,
        Permission.APPEAL,
        Permission.ORDER_HARMLESS,
        Permission.KEEP,
        Permission.EXPORT),
    /**
     * 环卫管理员. Dispatches the own cases, not those of trucks. Plans which roads are cleaned and which
     * points are collected when and by whom, sends vehicles and asks for what is to be excused.
     */
    SANITATION(
        true,
        Permission.REVIEW_SWEEPING,
        Permission.FILE,
        Permission.DISPATCH_SANITATION,
        Permission.HANDLE,
        Permission.ASSIGN,
        Permission.EXCUSE,
        Permission.PLAN_SWEEPING,
        Permission.REPORT,
        Permission.EXPORT,
        Permission.REPORTS),
    /** 执法队员. Takes the sheets of the own squad's cases, which is no {@link Permission#EXPORT}. */
    OFFICER(false, Permission.HANDLE),
    /** 领导. Signs the report that supervisors have reviewed. */
    LEADER(true, Permission.SUPERVISE, Permission.EXPORT, Permission.REPORTS, Permission.ISSUE),
    /**
     * 系统管理员. Sees everything; lets people and systems in, keeps plan, terminals and the list of who
     * gets reports, and proposes parameters, which he may try before. Reviews, files, handles,
     * verifies, exports and signs nothing, and does not read the log that tells what he did.
     */
    ADMINISTRATOR(
        true,
        Permission.ADMINISTER,
        Permission.PLAN,
        Permission.PLAN_SWEEPING,
        Permission.TERMINALS,
        Permission.ORDER_DEVICE,
        Permission.RECIPIENTS,
        Permission.TRY,
        Permission.PROPOSE,
        Permission.REPORTS),
    /** 规则审批人, the second person for rules and parameters, who may try them, too. */
    RULE_OWNER(true, Permission.TRY, Permission.APPROVE, Permission.REPORTS),
    /** 审计员. */
    AUDITOR(true, Permission.AUDIT, Permission.EXPORT, Permission.REPORTS),
    /** 安装运维员: terminals, and nothing of what their vehicles did. */
    INSTALLER(true, Permission.TERMINALS, Permission.INSTALL) {
      @Override
      public Set<String> paths() {
        return Set.of(
            "/session",
            "/sessions",
            "/second-factor",
            "/settings",
            "/devices",
            "/installations",
            "/terminals",
            "/unknown",
            "/packets");
      }
    },
    /** 工地、消纳场管理员: the papers of one place, and the cases that go to it, which he answers. */
    CLERK(false, Permission.SCAN, Permission.HANDLE) {
      @Override
      public Set<String> paths() {
        return Set.of(
            "/session", "/sessions", "/second-factor", "/settings", "/waybills", "/cases", "/map");
      }
    },
    /** Another system, which reports what it finds and nothing else. */
    SOURCE(false, Permission.REPORT) {
      @Override
      public Set<String> paths() {
        return Set.of("/events", "/captures");
      }
    };

    private final boolean ofTheCity;
    private final Set<Permission> permissions;

    Role(boolean ofTheCity, Permission... permissions) {
      this.ofTheCity = ofTheCity;
      this.permissions = EnumSet.noneOf(Permission.class);
      this.permissions.addAll(Arrays.asList(permissions));
    }

    /** Whether those without an organisation see the city; of the other roles they see nothing. */
    boolean isOfTheCity() {
      return ofTheCity;
    }

    /**
     * Beginnings of the paths below the API that are all it may ask for; none: it may ask for any.
     */
    public Set<String> paths() {
      return Set.of();
    }
  }

  public boolean may(Permission permission) {
    return role.permissions.contains(permission);
  }

  /** All that it may do, in the order of their table. */
  public Set<Permission> permissions() {
    return Collections.unmodifiableSet(role.permissions);
  }

  /** Whether this account sees more than what is its own side's. */
  public boolean seesCity() {
    return scope.wholeCity();
  }

  /** The organisation's id; 0 where there is none. */
  public int companyId() {
    return scope.id();
  }

  /** What it may do with cases, if not of every type. */
  public Set<Right> rights() {
    return Arrays.stream(Right.values())
        .filter(right -> Arrays.stream(CaseType.values()).anyMatch(type -> may(right, type)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
  }

  /** Whether this account has a right with cases of a type. */
  public boolean may(Right right, CaseType type) {
    return role.permissions.stream().anyMatch(p -> p.name().equals(right.name()))
        || right == Right.DISPATCH && type.isOfSanitation() && may(Permission.DISPATCH_SANITATION);
  }

  /** Whether this account may confirm or reject alerts of a rule. */
  public boolean mayReview(String rule) {
    return may(Permission.REVIEW) || may(Permission.REVIEW_SWEEPING) && rule.startsWith("S");
  }
}
