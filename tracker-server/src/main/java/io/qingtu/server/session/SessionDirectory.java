package io.qingtu.server.session;

import io.qingtu.server.store.SessionStore;
import io.qingtu.server.store.SessionStore.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the gateways on one database of each other's sessions: a terminal that comes to one of them
 * loses the connection that another still holds, and what a killed gateway held counts as gone. A
 * thread of its own writes what has changed, many sessions at once, and reads what concerns its
 * own; while the database is away every gateway goes on by itself.
 */
public final class SessionDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionDirectory.class);
  private static final long ROUND_MILLIS = 500;
  private static final int MOST_TOGETHER = 2000;

  /** A gateway that was not seen for so long is dead. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final long PATIENCE_SECONDS = 5;

  private final SessionRegistry sessions;
  private final SessionStore store;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "session-directory"));
  private boolean failing;

  public SessionDirectory(SessionRegistry sessions, SessionStore store) {
    this.sessions = sessions;
    this.store = store;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::round, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      if (!store.goesOn(sessions.gateway())) {
        sessions.begin(store.begin());
      }
      tell();
      store.replaced(sessions.gateway()).forEach(this::end);
      store.endSilent(SILENCE);
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("other gateways do not hear of this one's sessions: {}", e.getMessage());
      }
      failing = true;
    }
  }

  /** The rest in the next rounds, so that the others see between them that this one lives. */
  private void tell() {
    List<String> changed = sessions.takeChanged(MOST_TOGETHER);
    try {
      tell(changed);
    } catch (RuntimeException e) {
      sessions.putBack(changed);
      throw e;
    }
  }

  private void tell(List<String> changed) {
    List<Held> held = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String phone : changed) {
      Optional<TerminalSession> session = sessions.find(phone);
      session.ifPresentOrElse(s -> held.add(new Held(phone, s.since())), () -> gone.add(phone));
    }
    if (!gone.isEmpty()) {
      store.leave(sessions.gateway(), gone);
    }
    if (!held.isEmpty()) {
      store.enter(sessions.gateway(), held);
    }
  }

  /** Not the one that the terminal has begun here meanwhile. */
  private void end(Held replaced) {
    sessions
        .find(replaced.phone())
        .filter(session -> session.since().equals(replaced.since()))
        .ifPresent(TerminalSession::replace);
  }

  /** The others need not wait until this one's silence tells them. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        store.end(sessions.gateway());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("the others will notice", e);
    }
  }
}
