package io.qingtu.web.command;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.ProjectHome;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.fixtures.terminal.TerminalLoad;
import io.qingtu.fixtures.terminal.TerminalSimulator;
import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of the server while it starts, runs, and is without its database. */
class ServicesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(\\{[^}]*})? (\\S+)$");

  /** Other people's, documented by them. */
  private static final Pattern FOREIGN = Pattern.compile("(jvm|process|system|hikaricp|jdbc)_.*");

  @TempDir private Path folder;
  private final TestDatabase database = TestDatabase.forClass(getClass());
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
  private final int webPort = FreePort.find();
  private final int gatewayPort = FreePort.find();
  private CompletableFuture<Services> services;

  @AfterEach
  void close() {
    stop();
    group.shutdownGracefully();
    database.close();
  }

  /** Begins to start; the future is done when all runs. */
  private void start() {
    start(Map.of("web.port", Integer.toString(webPort)));
  }

  private void start(Map<String, String> web) {
    Map<String, String> keys = new HashMap<>(web);
    keys.putAll(
        Map.of(
            "database.url", database.url(),
            "database.user", "",
            "media.folder", folder.resolve("media").toString(),
            "journal.folder", folder.resolve("journal").toString(),
            "gateway.port", Integer.toString(gatewayPort),
            "gateway.simulated-terminals", "1"));
    services =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Services.start(ServeCommand.read(new ConfigReader(keys, Map.of())));
              } catch (InterruptedException e) {
                throw new CompletionException(e);
              }
            });
  }

  private void stop() {
    services.join().close();
  }

  private HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    try {
      new Socket(InetAddress.getLoopbackAddress(), webPort).close();
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertHealth(String probe, int status, String state) throws IOException {
    HttpResponse<String> answer = get("/health/" + probe);
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode said = JSON.readTree(answer.body());
    for (String part : state.split(", ")) {
      String[] pair = part.split(": ");
      assertEquals(pair[1], said.path(pair[0]).asText(), answer.body());
    }
  }

  private double metric(String name) {
    return SAMPLE
        .matcher(get("/metrics").body())
        .results()
        .filter(m -> m.group(1).equals(name))
        .mapToDouble(m -> Double.parseDouble(m.group(3)))
        .sum();
  }

  private TerminalSimulator terminal() {
    return new TerminalSimulator(
            group,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), gatewayPort),
            PacketBuilder.Version.V2019,
            Long.toString(TerminalLoad.FIRST_PHONE),
            Registration.of("SIM0001", "模拟00001"),
            acknowledgement -> {})
        .start();
  }

  private void report(TerminalSimulator terminal, int second) {
    Instant time = start.plusSeconds(second);
    terminal.report(time, LocationBody.at(36.7, 119.1, time));
    await(second + " is acknowledged").until(() -> terminal.acknowledged() == terminal.taken());
  }

  @Test
  void comesUpWithoutItsDatabaseAndKeepsTheLastRunsJournal() throws IOException {
    start();
    services.join();
    try (TerminalSimulator terminal = terminal()) {
      await("it is let in").until(terminal::isOnline);
      report(terminal, 1);
      assertHealth("ready", 200, "status: ready, stage: started, database: up");
      database.interrupt();
      report(terminal, 2);
      assertHealth("ready", 503, "status: not-ready, database: down, journalEntries: 1");
      assertHealth("live", 200, "status: live");
      assertTrue(metric("ingest_lag_seconds") > 0);
    }
    stop();
    start();
    await("it listens").until(this::answers);
    assertHealth("live", 200, "status: live, stage: waiting-for-database");
    assertHealth("started", 503, "status: starting, stage: waiting-for-database");
    assertHealth("ready", 503, "status: not-ready, database: down");
    assertEquals(503, get("/").statusCode());
    assertEquals(1, get("/").headers().allValues("Retry-After").size());
    database.resume();
    services.join();
    assertHealth("started", 200, "status: started, stage: started");
    await("the journal is empty").until(() -> metric("ingest_journal_entries") == 0);
    assertEquals(2, database.ask("select count(*) from positions"));
    assertEquals(0, metric("ingest_lag_seconds"));
  }

  @Test
  void answersHealthAndFiguresWithoutAWeb() throws IOException {
    start(Map.of("web.enabled", "false", "web.health-port", Integer.toString(webPort)));
    services.join();
    assertHealth("started", 200, "status: started");
    assertHealth("ready", 200, "status: ready, database: up");
    assertTrue(get("/metrics").body().contains("gateway_connections 0"));
    assertEquals(404, get("/").statusCode());
    assertEquals(404, get("/api/v1/openapi.json").statusCode());
  }

  @Test
  void countsWhatTheOperationsPageExplains() throws IOException {
    start();
    services.join();
    try (TerminalSimulator terminal = terminal()) {
      report(terminal, 1);
      Instant future = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
      terminal.report(future, LocationBody.at(36.7, 119.1, future));
      await("it is counted").until(() -> metric("ingest_rejected_total") == 1);
      assertEquals(1, metric("ingest_stored_total"));
      assertEquals(1, metric("gateway_connections"));
      assertEquals(0, metric("analysis_lag_seconds"));
      assertTrue(metric("hikaricp_connections") > 0);
      assertTrue(metric("ingest_acknowledgement_seconds_count") > 0);
    }
    String page = Files.readString(ProjectHome.find().orElseThrow().resolve("docs/operations.md"));
    List<String> unexplained =
        SAMPLE
            .matcher(get("/metrics").body())
            .results()
            .map(m -> m.group(1).replaceFirst("_(total|bucket|count|sum|max)$", ""))
            .distinct()
            .filter(name -> !FOREIGN.matcher(name).matches())
            .filter(name -> !page.contains("`" + name))
            .toList();
    assertEquals(List.of(), unexplained);
  }
}
