package io.qingtu.server.session;

import io.micrometer.core.instrument.Counter;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.Heartbeat;
import io.qingtu.protocol.message.general.Logout;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection of a terminal and the reply to each of its messages. Only terminals that pass
 * {@link Admission} get anywhere; only locations that are stored are acknowledged. Belongs to the
 * connection's event loop, except where said.
 */
public final class TerminalSession {
  private final SessionServices services;
  private final Link link;
  private final Admission admission;
  private final SessionNotes notes;
  private final Counter unsupported;

  public TerminalSession(SessionServices services, Link link) {
    this.services = services;
    this.link = link;
    this.admission = new Admission(services, link, this);
    this.notes = new SessionNotes(services, this);
    this.unsupported = services.meters().counter("session.unsupported");
  }

  /** Whether the terminal has shown who it is. Any thread may ask. */
  public boolean isAuthenticated() {
    return terminal().isPresent();
  }

  /** Takes note of what comes from the terminal and is not understood. */
  public SessionNotes notes() {
    return notes;
  }

  /** The vehicle, once authenticated. Any thread may ask. */
  public Optional<String> plate() {
    return terminal().map(RegisteredTerminal::plate);
  }

  /** The terminal, once authenticated. Any thread may ask. */
  public Optional<RegisteredTerminal> terminal() {
    return admission.terminal();
  }

  /** When the terminal was let in, by the machine's clock, which other gateways share. */
  Instant since() {
    return admission.since();
  }

  /** The layout in which the terminal is spoken to; 2013's until it has authenticated. */
  public ProtocolVersion version() {
    return admission.addressee().map(Header::version).orElse(ProtocolVersion.V2013);
  }

  /** The profile of the terminal, once authenticated: what its vendor's bytes mean. Any thread. */
  public Optional<TerminalProfile> profile() {
    return terminal().map(services.traits()::profile);
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
    link.reply(admission.addressed(answered), reply);
  }

  /**
   * Sends a message of the platform's own. Any thread may call.
   *
   * @param sent told its serial numbers before it goes out, on the connection's thread; not called
   *     where the connection is gone or has not authenticated
   */
  public void send(PlatformMessage message, Consumer<SerialNumbers> sent) {
    if (isAuthenticated()) {
      admission.addressee().ifPresent(addressee -> link.send(addressee, message, sent));
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
      admission.register(header, registration);
    } else if (message instanceof Authentication authentication) {
      admission.authenticate(header, authentication);
    } else if (!isOwn(header) && !admission.letInByPhone(header)) {
      admission.refuse(header, ReplyResult.FAILURE);
    } else if (message instanceof LocationReport report) {
      locate(answers, List.of(report), false);
    } else if (message instanceof BatchLocationReport batch) {
      locate(answers, batch.reports(), batch.type() == BatchLocationReport.BLIND_SPOT);
    } else if (message instanceof Heartbeat) {
      reply(header, ReplyResult.SUCCESS);
    } else if (message instanceof Logout) {
      admission.leave();
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
      admission.refuse(header, RegistrationResult.NO_SUCH_TERMINAL);
    } else {
      admission.refuse(header, ReplyResult.FAILURE);
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
      admission.refuse(header, ReplyResult.FAILURE);
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
      admission.refuse(header, ReplyResult.FAILURE);
    }
  }

  /** The connection is gone. */
  public void end() {
    admission.end();
  }

  /** Whether a frame comes from the terminal that authenticated. */
  boolean isOwn(Header header) {
    return admission.isOwn(header);
  }

  /** Ends the connection: the terminal has a newer one. */
  void replace() {
    link.close("replaced");
  }

  /** Takes a location that came in a reply. On the connection's thread. */
  public void locate(List<Header> answers, LocationReport location) {
    locate(answers, List.of(location), false);
  }

  private void locate(List<Header> answers, List<LocationReport> reports, boolean backfill) {
    LocationBatch batch =
        new LocationBatch(
            terminal().orElseThrow(),
            reports,
            backfill,
            link.thread(),
            committed(answers, reports),
            () -> answer(answers, ReplyResult.FAILURE));
    if (!services.intake().take(batch, link::resume)) {
      link.pause();
    }
  }

  /** What is done once they are stored; it holds on to the reports only where somebody asks. */
  private Runnable committed(List<Header> answers, List<LocationReport> reports) {
    List<Receiver> concerned = List.of();
    for (Receiver receiver : services.receivers()) {
      for (LocationReport report : reports) {
        if (receiver.wants(report)) {
          concerned = concerned.isEmpty() ? new ArrayList<>() : concerned;
          concerned.add(receiver);
          break;
        }
      }
    }
    if (concerned.isEmpty()) {
      return () -> answer(answers, ReplyResult.SUCCESS);
    }
    List<Receiver> told = concerned;
    return () -> {
      answer(answers, ReplyResult.SUCCESS);
      told.forEach(receiver -> receiver.located(this, reports));
    };
  }

  private void reply(Header header, ReplyResult result) {
    link.reply(header, PlatformGeneralReply.to(header, result));
  }
}
