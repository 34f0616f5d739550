package io.qingtu.web.oidc;

import io.qingtu.web.http.Passwords;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins that have gone to the provider and not come back. Each comes back once, soon, and to the
 * browser that it has left from.
 */
final class PendingSignIns {
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Whoever begins more than can be waited for ends the oldest. */
  private static final int MOST = 10_000;

  /**
   * What a sign-in must bring back, or prove.
   *
   * @param state names it to the provider and back
   * @param nonce that the ID token must hold
   * @param verifier that the code is exchanged with (PKCE)
   */
  record Pending(String state, String nonce, String verifier, Instant since) {}

  private final Map<String, Pending> byState =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > MOST;
        }
      };

  synchronized Pending begin(Instant now) {
    Pending pending =
        new Pending(Passwords.random(32), Passwords.random(32), Passwords.random(48), now);
    byState.put(pending.state(), pending);
    return pending;
  }

  /** The sign-in of a state; only the first time, and in time. */
  synchronized Optional<Pending> take(String state, Instant now) {
    return Optional.ofNullable(byState.remove(state))
        .filter(p -> now.isBefore(p.since().plus(PATIENCE)));
  }
}
