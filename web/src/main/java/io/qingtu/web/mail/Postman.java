package io.qingtu.web.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DeliveryState;
import io.qingtu.server.store.ReportMail;
import io.qingtu.server.store.ReportMailStore;
import io.qingtu.server.store.StoreException;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.mail.Smtp.Answer;
import io.qingtu.web.mail.Smtp.Outcome;
import io.qingtu.web.outbox.NudgedThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails of issued reports, one after the other. What was handed over when the process
 * died before it was noted is sent again, under the same Message-ID; nothing is ever left out.
 */
public final class Postman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /** What was issued longer ago and never tried is not sent any more: nobody waits for it. */
  private static final Duration MADE_UP_FOR = Duration.ofDays(14);

  /** Longer than printing and sending take: so long a mail waits whose process has died. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final MailConfig config;
  private final ReportMailStore mails;
  private final ReportLetters letters;
  private final Smtp smtp;
  private final Clock clock;
  private final MeterRegistry meters;
  private final AtomicLong waiting = new AtomicLong();
  private final NudgedThread thread = new NudgedThread("report mail", this::look);
  private volatile boolean closing;

  /**
   * @param clock wall clock, whatever time the city simulates
   */
  public Postman(
      MailConfig config, Database database, ReportRoom room, Clock clock, MeterRegistry meters) {
    this.config = config;
    this.mails = new ReportMailStore(database);
    this.letters = new ReportLetters(room, config);
    this.smtp = new Smtp(config);
    this.clock = clock;
    this.meters = meters;
    Gauge.builder("report.mail.waiting", waiting, AtomicLong::get).register(meters);
    for (DeliveryState state : DeliveryState.values()) {
      count(state, 0);
    }
  }

  /** Looks for what is to be sent; any thread, returns at once. */
  public void nudge() {
    thread.nudge();
  }

  private void look() {
    try {
      Instant now = clock.instant();
      mails.giveUpUntried(now.minus(MADE_UP_FOR), "issued more than 14 days ago", now);
      boolean more = true;
      while (more && !closing) {
        more = sendNext();
      }
      waiting.set(mails.waiting());
    } catch (StoreException e) {
      LOG.warn("mails of reports wait for the database: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("mails of reports are looked after again soon", e);
    }
  }

  /** False where there is nothing more to send now. */
  private boolean sendNext() {
    Optional<ReportMail> due = mails.take(LEASE, clock.instant());
    if (due.isEmpty()) {
      return false;
    }
    ReportMail mail = due.get();
    Answer answer = attempt(mail);
    Instant now = clock.instant();
    Optional<Instant> next =
        answer.outcome() == Outcome.TAKEN || answer.outcome() == Outcome.REFUSED
            ? Optional.empty()
            : config.retries().next(mail.since(), mail.attempts(), now);
    DeliveryState state = DeliveryState.PARKED;
    if (answer.outcome() == Outcome.TAKEN) {
      state = DeliveryState.DELIVERED;
    } else if (next.isPresent()) {
      state = DeliveryState.WAITING;
    }
    mails.told(mail, state, answer.text(), next, now);
    count(state, 1);
    if (answer.outcome() != Outcome.TAKEN) {
      LOG.warn("mail {} of report {}: {} ({})", mail.id(), mail.runId(), answer.text(), state);
    }
    return answer.outcome() != Outcome.UNREACHABLE;
  }

  private Answer attempt(ReportMail mail) {
    Letter letter;
    try {
      letter = letters.of(mail);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("report {} cannot be printed for mail {}", mail.runId(), mail.id(), e);
      return new Answer(Outcome.LATER, "the report cannot be printed: the log says why");
    }
    return smtp.send(letter);
  }

  private void count(DeliveryState state, int by) {
    String outcome =
        state == DeliveryState.WAITING ? "failed" : state.name().toLowerCase(Locale.ROOT);
    meters.counter("report.mail.attempts", "outcome", outcome).increment(by);
  }

  /** Sends no more after the mail that is under way; what waits stays on file as it is. */
  @Override
  public void close() {
    closing = true;
    thread.close();
  }
}
