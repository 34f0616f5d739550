package io.qingtu.web.server;

import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import java.util.Optional;

/** Lets the first person in: an installation without accounts gets {@code admin}. */
final class FirstAccount {
  static final String LOGIN = "admin";

  private static final int PASSWORD_BYTES = 12;

  private FirstAccount() {}

  /**
   * Makes the account where there is none at all.
   *
   * @param wanted its password; without one it gets a random one
   * @return the random password, which nobody can read again
   */
  static Optional<String> make(UserStore users, Optional<String> wanted) {
    if (!users.isEmpty()) {
      return Optional.empty();
    }
    String password = wanted.orElseGet(() -> Passwords.random(PASSWORD_BYTES));
    boolean made =
        users.add(LOGIN, "管理员", Role.ADMINISTRATOR, Optional.empty(), Passwords.hash(password));
    return made && wanted.isEmpty() ? Optional.of(password) : Optional.empty();
  }
}
