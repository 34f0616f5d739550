package io.qingtu.server.safety;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.item.AlarmId;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.safety.AttachmentUploadCommand;
import io.qingtu.server.attachment.AttachmentConfig;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.session.Arrivals;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.SessionRegistry;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.PositionItems;
import io.qingtu.server.store.RegisteredTerminal;
import io.qingtu.server.store.SafetyAlarmStore;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.store.WantedEvidence;
import io.qingtu.server.traits.TraitRegister;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files the safety alarms of stored positions and tells the terminals to send their evidence. The
 * alarms are in the stored items too: what this desk had not filed when the server ended, or had no
 * room for, it reads from there. One thread of its own waits for the database.
 */
public final class SafetyDesk implements Receiver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SafetyDesk.class);
  private static final int WAITING = 10_000;
  private static final long POLL_MILLIS = 2000;
  private static final long PATIENCE_SECONDS = 10;

  /** Far more than this desk can be behind the store. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(10);

  private static final Duration SLICE = Duration.ofMinutes(1);

  /** Terminals overwrite what is older. */
  private static final Duration EVIDENCE_LASTS = Duration.ofDays(1);

  /** Alarms whose evidence is asked for again at a connection. */
  private static final int ASKED_AGAIN = 20;

  /**
   * Where the desk looks things up.
   *
   * @param attachmentPort that the attachment server listens on
   */
  public record Office(
      SafetyAlarmStore store,
      SessionRegistry sessions,
      TerminalRegister terminals,
      TraitRegister traits,
      IntSupplier attachmentPort) {}

  private final AttachmentConfig config;
  private final Office office;
  private final SafetyAlarmStore store;
  private final Clock clock;
  private final Counter filed;
  private final Counter catchUps;
  private final BlockingQueue<PositionItems> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AskedAlarms asked = new AskedAlarms();
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "safety-desk"));
  private final Arrivals arrivals = new Arrivals(thread, this::askAgain);
  private volatile boolean behind = true;

  public SafetyDesk(AttachmentConfig config, Office office, Clock clock, MeterRegistry meters) {
    this.config = config;
    this.office = office;
    this.store = office.store();
    this.clock = clock;
    this.filed = meters.counter("safety.alarms");
    this.catchUps = meters.counter("safety.catchups");
    meters.gauge("safety.waiting", waiting, BlockingQueue::size);
  }

  /** Reads what may not have been filed, then takes what comes. */
  public void start() {
    thread.scheduleWithFixedDelay(this::work, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean wants(LocationReport report) {
    return SafetyAlarmReader.concerns(report.items());
  }

  @Override
  public void located(TerminalSession session, List<LocationReport> reports) {
    for (LocationReport report : reports) {
      if (wants(report)) {
        Optional<RegisteredTerminal> terminal = session.terminal();
        if (terminal.isEmpty() || !waiting.offer(items(terminal.get(), report))) {
          behind = true;
        }
      }
    }
    later(this::work);
  }

  private PositionItems items(RegisteredTerminal terminal, LocationReport report) {
    Instant received = clock.instant();
    return new PositionItems(
        terminal.vehicleId(),
        terminal.phone(),
        report.time().instant().orElse(received),
        received,
        report.longitude(),
        report.latitude(),
        report.items().bytes());
  }

  @Override
  public boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    if (message instanceof TerminalGeneralReply reply
        && reply.replyMessageId() == AttachmentUploadCommand.ID) {
      asked
          .answered(session, reply.replySerialNumber())
          .ifPresent(id -> later(() -> store.answered(id, reply.result())));
      return true;
    }
    return false;
  }

  @Override
  public void connected(TerminalSession session) {
    if (config.enabled()) {
      arrivals.add(session);
    }
  }

  /** On the desk's thread. */
  private void work() {
    // what they had not sent is asked for before what they report now
    arrivals.handOver();
    try {
      if (behind) {
        behind = false;
        catchUps.increment();
        catchUp();
      }
      for (PositionItems next = waiting.poll(); next != null; next = waiting.poll()) {
        file(next);
      }
    } catch (RuntimeException e) {
      behind = true;
      LOG.warn("safety alarms wait: {}", e.getMessage());
    }
  }

  private void catchUp() {
    Optional<Instant> newest = store.newestReceived();
    if (newest.isEmpty()) {
      return;
    }
    Instant from = newest.get().minus(LOOK_BACK);
    while (from.isBefore(newest.get())) {
      Instant to = from.plus(SLICE);
      store.itemsReceived(from, to, SafetyAlarmReader::concerns).forEach(this::file);
      from = to;
    }
    store.itemsReceived(from, Instant.MAX, SafetyAlarmReader::concerns).forEach(this::file);
  }

  private void file(PositionItems position) {
    Optional<TerminalProfile> profile =
        office.terminals().find(position.phone()).map(office.traits()::profile);
    for (NewSafetyAlarm alarm : SafetyAlarmReader.read(position, profile)) {
      Optional<WantedEvidence> isNew = store.file(alarm);
      if (isNew.isPresent()) {
        filed.increment();
        if (config.enabled() && alarm.attachments() > 0) {
          office.sessions().find(alarm.phone()).ifPresent(session -> ask(session, isNew.get()));
        }
      }
    }
  }

  private void askAgain(Map<String, TerminalSession> back) {
    back.values().forEach(asked::forget);
    try {
      store
          .wanted(back.keySet(), clock.instant().minus(EVIDENCE_LASTS), ASKED_AGAIN)
          .forEach(evidence -> ask(back.get(evidence.phone()), evidence));
    } catch (RuntimeException e) {
      LOG.warn("evidence of safety alarms waits: {}", e.getMessage());
    }
  }

  private void ask(TerminalSession session, WantedEvidence evidence) {
    // filed first: the terminal may be at the attachment server before this returns
    store.asked(evidence.id(), clock.instant());
    AlarmId alarmId =
        AlarmId.decode(new BodyReader(evidence.alarmId()), evidence.alarmId().length());
    int port = config.publicPort() == 0 ? office.attachmentPort().getAsInt() : config.publicPort();
    session.send(
        AttachmentUploadCommand.overTcp(
            config.publicHost(), port, alarmId, evidence.platformNumber()),
        serials -> asked.sent(session, serials, evidence.id()));
  }

  /** What fails here is done again at the terminal's next connection. */
  private void later(Runnable task) {
    try {
      thread.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.warn("evidence of a safety alarm waits: {}", e.getMessage());
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops, safety alarms are read from the store at its start", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the desk for safety alarms is still at work");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
