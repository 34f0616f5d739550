package io.qingtu.server.session;

import io.micrometer.core.instrument.Counter;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.Heartbeat;
import io.qingtu.protocol.message.general.Logout;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.RegistrationReply;
import io.qingtu.protocol.message.general.RegistrationResult;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.general.ResendPartsRequest;
import io.qingtu.protocol.message.general.ServerTimeQuery;
import io.qingtu.protocol.message.general.ServerTimeReply;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.protocol.message.location.BatchLocationReport;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.ingest.LocationBatch;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.store.RegisteredTerminal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a terminal, from unknown to authenticated, and the reply to each of its
 * messages. Only terminals of the register get anywhere; only locations that are stored are
 * acknowledged. Belongs to the connection's event loop, except where said.
 */
public final class TerminalSession {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSession.class);

  /** Messages that are refused before the connection is closed. */
  static final int REFUSALS = 5;

  private final SessionServices services;
  private final Link link;
  private final Counter refused;
  private final Doorkeeper doorkeeper;
  private final SessionNotes notes;
  private final Counter unsupported;
  private volatile Optional<RegisteredTerminal> authenticated = Optional.empty();
  private volatile boolean registering;
  private volatile Header addressee;
  private int refusals;
  private TerminalPhone lastPhone;
  private String lastIdentity;

  public TerminalSession(SessionServices services, Link link) {
    this.services = services;
    this.link = link;
    this.refused = services.meters().counter("session.refused");
    this.doorkeeper = new Doorkeeper(services);
    this.notes = new SessionNotes(services, this);
    this.unsupported = services.meters().counter("session.unsupported");
  }

  /** Whether the terminal has shown who it is. Any thread may ask. */
  public boolean isAuthenticated() {
    return authenticated.isPresent();
  }

  /** Takes note of what comes from the terminal and is not understood. */
  public SessionNotes notes() {
    return notes;
  }

  /** The vehicle, once authenticated. Any thread may ask. */
  public Optional<String> plate() {
    return authenticated.map(RegisteredTerminal::plate);
  }

  /** The terminal, once authenticated. Any thread may ask. */
  public Optional<RegisteredTerminal> terminal() {
    return authenticated;
  }

  /** The layout in which the terminal is spoken to; 2013's until it has authenticated. */
  public ProtocolVersion version() {
    Header known = addressee;
    return known == null ? ProtocolVersion.V2013 : known.version();
  }

  /** The profile of the terminal, once authenticated: what its vendor's bytes mean. Any thread. */
  public Optional<TerminalProfile> profile() {
    return authenticated.map(terminal -> services.traits().choose(terminal).profile());
  }

  /** Reads no more from the terminal until {@link #resume()}; on the connection's thread. */
  public void pause() {
    link.pause();
  }

  /** Undoes one {@link #pause()}. Any thread may call. */
  public void resume() {
    link.resume();
  }

  /** Answers a message, or every part of one, with the general reply. Any thread may call. */
  public void answer(List<Header> answers, ReplyResult result) {
    answers.forEach(header -> reply(header, result));
  }

  /** Answers a message with one of its own kind. Any thread may call. */
  public void answer(Header answered, PlatformMessage reply) {
    Header known = addressee;
    link.reply(known == null ? answered : in(known.version(), answered), reply);
  }

  /** The header for a layout, as long as it is one of those that the header stands for. */
  private static Header in(ProtocolVersion layout, Header header) {
    return header.version() == ProtocolVersion.V2013 && layout == ProtocolVersion.V2011
        ? header.after(layout)
        : header;
  }

  /**
   * Sends a message of the platform's own. Any thread may call.
   *
   * @param sent told its serial numbers before it goes out, on the connection's thread; not called
   *     where the connection is gone or has not authenticated
   */
  public void send(PlatformMessage message, Consumer<SerialNumbers> sent) {
    if (isAuthenticated()) {
      link.send(addressee, message, sent);
    }
  }

  /**
   * Whether parts of a message that was split may be collected: not for strangers, and not for what
   * is not understood anyway.
   */
  public boolean collectsParts(Header header) {
    return isOwn(header)
        && !header.encrypted()
        && TerminalMessageType.find(header.messageId()).isPresent();
  }

  /**
   * The message of a frame, in the vendor's reading where the terminal's profile has one.
   *
   * @throws MalformedException if the body is no good
   */
  public TerminalMessage read(Frame frame) {
    Header header = frame.header();
    if (header.messageId() == BatchLocationReport.BYTE_LENGTHS_ID
        && isOwn(header)
        && profile().orElseThrow().healing().byteBatch()) {
      header.requirePlain();
      return BatchLocationReport.decodeByteLengths(new BodyReader(frame.body()), header.version());
    }
    return TerminalMessageType.decode(frame);
  }

  /**
   * Takes the next message.
   *
   * @param answers headers to be answered: its own, or those of all its parts
   * @param body of the whole message
   */
  public void receive(List<Header> answers, Bytes body, TerminalMessage message) {
    Header header = answers.get(0);
    if (isAuthenticated() && !isOwn(header)) {
      refuseOther(header, message);
    } else if (message instanceof TerminalRegistration registration) {
      register(header, registration);
    } else if (message instanceof Authentication authentication) {
      authenticate(header, authentication);
    } else if (!isOwn(header) && !letInByPhone(header)) {
      refuse(header, ReplyResult.FAILURE);
    } else if (message instanceof LocationReport report) {
      locate(answers, List.of(report), false);
    } else if (message instanceof BatchLocationReport batch) {
      locate(answers, batch.reports(), batch.type() == BatchLocationReport.BLIND_SPOT);
    } else if (message instanceof Heartbeat) {
      reply(header, ReplyResult.SUCCESS);
    } else if (message instanceof Logout) {
      leave();
      reply(header, ReplyResult.SUCCESS);
    } else if (message instanceof ServerTimeQuery) {
      link.reply(header, ServerTimeReply.of(services.clock().instant()));
    } else if (message instanceof ResendPartsRequest lost) {
      resend(header, lost);
    } else if (!isReceived(answers, body, message) && !(message instanceof TerminalGeneralReply)) {
      unsupported.increment();
      answer(answers, ReplyResult.UNSUPPORTED);
    }
  }

  /** The parts are the answer, if they are still there. */
  private void resend(Header header, ResendPartsRequest lost) {
    if (!link.resend(lost.firstSerialNumber(), lost.indexes())) {
      reply(header, ReplyResult.FAILURE);
    }
  }

  /** A link belongs to the terminal that authenticated on it, until that logs out. */
  private void refuseOther(Header header, TerminalMessage message) {
    if (message instanceof TerminalRegistration) {
      refuse(header, RegistrationResult.NO_SUCH_TERMINAL);
    } else {
      refuse(header, ReplyResult.FAILURE);
    }
  }

  private boolean isReceived(List<Header> answers, Bytes body, TerminalMessage message) {
    for (Receiver receiver : services.receivers()) {
      if (receiver.receive(this, answers, body, message)) {
        return true;
      }
    }
    return false;
  }

  /** A frame was good, its body was not: the connection goes on. */
  public void receiveMalformed(Header header, MalformedException e) {
    if (!isOwn(header)) {
      refuse(header, ReplyResult.FAILURE);
    } else {
      if (e.reason() == MalformedException.Reason.ENCRYPTED) {
        unsupported.increment();
      }
      reply(
          header,
          e.reason() == MalformedException.Reason.ENCRYPTED
              ? ReplyResult.UNSUPPORTED
              : ReplyResult.BAD_MESSAGE);
    }
  }

  /**
   * A part of a message was collected. Parts of media are answered at once, because 0x8800 answers
   * the whole; all others together when the whole is stored, unless the terminal sends nothing more
   * before it has an answer.
   */
  public void receivePart(Header header, PartAssembler.Outcome outcome) {
    if (outcome == PartAssembler.Outcome.DROPPED) {
      reply(header, ReplyResult.FAILURE);
    } else if (outcome == PartAssembler.Outcome.PROMPTED
        || header.messageId() == MultimediaData.ID) {
      reply(header, ReplyResult.SUCCESS);
    }
  }

  /** A part of a message that is not collected. */
  public void receivePart(Header header) {
    if (isOwn(header)) {
      unsupported.increment();
      reply(header, ReplyResult.UNSUPPORTED);
    } else {
      refuse(header, ReplyResult.FAILURE);
    }
  }

  /** The connection is gone. */
  public void end() {
    leave();
  }

  private void register(Header header, TerminalRegistration registration) {
    String phone = identity(header);
    Optional<RegistrationResult> objection = doorkeeper.objection(phone, registration);
    if (objection.isPresent()) {
      refuse(header, objection.get());
    } else if (!registering) {
      registering = true;
      services
          .register()
          .find(phone)
          .ifPresent(terminal -> services.traits().of(terminal).registered(registration));
      String code = AuthCodes.next();
      Header answered = in(registration.layout(), header);
      services.database().execute(() -> keepCode(answered, phone, code));
    }
  }

  /** On the thread that may wait for the database. */
  private void keepCode(Header header, String phone, String code) {
    try {
      services.register().giveCode(phone, code, services.clock().instant());
      link.reply(header, RegistrationReply.accepted(header.serialNumber(), code));
    } catch (RuntimeException e) {
      // no reply: the terminal registers again on its next connection
      LOG.warn("terminal {} cannot register: {}", phone, e.getMessage());
      link.close("registration");
    } finally {
      registering = false;
    }
  }

  private void authenticate(Header header, Authentication authentication) {
    Optional<RegisteredTerminal> terminal = doorkeeper.admit(identity(header), authentication);
    if (terminal.isEmpty()) {
      refuse(header, ReplyResult.FAILURE);
      return;
    }
    services.traits().of(terminal.get()).authenticated(authentication);
    enter(header, terminal.get());
    reply(header, ReplyResult.SUCCESS);
    services.receivers().forEach(receiver -> receiver.connected(this));
  }

  /** Whether a terminal that has shown no code may begin all the same, and then lets it in. */
  private boolean letInByPhone(Header header) {
    if (isAuthenticated()) {
      return false;
    }
    Optional<RegisteredTerminal> terminal = doorkeeper.admit(identity(header));
    terminal.ifPresent(
        t -> {
          enter(header, t);
          services.receivers().forEach(receiver -> receiver.connected(this));
        });
    return terminal.isPresent();
  }

  private void enter(Header header, RegisteredTerminal terminal) {
    leave();
    authenticated = Optional.of(terminal);
    refusals = 0;
    services
        .sessions()
        .bind(terminal.phone(), this)
        .ifPresent(before -> before.link.close("replaced"));
    services.traits().of(terminal).connected(header, services.clock().millis());
    LOG.debug("terminal {} of {} authenticated", terminal.phone(), terminal.plate());
    addressee = in(services.traits().of(terminal).layout(header), header);
  }

  private void leave() {
    authenticated.ifPresent(
        t -> {
          if (services.sessions().unbind(t.phone(), this)) {
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

  /** Takes a location that came in a reply. On the connection's thread. */
  public void locate(List<Header> answers, LocationReport location) {
    locate(answers, List.of(location), false);
  }

  private void locate(List<Header> answers, List<LocationReport> reports, boolean backfill) {
    LocationBatch batch =
        new LocationBatch(
            authenticated.orElseThrow(),
            reports,
            backfill,
            () -> {
              answer(answers, ReplyResult.SUCCESS);
              services.receivers().forEach(receiver -> receiver.located(this, reports));
            },
            () -> answer(answers, ReplyResult.FAILURE));
    if (!services.intake().take(batch, link::resume)) {
      link.pause();
    }
  }

  private void refuse(Header header, RegistrationResult result) {
    link.reply(header, RegistrationReply.refused(header.serialNumber(), result));
    countRefusal();
  }

  private void refuse(Header header, ReplyResult result) {
    reply(header, result);
    countRefusal();
  }

  private void countRefusal() {
    refused.increment();
    if (++refusals >= REFUSALS) {
      link.close("refused");
    }
  }

  private void reply(Header header, ReplyResult result) {
    link.reply(header, PlatformGeneralReply.to(header, result));
  }
}
