package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The second steps of sign-ins. None is ever removed: a new one supersedes, or one is revoked. */
public final class SecondFactorStore {
  /** A secret and its number on file. */
  public record Factor(long id, byte[] secret) {}

  private static final String IN_FORCE =
      "select * from second_factor where user_id = ? and confirmed_at is not null"
          + " and revoked_at is null";

  private final Database database;

  public SecondFactorStore(Database database) {
    this.database = database;
  }

  /** Files a secret that is not asked for until it is confirmed. */
  public void begin(int userId, byte[] secret, Instant now) {
    database.update(
        "insert into second_factor (user_id, secret, made_at) values (?, ?, ?)",
        userId,
        secret,
        now);
  }

  /** The newest secret that was never confirmed. */
  public Optional<Factor> unconfirmed(int userId) {
    return find(
        "select * from second_factor where user_id = ? and confirmed_at is null"
            + " and revoked_at is null order by id desc limit 1",
        userId);
  }

  /** What a sign-in of this account is asked for. */
  public Optional<Factor> inForce(int userId) {
    return find(IN_FORCE, userId);
  }

  private Optional<Factor> find(String sql, int userId) {
    return new Query(sql, userId)
        .first(database, row -> new Factor(row.getLong("id"), row.getBytes("secret")));
  }

  /**
   * Puts a secret in force, in the place of the one before.
   *
   * @param step of the code that proved it; it is not taken again
   */
  public void confirm(int userId, long id, long step, List<byte[]> recoveryHashes, Instant now) {
    database.inTransaction(
        "confirming a second factor",
        connection -> {
          revoke(connection, userId, now);
          Database.update(
              connection,
              "update second_factor set confirmed_at = ?, last_step = ? where id = ?",
              now,
              step,
              id);
          Database.updateAll(
              connection,
              "insert into recovery_code (factor_id, code_hash) values (?, ?)",
              recoveryHashes,
              hash -> new Object[] {id, hash});
          return null;
        });
  }

  /** Takes the code of a step, once: false where that step, or a later one, was taken before. */
  public boolean take(long id, long step) {
    return database.update(
            "update second_factor set last_step = ? where id = ? and last_step < ?", step, id, step)
        == 1;
  }

  /** Takes a recovery code, once. */
  public boolean takeRecovery(long id, byte[] hash, Instant now) {
    return database.update(
            "update recovery_code set used_at = ?"
                + " where factor_id = ? and code_hash = ? and used_at is null",
            now,
            id,
            hash)
        == 1;
  }

  /** Ends what an account's sign-in is asked for; false where nothing was in force. */
  public boolean revoke(int userId, Instant now) {
    return database.inTransaction(
            "revoking a second factor", connection -> revoke(connection, userId, now))
        > 0;
  }

  private static int revoke(Connection connection, int userId, Instant now) throws SQLException {
    return Database.update(
        connection,
        "update second_factor set revoked_at = ? where user_id = ? and confirmed_at is not null"
            + " and revoked_at is null",
        now,
        userId);
  }
}
