package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Right;
import io.qingtu.server.store.Account.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: the table of rights, each cell in the permissions that it stands for. */
class RightsTest {
  /** Its columns: R review, C file, D dispatch, H handle, K verify, A administer, P, E, X audit. */
  private static final String TABLE =
      """
      SUPERVISOR    | all      | file | dispatch | -       | verify | -    | -       | export | -
      SANITATION    | sweeping | file | own      | handle  | -      | plan | -       | export | -
      DISPATCHER    | -        | -    | -        | answer  | -      | own  | -       | export | -
      OFFICER       | -        | -    | -        | handle  | -      | -    | -       | -      | -
      CLERK         | -        | -    | -        | scan    | -      | -    | -       | -      | -
      INSTALLER     | -        | -    | -        | install | -      | -    | -       | -      | -
      LEADER        | -        | -    | urge     | -       | -      | -    | -       | export | -
      ADMINISTRATOR | -        | -    | -        | -       | -      | all  | propose | -      | -
      RULE_OWNER    | -        | -    | -        | -       | -      | -    | approve | -      | -
      AUDITOR       | -        | -    | -        | -       | -      | -    | -       | export | audit
      """;

  private static final Map<String, Set<Permission>> CELLS =
      Map.ofEntries(
          Map.entry("R all", Set.of(Permission.REVIEW)),
          Map.entry("R sweeping", Set.of(Permission.REVIEW_SWEEPING)),
          Map.entry("C file", Set.of(Permission.FILE, Permission.REPORT)),
          Map.entry("D dispatch", Set.of(Permission.DISPATCH)),
          Map.entry("D own", Set.of(Permission.DISPATCH_SANITATION)),
          Map.entry("D urge", Set.of(Permission.SUPERVISE)),
          Map.entry("H handle", Set.of(Permission.HANDLE)),
          Map.entry("H answer", Set.of(Permission.HANDLE, Permission.APPEAL)),
          Map.entry("H scan", Set.of(Permission.SCAN)),
          Map.entry("H install", Set.of(Permission.INSTALL)),
          Map.entry("K verify", Set.of(Permission.VERIFY)),
          Map.entry(
              "A all",
              Set.of(
                  Permission.ADMINISTER,
                  Permission.PLAN,
                  Permission.PLAN_SWEEPING,
                  Permission.TERMINALS,
                  Permission.ORDER_DEVICE,
                  Permission.RECIPIENTS)),
          Map.entry("A own", Set.of(Permission.KEEP)),
          Map.entry(
              "A plan", Set.of(Permission.ASSIGN, Permission.EXCUSE, Permission.PLAN_SWEEPING)),
          Map.entry("P propose", Set.of(Permission.PROPOSE)),
          Map.entry("P approve", Set.of(Permission.APPROVE)),
          Map.entry("E export", Set.of(Permission.EXPORT)),
          Map.entry("X audit", Set.of(Permission.AUDIT)));

  /** What the table has no column for, or the house gives beside it; why stands with each role. */
  private static final Map<Role, String> BESIDE =
      Map.of(
          Role.SUPERVISOR, "EXEMPT DUTY ORDER TERMINALS PLAN TRY REPORTS PREPARE RECIPIENTS",
          Role.SANITATION, "REPORTS",
          Role.DISPATCHER, "ORDER_HARMLESS",
          Role.CLERK, "HANDLE",
          Role.INSTALLER, "TERMINALS",
          Role.LEADER, "REPORTS ISSUE",
          Role.ADMINISTRATOR, "TRY REPORTS",
          Role.RULE_OWNER, "TRY REPORTS",
          Role.AUDITOR, "REPORTS",
          Role.SOURCE, "REPORT");

  private static Set<Permission> ofTable(Role role) {
    List<String> cells =
        TABLE
            .lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .filter(row -> row.get(0).equals(role.name()))
            .findFirst()
            .orElse(List.of());
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    for (int i = 1; i < cells.size(); i++) {
      if (!cells.get(i).equals("-")) {
        all.addAll(CELLS.get("RCDHKAPEX".charAt(i - 1) + " " + cells.get(i)));
      }
    }
    return all;
  }

  private static Account of(Role role) {
    return new Account(7, "x", "x", role, "", Scope.CITY, false);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleMayWhatTheTableGivesItAndNothingElse(Role role) {
    Set<Permission> given = ofTable(role);
    Arrays.stream(BESIDE.getOrDefault(role, "").split(" "))
        .filter(name -> !name.isEmpty())
        .map(Permission::valueOf)
        .forEach(given::add);
    Account account = of(role);
    for (Permission permission : Permission.values()) {
      assertEquals(given.contains(permission), account.may(permission), role + " " + permission);
    }
    assertEquals(given, account.permissions());
  }

  @Test
  void theTableKnowsEveryRoleOfPeople() {
    Set<String> rows =
        TABLE.lines().map(line -> line.split("\\|")[0].strip()).collect(Collectors.toSet());
    Set<String> people =
        EnumSet.complementOf(EnumSet.of(Role.SOURCE)).stream()
            .map(Enum::name)
            .collect(Collectors.toSet());
    assertEquals(people, rows);
  }

  @Test
  void nobodyHasWhatTheTableKeepsApart() {
    for (Role role : Role.values()) {
      Account account = of(role);
      // who changes the rules decides on no alarm and handles no case, and the other way round
      boolean rules = account.may(Permission.PROPOSE) || account.may(Permission.APPROVE);
      boolean work = account.mayReview("M01") || account.mayReview("S01");
      assertFalse(rules && (work || !account.rights().isEmpty()), role.name());
      assertFalse(account.may(Permission.PROPOSE) && account.may(Permission.APPROVE), role.name());
      assertFalse(account.may(Permission.HANDLE) && account.may(Permission.VERIFY), role.name());
      assertFalse(account.may(Permission.EXCUSE) && account.may(Permission.EXEMPT), role.name());
      assertFalse(account.may(Permission.PREPARE) && account.may(Permission.ISSUE), role.name());
    }
  }

  @Test
  void anAdministratorHasNoRightInCasesAndReviewsNoRule() {
    Account administrator = of(Role.ADMINISTRATOR);
    assertEquals(Set.of(), administrator.rights());
    assertFalse(administrator.mayReview("M01"));
    assertFalse(administrator.mayReview("S01"));
    assertEquals(Set.of(Right.FILE, Right.DISPATCH, Right.VERIFY), of(Role.SUPERVISOR).rights());
    for (CaseType type : CaseType.values()) {
      assertFalse(administrator.may(Right.DISPATCH, type), type.name());
      assertTrue(of(Role.SUPERVISOR).may(Right.DISPATCH, type), type.name());
    }
  }

  @Test
  void sanitationReviewsAndDispatchesWhatIsItsOwn() {
    Account sanitation = of(Role.SANITATION);
    Set<CaseType> own =
        EnumSet.of(CaseType.SPILL, CaseType.POINT, CaseType.CLEANING, CaseType.LITTER);
    for (CaseType type : CaseType.values()) {
      assertEquals(own.contains(type), sanitation.may(Right.DISPATCH, type), type.name());
      assertTrue(sanitation.may(Right.FILE, type), type.name());
      assertFalse(sanitation.may(Right.VERIFY, type), type.name());
    }
    assertEquals(Set.of(Right.FILE, Right.DISPATCH, Right.HANDLE), sanitation.rights());
    assertTrue(sanitation.mayReview("S01"));
    assertFalse(sanitation.mayReview("M01"));
  }
}
