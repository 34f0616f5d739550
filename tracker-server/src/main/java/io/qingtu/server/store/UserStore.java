package io.qingtu.server.store;

import io.qingtu.server.store.Account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Accounts, and what their passwords must match. */
public final class UserStore {
  static final String ACCOUNT =
      """
      select u.*, coalesce(c.name, '') company, coalesce(c.kind, '') company_kind,
        array(select d.id from company d where d.district_id = c.id order by d.id) under,
        exists (select from second_factor f where f.user_id = u.id and f.confirmed_at is not null
          and f.revoked_at is null) second_factor
      from app_user u left join company c on c.id = u.company_id
      """;

  /** An account with the hash that its password must match. */
  public record Credentials(Account account, String passwordHash) {}

  private final Database database;

  public UserStore(Database database) {
    this.database = database;
  }

  public boolean isEmpty() {
    return database.query("select 1 from app_user limit 1", r -> 1).isEmpty();
  }

  /** Adds an account; does nothing where the login is taken. */
  public boolean add(
      String login, String displayName, Role role, Optional<String> company, String passwordHash) {
    return database.update(
            """
                insert into app_user (login, display_name, role, company_id, password_hash)
                values (?, ?, ?, (select id from company where name = ?), ?)
                on conflict (login) do nothing
                """,
            login,
            displayName,
            role.name(),
            company.orElse(""),
            passwordHash)
        == 1;
  }

  /** Adds a squad of law enforcement for officers to act for; does nothing where it is there. */
  public void addSquad(String name) {
    database.update(
        "insert into company (name, kind) values (?, 'SQUAD') on conflict (name) do nothing", name);
  }

  /** An enabled account. */
  public Optional<Credentials> find(String login) {
    return new Query(ACCOUNT)
        .and("where u.login = ? and u.enabled", login)
        .first(database, r -> new Credentials(account(r), r.getString("password_hash")));
  }

  /**
   * Puts another hash in the place of one; does nothing where that is no longer the one on file.
   */
  public void replaceHash(int userId, String before, String after) {
    database.update(
        "update app_user set password_hash = ? where id = ? and password_hash = ?",
        after,
        userId,
        before);
  }

  private static Scope scope(ResultSet r) throws SQLException {
    int id = r.getInt("company_id");
    return switch (r.getString("company_kind")) {
      case "" -> Role.valueOf(r.getString("role")).isOfTheCity() ? Scope.CITY : Scope.NOTHING;
      case "DISTRICT" -> Scope.ofDistrict(id, List.of((Integer[]) r.getArray("under").getArray()));
      case "SQUAD" -> Scope.ofSquad(id);
      default -> Scope.ofCompany(id);
    };
  }

  static Account account(ResultSet r) throws SQLException {
    return new Account(
        r.getInt("id"),
        r.getString("login"),
        r.getString("display_name"),
        Role.valueOf(r.getString("role")),
        r.getString("company"),
        scope(r),
        r.getBoolean("second_factor"));
  }
}
