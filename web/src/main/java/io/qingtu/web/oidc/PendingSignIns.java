package io.qingtu.web.oidc;

import io.qingtu.server.store.PendingSignInStore;
import io.qingtu.server.store.PendingSignInStore.Proof;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.http.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sign-ins that have gone to the provider and not come back. Each comes back once, soon, to the
 * browser that it has left from, and to whichever process of the web that browser is led to.
 */
final class PendingSignIns {
  static final Duration PATIENCE = PendingSignInStore.PATIENCE;

  /**
   * What a sign-in must bring back, or prove.
   *
   * @param state names it to the provider and back
   * @param nonce that the ID token must hold
   * @param verifier that the code is exchanged with (PKCE)
   */
  record Pending(String state, String nonce, String verifier) {}

  private final PendingSignInStore store;

  PendingSignIns(PendingSignInStore store) {
    this.store = store;
  }

  /** Blocks. */
  Pending begin(Instant now) {
    Pending pending = new Pending(Passwords.random(32), Passwords.random(32), Passwords.random(48));
    store.begin(
        Sessions.digest(pending.state()), new Proof(pending.nonce(), pending.verifier()), now);
    return pending;
  }

  /** The sign-in of a state; only the first time, and in time. Blocks. */
  Optional<Pending> take(String state, Instant now) {
    return store
        .take(Sessions.digest(state), now)
        .map(proof -> new Pending(state, proof.nonce(), proof.verifier()));
  }
}
