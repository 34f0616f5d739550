package io.qingtu.server.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Terminals that have been let in and for which a room has to look something up. They are handed
 * over together, a moment later: after an outage all terminals of a city come in the same seconds.
 */
public final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final long GATHERING_MILLIS = 50;
  private static final int MOST_TOGETHER = 1000;

  private final ScheduledExecutorService thread;
  private final Consumer<Map<String, TerminalSession>> room;
  private final Queue<TerminalSession> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * @param thread the room's own
   * @param room takes them on that thread, by terminal phone
   */
  public Arrivals(ScheduledExecutorService thread, Consumer<Map<String, TerminalSession>> room) {
    this.thread = thread;
    this.room = room;
  }

  /** Any thread. */
  public void add(TerminalSession session) {
    waiting.add(session);
    if (scheduled.compareAndSet(false, true)) {
      try {
        thread.schedule(this::handOver, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("the server stops, nobody looks after terminals that come", e);
      }
    }
  }

  /**
   * Hands over all that wait now, on the room's thread: before what came from them later is looked
   * at.
   */
  public void handOver() {
    scheduled.set(false);
    while (!waiting.isEmpty()) {
      room.accept(take());
    }
  }

  /** The newest session of each phone; those that are gone by now are passed over. */
  private Map<String, TerminalSession> take() {
    Map<String, TerminalSession> taken = new LinkedHashMap<>();
    TerminalSession next = waiting.poll();
    while (next != null) {
      TerminalSession session = next;
      session.terminal().ifPresent(terminal -> taken.put(terminal.phone(), session));
      next = taken.size() < MOST_TOGETHER ? waiting.poll() : null;
    }
    return taken;
  }
}
