package io.qingtu.server.store;

import io.qingtu.server.store.Account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys of other systems, known by their SHA-256 only. None is ever removed: they are revoked. */
public final class TokenStore {
  /**
   * A key.
   *
   * @param revokedAt null while it holds
   */
  public record TokenRow(
      long id,
      String source,
      String createdBy,
      Instant createdAt,
      Instant expiresAt,
      Instant revokedAt) {}

  private static final String SELECT =
      """
      select t.*, u.display_name source, c.display_name creator
      from api_token t join app_user u on u.id = t.user_id join app_user c on c.id = t.created_by
      """;

  private final Database database;

  public TokenStore(Database database) {
    this.database = database;
  }

  /**
   * Files a key for a source, which becomes an account that cannot sign in.
   *
   * @return empty where the source has a key
   */
  public Optional<TokenRow> add(
      String source, byte[] tokenHash, int createdBy, Instant now, Instant expires) {
    return database.inTransaction(
        "filing a key of " + source,
        connection -> {
          List<Integer> account =
              Database.query(
                  connection,
                  """
                  insert into app_user (login, display_name, role, password_hash)
                  values (?, ?, ?, '') on conflict (login) do nothing returning id\
                  """,
                  row -> row.getInt(1),
                  "source:" + source,
                  source,
                  Role.SOURCE.name());
          if (account.isEmpty()) {
            return Optional.empty();
          }
          Database.update(
              connection,
              """
              insert into api_token (user_id, token_hash, created_by, created_at, expires_at)
              values (?, ?, ?, ?, ?)\
              """,
              account.get(0),
              tokenHash,
              createdBy,
              now,
              expires);
          return Database.query(
                  connection, SELECT + "where t.user_id = ?", TokenStore::row, account.get(0))
              .stream()
              .findFirst();
        });
  }

  /** All, the newest first. */
  public List<TokenRow> all() {
    return database.query(SELECT + "order by t.id desc", TokenStore::row);
  }

  /** Ends a key for good; false where it does not exist or has ended. */
  public boolean revoke(long id, Instant now) {
    return database.update(
            "update api_token set revoked_at = ? where id = ? and revoked_at is null", now, id)
        == 1;
  }

  private static TokenRow row(ResultSet r) throws SQLException {
    return new TokenRow(
        r.getLong("id"),
        r.getString("source"),
        r.getString("creator"),
        Database.instant(r, "created_at"),
        Database.instant(r, "expires_at"),
        Database.instant(r, "revoked_at"));
  }
}
