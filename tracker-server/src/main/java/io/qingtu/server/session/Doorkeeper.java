package io.qingtu.server.session;

import io.qingtu.protocol.frame.TerminalPhone;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.RegistrationResult;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.server.profile.Healing;
import io.qingtu.server.store.RegisteredTerminal;
import java.util.Optional;

/** Who gets in: terminals of the register, by what they show and by what their profile allows. */
public final class Doorkeeper {
  private final SessionServices services;

  public Doorkeeper(SessionServices services) {
    this.services = services;
  }

  /** The phone's name in the register: its digits, or the IMEI that its bytes are. */
  public String identity(TerminalPhone phone) {
    String digits = phone.identity();
    if (services.register().find(digits).isPresent()) {
      return digits;
    }
    String imei = PhoneNames.imei(phone);
    return services
        .register()
        .find(imei)
        .filter(terminal -> healing(terminal).imeiPhone())
        .map(RegisteredTerminal::phone)
        .orElse(digits);
  }

  /** The terminal of the register that has this phone. */
  public Optional<RegisteredTerminal> find(TerminalPhone phone) {
    return services.register().find(identity(phone));
  }

  /** Whether frames of this phone are taken although their checksum is wrong. */
  public boolean overlooksChecksum(TerminalPhone phone) {
    return find(phone).map(terminal -> healing(terminal).wrongChecksum()).orElse(false);
  }

  /** What is wrong with a registration; empty where it may stand. */
  Optional<RegistrationResult> objection(String identity, TerminalRegistration registration) {
    Optional<RegisteredTerminal> found = services.register().find(identity);
    if (found.isEmpty() || !fits(found.get().terminalId(), registration.terminalId())) {
      return Optional.of(RegistrationResult.NO_SUCH_TERMINAL);
    }
    return isOf(found.get(), registration)
        ? Optional.empty()
        : Optional.of(RegistrationResult.NO_SUCH_VEHICLE);
  }

  /** By the vehicle's plate; where the terminal says that it has none, by its VIN as well. */
  private static boolean isOf(RegisteredTerminal terminal, TerminalRegistration registration) {
    String vin = registration.vin();
    return terminal.plate().equals(registration.plate())
        || !vin.isEmpty() && vin.equals(terminal.vin());
  }

  /** The terminal that shows its code, or that needs none. */
  Optional<RegisteredTerminal> admit(String identity, Authentication authentication) {
    return services
        .register()
        .find(identity)
        .filter(
            terminal -> isCode(terminal, authentication) || healing(terminal).openRegistration());
  }

  /** The terminal that may begin with any message. */
  Optional<RegisteredTerminal> admit(String identity) {
    return services
        .register()
        .find(identity)
        .filter(terminal -> healing(terminal).openRegistration());
  }

  private static boolean isCode(RegisteredTerminal terminal, Authentication authentication) {
    return terminal
        .authCode()
        .map(code -> AuthCodes.equal(code, authentication.authCode()))
        .orElse(false);
  }

  private static boolean fits(String expected, String sent) {
    return expected.isEmpty() || expected.equals(sent);
  }

  private Healing healing(RegisteredTerminal terminal) {
    return services.traits().profile(terminal).healing();
  }
}
