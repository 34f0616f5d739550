package io.qingtu.web.server;

import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose right it is to ask for something: no role may do everything. The supervisor, where nobody
 * else is named.
 */
final class Entitled {
  private static final Map<String, String> LOGINS = new LinkedHashMap<>();

  static {
    LOGINS.put("GET /sessions.*", "guan");
    LOGINS.put("POST /second-factor/revocation", "guan");
    LOGINS.put("\\w+ /(accounts|tokens|webhooks)(/.*)?", "guan");
    LOGINS.put("POST /(parameter|case-limit)-proposals.*", "guan");
    LOGINS.put("\\w+ (/exports)?/audit(/.*)?", "shen");
    LOGINS.put("POST /(sweeping|collection-points)/orders", "huan");
    LOGINS.put("POST /exemptions.*", "huan");
    // who confirmed an alert does not decide on the appeal against it
    LOGINS.put("POST /appeals/.*", "jian2");
    LOGINS.put("POST /installations.*", "installs");
    // a company answers for itself
    LOGINS.put("POST (/notices/.*|/alerts/.*/appeal(/.*)?)", OtherCompany.MARK);
    LOGINS.put("POST /(lay-ups|permit-requests|drivers|driver-turns).*", "jia");
    LOGINS.put("\\w+ /waybills.*", "scans");
  }

  private final TestWeb web;
  private final Map<String, String> tokens = new HashMap<>();

  Entitled(TestWeb web) {
    this.web = web;
  }

  /** Adds those who are in no other test: an installer, and a clerk of the first place. */
  static void add(TestWeb web) {
    web.database.update(
        "insert into company (name, kind, place_id) values ('一号工地', 'PLACE', 'P1')");
    UserStore users = new UserStore(web.database);
    String hash = Passwords.hash(TestWeb.PASSWORD);
    users.add("installs", "安装员", Role.INSTALLER, Optional.empty(), hash);
    users.add("scans", "工地管理员", Role.CLERK, Optional.of("一号工地"), hash);
  }

  /**
   * The token of whose right it is.
   *
   * @param path below {@code /api/v1}, with or without its query
   */
  String token(String method, String path) throws Exception {
    String operation = method + " " + path.replaceFirst("\\?.*", "");
    String login =
        LOGINS.entrySet().stream()
            .filter(e -> operation.matches(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("jian");
    if (!tokens.containsKey(login)) {
      tokens.put(login, web.signIn(login));
    }
    return tokens.get(login);
  }
}
