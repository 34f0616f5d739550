package io.qingtu.server.store;

import io.qingtu.server.store.Account.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts as their administrator sees them. None is ever deleted: it is disabled. */
public final class AccountStore {
  /**
   * An account.
   *
   * @param company company, squad or district it acts for; empty where none
   * @param secondFactor whether it signs in with a code, too
   */
  public record AccountRow(
      int id,
      String login,
      String displayName,
      Role role,
      String company,
      boolean enabled,
      boolean secondFactor) {}

  /** What somebody may act for, by its name. */
  public record Organisation(String name, String kind) {}

  private static final String ROWS =
      """
      select u.*, coalesce(c.name, '') company,
        exists (select from second_factor f where f.user_id = u.id and f.confirmed_at is not null
          and f.revoked_at is null) second_factor
      from app_user u left join company c on c.id = u.company_id
      """;

  private final Database database;

  public AccountStore(Database database) {
    this.database = database;
  }

  /** All accounts of people, by login; those of other systems have keys. */
  public List<AccountRow> all() {
    return new Query(ROWS)
        .and("where u.role <> ? order by u.login", Role.SOURCE.name())
        .list(database, AccountStore::row);
  }

  /** An account of somebody. */
  public Optional<AccountRow> find(int id) {
    return new Query(ROWS)
        .and("where u.id = ? and u.role <> ?", id, Role.SOURCE.name())
        .first(database, AccountStore::row);
  }

  public Optional<AccountRow> find(String login) {
    return new Query(ROWS).and("where u.login = ?", login).first(database, AccountStore::row);
  }

  /** Companies, squads and districts. */
  public List<Organisation> organisations() {
    return database.query(
        "select name, kind from company order by kind, name",
        r -> new Organisation(r.getString("name"), r.getString("kind")));
  }

  /** Lets somebody sign in, or no longer: then all sessions of the account end. */
  public void enable(int id, boolean enabled, Instant now) {
    database.inTransaction(
        "enabling an account",
        connection -> {
          Database.update(connection, "update app_user set enabled = ? where id = ?", enabled, id);
          if (!enabled) {
            endSessions(connection, id, new byte[0], now);
          }
          return null;
        });
  }

  /**
   * Puts another password in the place of the one on file and ends the account's sessions.
   *
   * @param kept hash of the token of a session that goes on; empty for none
   */
  public void setPassword(int id, String passwordHash, byte[] kept, Instant now) {
    database.inTransaction(
        "changing a password",
        connection -> {
          Database.update(
              connection, "update app_user set password_hash = ? where id = ?", passwordHash, id);
          endSessions(connection, id, kept, now);
          return null;
        });
  }

  private static void endSessions(Connection connection, int id, byte[] kept, Instant now)
      throws SQLException {
    Database.update(
        connection,
        "update session set revoked_at = ? where user_id = ? and revoked_at is null"
            + " and token_hash <> ?",
        now,
        id,
        kept);
  }

  private static AccountRow row(ResultSet r) throws SQLException {
    return new AccountRow(
        r.getInt("id"),
        r.getString("login"),
        r.getString("display_name"),
        Role.valueOf(r.getString("role")),
        r.getString("company"),
        r.getBoolean("enabled"),
        r.getBoolean("second_factor"));
  }
}
