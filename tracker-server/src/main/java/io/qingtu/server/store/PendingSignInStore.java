package io.qingtu.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sign-ins that have gone to an identity provider and not come back, for every process of the web
 * on the database. Each comes back once, and in time. One is known by its state's SHA-256 only.
 */
public final class PendingSignInStore {
  /** How long people may take with the provider. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Whoever begins more than can be waited for ends the oldest. */
  private static final int MOST = 10_000;

  /**
   * What a sign-in must prove when it comes back.
   *
   * @param nonce that the ID token must hold
   * @param verifier that the code is exchanged with (PKCE)
   */
  public record Proof(String nonce, String verifier) {}

  private final Database database;

  public PendingSignInStore(Database database) {
    this.database = database;
  }

  /** Files a sign-in that begins now, and forgets those that nobody waits for any more. */
  public void begin(byte[] stateHash, Proof proof, Instant now) {
    database.update(
        """
        delete from pending_sign_in where since <= ? or state_hash in (
          select state_hash from pending_sign_in order by since desc offset ?)\
        """,
        now.minus(PATIENCE),
        MOST - 1);
    database.update(
        "insert into pending_sign_in (state_hash, nonce, verifier, since) values (?, ?, ?, ?)",
        stateHash,
        proof.nonce(),
        proof.verifier(),
        now);
  }

  /** The sign-in of a state; only for the first who asks, and in time. */
  public Optional<Proof> take(byte[] stateHash, Instant now) {
    return database
        .updateReturning(
            "delete from pending_sign_in where state_hash = ? returning nonce, verifier, since > ? waits",
            row ->
                row.getBoolean("waits")
                    ? Optional.of(new Proof(row.getString("nonce"), row.getString("verifier")))
                    : Optional.<Proof>empty(),
            stateHash,
            now.minus(PATIENCE))
        .stream()
        .findFirst()
        .flatMap(p -> p);
  }
}
