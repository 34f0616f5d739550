package io.qingtu.server.session;

import io.micrometer.core.instrument.Counter;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.RegistrationReply;
import io.qingtu.protocol.message.general.RegistrationResult;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is on a connection: from unknown, by registration (注册) and authentication (鉴权), to a terminal
 * of the register, until it logs out. What is refused on the way is counted, and too much of it
 * ends the connection. Belongs to the connection's event loop, except where said.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** Messages that are refused before the connection is closed. */
  static final int REFUSALS = 5;

  private final SessionServices services;
  private final Link link;
  private final TerminalSession session;
  private final Doorkeeper doorkeeper;
  private final Counter refused;
  private volatile Optional<RegisteredTerminal> authenticated = Optional.empty();

  /** Whether something that it has asked of the registrar is not answered. */
  private volatile boolean applying;

  private volatile boolean gone;
  private volatile Header addressee;
  private volatile Instant since = Instant.EPOCH;
  private int refusals;
  private TerminalPhone lastPhone;
  private String lastIdentity;

  Admission(SessionServices services, Link link, TerminalSession session) {
    this.services = services;
    this.link = link;
    this.session = session;
    this.doorkeeper = new Doorkeeper(services);
    this.refused = services.meters().counter("session.refused");
  }

  /** The terminal, once authenticated. Any thread may ask. */
  Optional<RegisteredTerminal> terminal() {
    return authenticated;
  }

  /** Header with which the terminal authenticated last. Any thread may ask. */
  Optional<Header> addressee() {
    return Optional.ofNullable(addressee);
  }

  /** When the terminal was let in last, to the microsecond. Any thread may ask. */
  Instant since() {
    return since;
  }

  /** A header to be answered, in the layout of the terminal. Any thread may ask. */
  Header addressed(Header answered) {
    Header known = addressee;
    return known == null ? answered : in(known.version(), answered);
  }

  /** The header for a layout, as long as it is one of those that the header stands for. */
  private static Header in(ProtocolVersion layout, Header header) {
    return header.version() == ProtocolVersion.V2013 && layout == ProtocolVersion.V2011
        ? header.after(layout)
        : header;
  }

  /** Gives a terminal of the register a new code. */
  void register(Header header, TerminalRegistration registration) {
    String phone = identity(header);
    Optional<RegistrationResult> objection = doorkeeper.objection(phone, registration);
    services
        .register()
        .find(phone)
        .ifPresent(t -> services.traits().of(t).asked(registration, services.clock().millis()));
    if (objection.isPresent()) {
      refuse(header, objection.get());
    } else if (!applying) {
      services
          .register()
          .find(phone)
          .ifPresent(terminal -> services.traits().of(terminal).registered(registration));
      String code = AuthCodes.next();
      Header answered = in(registration.layout(), header);
      Runnable accept =
          () -> link.reply(answered, RegistrationReply.accepted(answered.serialNumber(), code));
      services.registrar().keepCode(phone, code, new Application(accept));
    }
  }

  /** Lets in a terminal that shows its code, or that needs none. */
  void authenticate(Header header, Authentication authentication) {
    String phone = identity(header);
    Optional<RegisteredTerminal> terminal = doorkeeper.admit(phone, authentication);
    if (terminal.isPresent()) {
      admit(header, authentication, terminal.get());
    } else if (services.register().find(phone).isEmpty()) {
      refuse(header, ReplyResult.FAILURE);
    } else if (!applying) {
      lookAgain(header, authentication);
    }
  }

  /** Its code may be one that another gateway has given; until that is known it is not read. */
  private void lookAgain(Header header, Authentication authentication) {
    link.pause();
    Runnable decide =
        () ->
            doorkeeper
                .admit(identity(header), authentication)
                .ifPresentOrElse(
                    terminal -> admit(header, authentication, terminal),
                    () -> refuse(header, ReplyResult.FAILURE));
    Runnable answer =
        () -> {
          link.thread().execute(decide);
          link.resume();
        };
    services.registrar().lookUp(identity(header), new Application(answer));
  }

  private void admit(Header header, Authentication authentication, RegisteredTerminal terminal) {
    services.traits().of(terminal).authenticated(authentication);
    enter(header, terminal);
    link.reply(header, PlatformGeneralReply.to(header, ReplyResult.SUCCESS));
    services.receivers().forEach(receiver -> receiver.connected(session));
  }

  /** Whether a terminal that has shown no code may begin all the same, and then lets it in. */
  boolean letInByPhone(Header header) {
    if (authenticated.isPresent()) {
      return false;
    }
    Optional<RegisteredTerminal> terminal = doorkeeper.admit(identity(header));
    terminal.ifPresent(
        t -> {
          enter(header, t);
          services.receivers().forEach(receiver -> receiver.connected(session));
        });
    return terminal.isPresent();
  }

  private void enter(Header header, RegisteredTerminal found) {
    leave();
    addressee = in(services.traits().of(found).layout(header), header);
    since = Instant.now().truncatedTo(ChronoUnit.MICROS);
    authenticated = Optional.of(found);
    refusals = 0;
    services.sessions().bind(found.phone(), session).ifPresent(TerminalSession::replace);
    services.traits().of(found).connected(header, services.clock().millis());
    LOG.debug("terminal {} of {} authenticated", found.phone(), found.plate());
  }

  /** The connection is gone. */
  void end() {
    gone = true;
    leave();
  }

  /** The terminal has logged out, or its connection is gone. */
  void leave() {
    authenticated.ifPresent(
        t -> {
          if (services.sessions().unbind(t.phone(), session)) {
            services.traits().of(t).disconnected();
          }
        });
    authenticated = Optional.empty();
  }

  /** Whether a frame comes from the terminal that authenticated. */
  boolean isOwn(Header header) {
    return authenticated.isPresent() && authenticated.get().phone().equals(identity(header));
  }

  /** The sender's name in the register; nearly always that of the frame before. */
  private String identity(Header header) {
    if (!header.phone().equals(lastPhone)) {
      lastPhone = header.phone();
      lastIdentity = doorkeeper.identity(lastPhone);
    }
    return lastIdentity;
  }

  /** Refuses a message; too many of them end the connection. */
  void refuse(Header header, RegistrationResult result) {
    link.reply(header, RegistrationReply.refused(header.serialNumber(), result));
    countRefusal();
  }

  /** As {@link #refuse(Header, RegistrationResult)}, with the general reply. */
  void refuse(Header header, ReplyResult result) {
    link.reply(header, PlatformGeneralReply.to(header, result));
    countRefusal();
  }

  private void countRefusal() {
    refused.increment();
    if (++refusals >= REFUSALS) {
      link.close("refused");
    }
  }

  /** What is asked of the registrar. */
  private final class Application implements Registrar.Applicant {
    private final Runnable answer;

    private Application(Runnable answer) {
      this.answer = answer;
      applying = true;
    }

    @Override
    public boolean waits() {
      return !gone;
    }

    @Override
    public void served() {
      applying = false; // first: who hears the reply may ask again at once
      answer.run();
    }

    /** No reply: the terminal asks again on its next connection. */
    @Override
    public void failed(String why) {
      applying = false;
      LOG.debug("nothing is known of a terminal's code: {}", why);
      link.close("registration");
    }
  }
}
