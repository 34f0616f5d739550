package io.qingtu.server.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.location.LocationReply;
import io.qingtu.protocol.message.vehicle.VehicleControlReply;
import io.qingtu.server.session.Arrivals;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.SerialNumbers;
import io.qingtu.server.session.SessionRegistry;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.CommandState;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.OpenCommand;
import io.qingtu.server.store.RecorderVins;
import io.qingtu.server.store.StoredMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the commands that are on file to the terminals connected here, one at a time each, and
 * files what they answer. The table is the queue: whoever files a command need not be in this
 * process, and a restart forgets nothing. One thread of its own waits for the database.
 */
public final class CommandDesk implements Receiver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
  private static final long POLL_MILLIS = 1000;
  private static final long PATIENCE_SECONDS = 10;

  private final CommandConfig config;
  private final CommandStore store;
  private final RecorderVins recorderVins;
  private final SessionRegistry sessions;
  private final Clock clock;
  private final Counter unmatched;
  private final CommandFeeds feeds = new CommandFeeds();
  private final ConcurrentMap<String, InFlight> inFlight = new ConcurrentHashMap<>();
  private final Filing filing = new Filing();
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "command-desk"));
  private final Arrivals arrivals = new Arrivals(thread, this::resume);

  public CommandDesk(
      CommandConfig config,
      CommandStore store,
      RecorderVins recorderVins,
      SessionRegistry sessions,
      Clock clock,
      MeterRegistry meters) {
    this.config = config;
    this.store = store;
    this.recorderVins = recorderVins;
    this.sessions = sessions;
    this.clock = clock;
    this.unmatched = meters.counter("command.reply.unmatched");
  }

  /** From now on the feed hears of every change of state. */
  public void addFeed(CommandFeed feed) {
    feeds.add(feed);
  }

  /** Begins to look at the table. */
  public void start() {
    thread.scheduleWithFixedDelay(this::work, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The system itself has filed a command. Any thread. */
  public void filed(long id) {
    later(() -> feeds.changed(id));
    nudge();
  }

  /** Something was filed: looks at once. Any thread. */
  public void nudge() {
    later(this::work);
  }

  @Override
  public void connected(TerminalSession session) {
    arrivals.add(session);
  }

  @Override
  public boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    Optional<Reply> reply = Reply.of(message);
    if (reply.isEmpty()) {
      return false;
    }
    boolean located = locates(session, answers, message);
    InFlight awaited = inFlight.get(session.terminal().orElseThrow().phone());
    if (awaited == null || !awaited.isAnsweredBy(session, reply.get())) {
      unmatched.increment();
      return located;
    }
    StoredMessage filed = StoredMessage.of(message, answers.get(0).version());
    answered(awaited, reply.get(), filed, reply.get().isGeneral() || located ? List.of() : answers);
    return true;
  }

  /** A reply may say where the vehicle is: that is stored, and answered, as any position. */
  private static boolean locates(
      TerminalSession session, List<Header> answers, TerminalMessage message) {
    if (message instanceof LocationReply r) {
      session.locate(answers, r.location());
      return true;
    }
    if (message instanceof VehicleControlReply r) {
      session.locate(answers, r.location());
      return true;
    }
    return false;
  }

  private void answered(
      InFlight command, Reply reply, StoredMessage message, List<Header> answers) {
    Instant now = clock.instant();
    long id = command.commandId;
    if (reply.isGeneral() && !reply.refuses() && command.kind.replyId().isPresent()) {
      file(id, () -> store.acknowledged(id, now, now.plus(config.waitAfter(config.tries()))));
      return;
    }
    command.done = true;
    CommandState state = reply.refuses() ? CommandState.REFUSED : CommandState.ANSWERED;
    file(
        id,
        () -> {
          if (!reply.mediaIds().isEmpty()) {
            store.announced(id, reply.mediaIds());
          }
          reply.recorderVin().ifPresent(vin -> file(command, vin, now));
          store.answered(id, state, reply.result().orElse(null), reply.meaning(), message, now);
          command.session.answer(answers, ReplyResult.SUCCESS);
          inFlight.remove(command.phone, command);
        });
    nudge();
  }

  /** The vehicle's row stands before the command says that it was answered. */
  private void file(InFlight command, String recorderVin, Instant now) {
    int vehicle = command.session.terminal().orElseThrow().vehicleId();
    recorderVins.file(vehicle, command.phone, recorderVin, now);
  }

  /** A change of state, which must reach the database even where that fails for a while. */
  private void file(long id, Runnable change) {
    filing.add(
        () -> {
          change.run();
          feeds.changed(id);
        });
    later(filing::run);
  }

  /** One look at the table, on the desk's thread. */
  private void work() {
    try {
      if (!filing.run()) {
        return;
      }
      arrivals.handOver();
      Instant now = clock.instant();
      store.expire(now).forEach(c -> feeds.changed(c.id()));
      store.due(now, sessions.gateway()).forEach(c -> lookAt(c, now));
      store.waitingPhones().forEach(phone -> sessions.find(phone).ifPresent(this::sendNext));
    } catch (RuntimeException e) {
      LOG.warn("the commands wait: {}", e.getMessage(), e);
    }
  }

  /** These terminals are back: what was sent over connections that are gone is sent again. */
  private void resume(Map<String, TerminalSession> back) {
    try {
      Instant now = clock.instant();
      store.onTheirWay(back.keySet()).stream()
          .filter(c -> !c.acknowledged())
          .filter(
              c ->
                  Optional.ofNullable(inFlight.get(c.phone()))
                      .map(f -> f.session != back.get(c.phone()) && !f.done)
                      .orElse(true))
          .forEach(c -> lookAt(c, now));
      store.waitingPhones(back.keySet()).forEach(phone -> sendNext(back.get(phone)));
    } catch (RuntimeException e) {
      LOG.warn("the commands for {} terminals wait: {}", back.size(), e.getMessage(), e);
    }
  }

  /** What becomes of a command that is on its way and not answered in time. */
  private void lookAt(OpenCommand c, Instant now) {
    InFlight awaited = inFlight.get(c.phone());
    Optional<TerminalSession> session = sessions.find(c.phone());
    if (awaited != null && awaited.commandId == c.id() && awaited.done) {
      return;
    }
    if (!c.wentOut()) {
      store.putBack(c.id(), now);
      feeds.changed(c.id());
    } else if (!now.isBefore(c.expiresAt())
        || c.acknowledged()
        || session.isPresent() && spent(c)) {
      String why = c.acknowledged() ? "acknowledged, but nothing followed" : "no answer";
      end(c, CommandState.TIMED_OUT, why + " after " + c.tries() + " tries");
    } else if (session.isPresent()) {
      store.again(c.id(), now, now.plus(config.waitAfter(c.tries() + 1)));
      send(c, session.get());
    }
  }

  private boolean spent(OpenCommand c) {
    return c.tries() >= CommandKind.named(c.kind()).tries(config);
  }

  private void sendNext(TerminalSession session) {
    Instant now = clock.instant();
    session
        .terminal()
        .flatMap(t -> store.claim(t.phone(), now, now.plus(config.waitAfter(1))))
        .ifPresent(c -> send(c, session));
  }

  private void send(OpenCommand c, TerminalSession session) {
    ProtocolVersion version = session.version();
    CommandKind kind;
    PlatformMessage message;
    StoredMessage filed;
    try {
      kind = CommandKind.named(c.kind());
      message = kind.message(CommandArguments.of(c.arguments()), version);
      filed = StoredMessage.of(message, version);
    } catch (IllegalArgumentException e) {
      // what one issue can say may be too much for another's counts
      end(c, CommandState.REFUSED, e.getMessage());
      return;
    }
    InFlight awaited =
        inFlight.compute(
            c.phone(),
            (phone, f) ->
                f != null && f.commandId == c.id() && f.session == session
                    ? f
                    : new InFlight(c, kind, session));
    Duration taking = kind.taking(CommandArguments.of(c.arguments()));
    if (!taking.isZero()) {
      store.postpone(c.id(), clock.instant().plus(config.waitAfter(c.tries())).plus(taking));
    }
    session.send(
        message,
        serials -> {
          awaited.sent(message.messageId(), serials);
          file(c.id(), () -> wentOut(c.id(), filed, serials));
        });
  }

  private void wentOut(long id, StoredMessage message, SerialNumbers serials) {
    store.wentOut(id, message, serials.first(), serials.count());
  }

  private void end(OpenCommand c, CommandState state, String detail) {
    store.ended(c.id(), state, detail, clock.instant());
    inFlight.computeIfPresent(c.phone(), (phone, f) -> f.commandId == c.id() ? null : f);
    feeds.changed(c.id());
  }

  private void later(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("the desk is closed", e);
    }
  }

  /** Files what has been answered, if the database lets it, and ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
