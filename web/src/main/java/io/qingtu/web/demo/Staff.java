package io.qingtu.web.demo;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.List;
import java.util.Optional;

/**
 * The made-up people of the sample city: as many as a case needs from its filing to its end, since
 * whoever dispatches or handles it may not verify it.
 */
public record Staff(List<Member> members) {
  /** Who is there before them, by the first start of the server. */
  public static final String ADMINISTRATOR = "admin";

  private static final String SQUAD = "执法一中队";

  /**
   * Somebody who may sign in.
   *
   * @param side the company or squad he or she acts for; empty where it is the city
   */
  public record Member(String login, String name, Role role, Optional<String> side) {}

  /** Those who work in this city. */
  public static Staff of(SampleCity city) {
    String company =
        city.data().vehicles().stream()
            .filter(v -> v.kind().equals("MUCK_TRUCK"))
            .map(Rows.Vehicle::company)
            .sorted()
            .findFirst()
            .orElseThrow();
    return new Staff(
        List.of(
            new Member("jianguan1", "监管员甲", Role.SUPERVISOR, Optional.empty()),
            new Member("jianguan2", "监管员乙", Role.SUPERVISOR, Optional.empty()),
            new Member("zhifa1", SQUAD + "队员", Role.OFFICER, Optional.of(SQUAD)),
            new Member("diaodu1", company + "调度员", Role.DISPATCHER, Optional.of(company)),
            new Member("huanwei1", "环卫管理员", Role.SANITATION, Optional.empty()),
            new Member("lingdao1", "局领导", Role.LEADER, Optional.empty()),
            new Member("guize1", "规则审批人", Role.RULE_OWNER, Optional.empty()),
            new Member("shenji1", "审计员", Role.AUDITOR, Optional.empty()),
            new Member("anzhuang1", "安装运维员", Role.INSTALLER, Optional.empty()),
            clerk(city, "gongdi2", "S2"),
            clerk(city, "gongdi3", "S3"),
            clerk(city, "xiaona2", "D2")));
  }

  private static Member clerk(SampleCity city, String login, String placeId) {
    String place = city.data().place(placeId).name();
    return new Member(login, place + "管理员", Role.CLERK, Optional.of(place));
  }

  /** Adds who is not there yet, all with one password. */
  public void add(Database database, String password) {
    UserStore users = new UserStore(database);
    users.addSquad(SQUAD);
    String hash = Passwords.hash(password);
    members.forEach(m -> users.add(m.login(), m.name(), m.role(), m.side(), hash));
  }
}
