package io.qingtu.server.traits;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Deviation;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.server.profile.TerminalIdentity;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey;
import io.qingtu.server.store.OddKey.Kind;
import io.qingtu.server.store.TraitRow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of one terminal. Outlives its connections. Any thread. */
public final class TerminalTraits {
  private record Chosen(String registered, TerminalIdentity identity, ProfileChoice choice) {}

  private final String phone;
  private final OddCounts odd;
  private final AtomicLong messages = new AtomicLong();
  private volatile TerminalIdentity identity = TerminalIdentity.UNKNOWN;
  private volatile Chosen chosen;
  private volatile String version = "";
  private volatile String vin = "";
  private volatile ProtocolVersion header;
  private volatile boolean connected;
  private volatile boolean changed;
  private volatile boolean seenAgain;
  private volatile long first;
  private volatile long last;

  TerminalTraits(String phone, AtomicInteger budget) {
    this.phone = phone;
    this.odd = new OddCounts(budget);
  }

  /** Takes over what was filed. */
  TerminalTraits(TraitRow row, AtomicInteger budget) {
    this(row.phone(), budget);
    identity =
        new TerminalIdentity(
            row.manufacturer(),
            row.model(),
            row.terminalId(),
            row.region(),
            row.imei(),
            row.firmware());
    version = row.version();
    vin = row.vin();
    header = row.header().isEmpty() ? null : ProtocolVersion.valueOf("V" + row.header());
    messages.set(row.messages());
    first = row.first().toEpochMilli();
    last = row.last().toEpochMilli();
  }

  /** What the terminal has said of itself. */
  public TerminalIdentity identity() {
    return identity;
  }

  /** It asks to be registered, which may be refused. */
  public void asked(TerminalRegistration said, long now) {
    if (!vin.equals(said.vin())) {
      vin = said.vin();
      changed = true;
    }
    if (first == 0) {
      first = now;
      last = now;
    }
  }

  /** Its registration was accepted. */
  public void registered(TerminalRegistration said) {
    identity =
        new TerminalIdentity(
            said.manufacturer(),
            said.model(),
            said.terminalId(),
            String.format("%02d%04d", said.province(), said.city()),
            identity.imei(),
            identity.firmware());
    version = said.layout().year();
    changed = true;
  }

  /** The issue after which the terminal is written to: headers do not tell 2011 from 2013. */
  public ProtocolVersion layout(Header said) {
    boolean registeredAs2011 = version.equals(ProtocolVersion.V2011.year());
    return registeredAs2011 && said.version() == ProtocolVersion.V2013
        ? ProtocolVersion.V2011
        : said.version();
  }

  /** It is let in. */
  public void connected(Header said, long now) {
    connected = true;
    changed = true;
    seen(said, now);
  }

  /** Its authentication was accepted. */
  public void authenticated(Authentication said) {
    TerminalIdentity before = identity;
    if (!said.imei().isEmpty() || !said.softwareVersion().isEmpty()) {
      identity =
          new TerminalIdentity(
              before.manufacturer(),
              before.model(),
              before.terminalId(),
              before.region(),
              said.imei(),
              said.softwareVersion());
      changed = true;
    }
  }

  /** Its connection is gone. */
  public void disconnected() {
    connected = false;
    changed = true;
  }

  /** It sent a message that could be read. */
  public void heard(Frame frame, TerminalMessage message, ProfileChoice choice, long now) {
    messages.incrementAndGet();
    seen(frame.header(), now);
    if (!frame.deviations().isEmpty()) {
      for (Deviation deviation : frame.deviations()) {
        count(new OddKey(Kind.DEVIATION, 0, OddKey.ANY_LENGTH, deviation.name()), Bytes.EMPTY, now);
      }
    }
    new MessageScan(choice.profile().vocabulary(), odd, now).scan(frame, message);
  }

  /** It sent a frame with a body that could not be read. */
  public void malformed(Frame frame, MalformedException e, long now) {
    seen(frame.header(), now);
    int id = frame.header().messageId();
    count(new OddKey(Kind.MALFORMED, id, OddKey.ANY_LENGTH, e.reason().code()), frame.body(), now);
  }

  /** What came on its connection was no frame. */
  public void badFrame(MalformedException.Reason reason, Bytes begin, long now) {
    count(new OddKey(Kind.FRAME, 0, OddKey.ANY_LENGTH, reason.code()), begin, now);
  }

  private void count(OddKey key, Bytes bytes, long now) {
    odd.add(key, bytes, 0, bytes.length(), now);
    changed = true;
  }

  private void seen(Header said, long now) {
    if (first == 0) {
      first = now;
    }
    last = now;
    seenAgain = true;
    if (header != said.version()) {
      changed = true;
      header = said.version();
      version = version.isEmpty() || header == ProtocolVersion.V2019 ? header.year() : version;
    }
  }

  /**
   * The profile that was chosen last, if nothing has changed since that could change the choice.
   *
   * @param registered profile that the register names
   */
  ProfileChoice choice(String registered) {
    Chosen c = chosen;
    return c != null && c.identity == identity && c.registered.equals(registered) ? c.choice : null;
  }

  ProfileChoice choose(String registered, TerminalIdentity by, ProfileChoice choice) {
    chosen = new Chosen(registered, by, choice);
    return choice;
  }

  /**
   * Whether there is something to file.
   *
   * @param all also where it was only heard once more
   */
  boolean takeChange(boolean all) {
    boolean was = (changed || odd.some() || seenAgain && all) && first != 0;
    if (was) {
      changed = false;
      seenAgain = false;
    }
    return was;
  }

  void putBack() {
    changed = true;
  }

  void putBack(OddCount count) {
    odd.putBack(count);
  }

  List<OddCount> drain() {
    return odd.drain(phone);
  }

  TraitRow row() {
    TerminalIdentity self = identity;
    Chosen c = chosen;
    return new TraitRow(
        phone,
        self.manufacturer(),
        self.model(),
        self.terminalId(),
        self.region(),
        self.imei(),
        self.firmware(),
        version,
        header == null ? "" : header.year(),
        c == null ? "" : c.choice.profile().name(),
        c == null ? "" : c.choice.by().name(),
        connected,
        messages.get(),
        Instant.ofEpochMilli(first),
        Instant.ofEpochMilli(last),
        vin);
  }
}
