package io.qingtu.web.http;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.SecondFactorStore;
import io.qingtu.server.store.SecondFactorStore.Factor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The second step of a sign-in: a code of the phone, or one of those that were written down. */
public final class SecondFactors {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What a phone is to be shown.
   *
   * @param secret for who types it
   * @param uri to be drawn as a QR code
   */
  public record Enrolment(String secret, String uri) {}

  private final SecondFactorStore store;
  private final Set<Role> required;
  private final String issuer;
  private final Clock clock;

  /**
   * @param required roles that may do nothing before they have one
   * @param issuer as the phone names it
   */
  public SecondFactors(SecondFactorStore store, Set<Role> required, String issuer, Clock clock) {
    this.store = store;
    this.required = required.isEmpty() ? Set.of() : Set.copyOf(required);
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Whether this account must get one before it may do anything else. */
  public boolean isOwed(Account account) {
    return required.contains(account.role()) && !account.secondFactor();
  }

  /** Makes a secret that is in force once {@link #confirm} has seen a code of it. */
  public Enrolment begin(Account account) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    store.begin(account.id(), secret, clock.instant());
    String text = Totp.base32(secret);
    String name = escape(issuer) + ":" + escape(account.login());
    return new Enrolment(
        text, "otpauth://totp/" + name + "?secret=" + text + "&issuer=" + escape(issuer));
  }

  /**
   * Puts the secret in force that was shown last.
   *
   * @return codes for who loses the phone; they are shown this once
   * @throws ApiException where the code is not of that secret
   */
  public List<String> confirm(Account account, String code) {
    Optional<Factor> shown = store.unconfirmed(account.id());
    OptionalLong step =
        shown.map(f -> Totp.step(f.secret(), code, clock.instant())).orElse(OptionalLong.empty());
    if (step.isEmpty()) {
      throw ApiException.badParameter("code", "is not what the phone shows now");
    }
    List<String> codes =
        Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
    store.confirm(
        account.id(),
        shown.get().id(),
        step.getAsLong(),
        codes.stream().map(SecondFactors::hash).toList(),
        clock.instant());
    return codes;
  }

  /**
   * Whether a sign-in may go on.
   *
   * @param code of the phone or a recovery code
   */
  boolean accepts(Account account, String code) {
    Optional<Factor> factor = store.inForce(account.id());
    if (factor.isEmpty()) {
      return true;
    }
    long id = factor.get().id();
    OptionalLong step = Totp.step(factor.get().secret(), code.strip(), clock.instant());
    return step.isPresent()
        ? store.take(id, step.getAsLong())
        : store.takeRecovery(id, hash(code), clock.instant());
  }

  /** What a phone with this secret shows at a moment. */
  public static String codeOf(byte[] secret, Instant at) {
    return Totp.code(secret, Totp.stepAt(at));
  }

  /** Ends an account's second step; false where it has none. */
  public boolean revoke(Account account) {
    return store.revoke(account.id(), clock.instant());
  }

  private static String recoveryCode() {
    byte[] bytes = new byte[RECOVERY_BYTES];
    RANDOM.nextBytes(bytes);
    String text = Totp.base32(bytes).toLowerCase(Locale.ROOT);
    return text.substring(0, 8) + "-" + text.substring(8);
  }

  /** 80 random bits: a plain hash is enough. */
  private static byte[] hash(String code) {
    return Sessions.digest(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
