package io.qingtu.web.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.OwnProcess;
import io.qingtu.fixtures.Shell;
import io.qingtu.server.store.Database;
import io.qingtu.web.outbox.Retries;
import io.qingtu.web.webhook.AddressRange;
import io.qingtu.web.webhook.Courier;
import io.qingtu.web.webhook.WebhookConfig;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What sends to webhooks, as a process of its own that can be killed. It ends with the test. */
final class HookSender implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;

  /** Returns when it sends. */
  HookSender(String databaseUrl) throws IOException {
    process = OwnProcess.start(Main.class, databaseUrl);
    OwnProcess.await(process, READY);
  }

  /** Its argument is the address of the database. */
  static final class Main {
    private static final WebhookConfig CONFIG =
        new WebhookConfig(
            List.of(AddressRange.parse("127.0.0.1")),
            Duration.ofSeconds(5),
            new Retries(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofHours(1)));

    private Main() {}

    public static void main(String[] args) throws IOException {
      Database database = new Database(Database.Config.of(args[0]));
      Vertx vertx = Vertx.vertx();
      Courier courier =
          new Courier(CONFIG, database, vertx, Clock.systemUTC(), new SimpleMeterRegistry());
      vertx.setPeriodic(50, t -> courier.nudge());
      System.out.println(READY);
      while (System.in.read() >= 0) {
        // whoever started it is still there
      }
      Runtime.getRuntime().halt(0);
    }
  }

  /** SIGSTOP: it does nothing more, and its connections stay. */
  void stop() {
    Shell.run("kill", "-STOP", Long.toString(process.pid()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: without a chance to do anything more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
