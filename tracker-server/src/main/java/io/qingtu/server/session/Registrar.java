package io.qingtu.server.session;

import io.qingtu.server.store.TerminalRegister;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where sessions wait for the register's database: all that wait at the same time are served by one
 * statement, so that a fleet which comes back after an outage costs some hundred of them and not
 * one for each terminal. A session has at most one request here.
 */
public final class Registrar {
  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

  /** Requests that one statement serves. */
  static final int MOST_TOGETHER = 500;

  /** Who waits for an answer; told by a thread that must not be kept. */
  interface Applicant {
    /** Whether somebody still waits: not where the connection is gone. */
    boolean waits();

    /** It is done. */
    void served();

    /** The database does not let it. */
    void failed(String why);
  }

  private record Request(String phone, String code, Applicant applicant) {}

  private final TerminalRegister register;
  private final Executor thread;
  private final Queue<Request> registrations = new ConcurrentLinkedQueue<>();
  private final Queue<Request> lookUps = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * @param thread one that may wait for the database
   */
  public Registrar(TerminalRegister register, Executor thread) {
    this.register = register;
    this.thread = thread;
  }

  /** Keeps a terminal's new code. */
  void keepCode(String phone, String code, Applicant applicant) {
    registrations.add(new Request(phone, code, applicant));
    wake();
  }

  /** Reads again what the register says of a terminal: it may have registered elsewhere. */
  void lookUp(String phone, Applicant applicant) {
    lookUps.add(new Request(phone, "", applicant));
    wake();
  }

  private void wake() {
    if (asked.compareAndSet(false, true)) {
      try {
        thread.execute(this::work);
      } catch (RejectedExecutionException e) {
        LOG.debug("the server stops, nobody registers any more", e);
      }
    }
  }

  private void work() {
    asked.set(false);
    serve(lookUps, phones -> register.refresh(phones.keySet()));
    serve(registrations, this::giveCodes);
    if (!lookUps.isEmpty() || !registrations.isEmpty()) {
      wake();
    }
  }

  private void giveCodes(Map<String, Request> requests) {
    Map<String, String> codes = new LinkedHashMap<>();
    requests.forEach((phone, request) -> codes.put(phone, request.code()));
    Set<String> kept = register.giveCodes(codes);
    requests.keySet().stream()
        .filter(phone -> !kept.contains(phone))
        .toList()
        .forEach(phone -> requests.remove(phone).applicant().failed("is not in the register"));
  }

  private interface Statement {
    /** Serves requests by phone; those that it cannot, it tells so and takes out. */
    void serve(Map<String, Request> requests);
  }

  private void serve(Queue<Request> waiting, Statement statement) {
    Map<String, Request> requests = take(waiting);
    if (requests.isEmpty()) {
      return;
    }
    try {
      statement.serve(requests);
    } catch (RuntimeException e) {
      LOG.warn("{} terminals cannot register: {}", requests.size(), e.getMessage());
      tell(requests, applicant -> applicant.failed(e.getMessage()));
      return;
    }
    tell(requests, Applicant::served);
  }

  private static void tell(Map<String, Request> requests, Consumer<Applicant> answer) {
    try {
      requests.values().forEach(request -> answer.accept(request.applicant()));
    } catch (RejectedExecutionException e) {
      LOG.debug("the gateway has closed, there is nobody to answer", e);
    }
  }

  /** Each phone once: a second request of the same terminal has its turn behind the first. */
  private static Map<String, Request> take(Queue<Request> waiting) {
    Map<String, Request> taken = new LinkedHashMap<>();
    Request next = waiting.peek();
    while (next != null && taken.size() < MOST_TOGETHER && !taken.containsKey(next.phone())) {
      waiting.remove();
      if (next.applicant().waits()) {
        taken.put(next.phone(), next);
      }
      next = waiting.peek();
    }
    return taken;
  }
}
