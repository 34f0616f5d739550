package io.qingtu.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in, from where and since when. A session is known by its token's SHA-256 only. */
public final class LoginStore {
  /** Use is written down to this: not every request writes. */
  private static final Duration STEP = Duration.ofMinutes(1);

  /**
   * An open session.
   *
   * @param agent what the browser calls itself
   * @param current whether it is the one that asks
   */
  public record LoginRow(
      long id,
      String login,
      String displayName,
      String origin,
      String agent,
      Instant createdAt,
      Instant seenAt,
      Instant expiresAt,
      boolean current) {}

  /** From where a session is opened, and until when it lasts at most. */
  public record Opening(String origin, String agent, Instant now, Instant expires) {}

  private final Database database;

  public LoginStore(Database database) {
    this.database = database;
  }

  public void open(byte[] tokenHash, int userId, Opening opening) {
    database.update(
        "insert into session (token_hash, user_id, origin, agent, created_at, seen_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        tokenHash,
        userId,
        opening.origin(),
        opening.agent(),
        opening.now(),
        opening.now(),
        opening.expires());
  }

  /**
   * The enabled account of a session that is neither revoked nor expired and was used since.
   *
   * @param use whether this is a use of it
   */
  public Optional<Account> find(byte[] tokenHash, Instant now, Instant usedSince, boolean use) {
    Optional<Account> account =
        new Query(UserStore.ACCOUNT)
            .and("join session s on s.user_id = u.id")
            .and("where s.token_hash = ? and s.revoked_at is null and u.enabled", tokenHash)
            .and("and s.expires_at > ? and s.seen_at > ?", now, usedSince)
            .first(database, UserStore::account);
    if (use && account.isPresent()) {
      database.update(
          "update session set seen_at = ? where token_hash = ? and seen_at <= ?",
          now,
          tokenHash,
          now.minus(STEP));
    }
    return account;
  }

  /** The enabled account of a key that is neither revoked nor expired. */
  public Optional<Account> findByKey(byte[] tokenHash, Instant now) {
    return new Query(UserStore.ACCOUNT)
        .and("join api_token t on t.user_id = u.id")
        .and("where t.token_hash = ? and t.revoked_at is null and u.enabled", tokenHash)
        .and("and t.expires_at > ?", now)
        .first(database, UserStore::account);
  }

  /**
   * The sessions that are open, those used last in front.
   *
   * @param userId whose; empty for everybody's
   */
  public List<LoginRow> open(
      Optional<Integer> userId, byte[] asking, Instant now, Instant usedSince) {
    Query query =
        new Query(
            """
            select s.*, u.login, u.display_name, s.token_hash = ? current
            from session s join app_user u on u.id = s.user_id
            where s.revoked_at is null and s.expires_at > ? and s.seen_at > ?\
            """,
            asking,
            now,
            usedSince);
    userId.ifPresent(id -> query.and("and s.user_id = ?", id));
    return query
        .and("order by s.seen_at desc, s.id desc limit 1000")
        .list(
            database,
            row ->
                new LoginRow(
                    row.getLong("id"),
                    row.getString("login"),
                    row.getString("display_name"),
                    row.getString("origin"),
                    row.getString("agent"),
                    Database.instant(row, "created_at"),
                    Database.instant(row, "seen_at"),
                    Database.instant(row, "expires_at"),
                    row.getBoolean("current")));
  }

  public void revoke(byte[] tokenHash, Instant now) {
    database.update(
        "update session set revoked_at = ? where token_hash = ? and revoked_at is null",
        now,
        tokenHash);
  }

  /**
   * Ends a session.
   *
   * @param userId whose it must be; empty for anybody's
   * @return false where there is none such that is open
   */
  public boolean revoke(long id, Optional<Integer> userId, Instant now) {
    return database.update(
            "update session set revoked_at = ? where id = ? and revoked_at is null"
                + " and (? or user_id = ?)",
            now,
            id,
            userId.isEmpty(),
            userId.orElse(0))
        == 1;
  }
}
