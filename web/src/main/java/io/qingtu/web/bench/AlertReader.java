package io.qingtu.web.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the live feed as a page in a browser does: signed in, with compressed messages. Notes when
 * each alert was first told.
 */
final class AlertReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 64 << 20;

  /**
   * An alert's first message.
   *
   * @param decided time of the fix that decided it
   * @param nanos when it was there, by {@link System#nanoTime()}
   */
  record Told(Instant decided, long nanos) {}

  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient client; // kept: one that nobody holds closes its connections
  private final Map<OffendingFleet.Staged, Told> told = new ConcurrentHashMap<>();

  /** Signs in and connects. */
  AlertReader(int port, String login, String password) throws IOException, InterruptedException {
    String token = signIn(port, login, password);
    WebSocketClientOptions options =
        new WebSocketClientOptions()
            .setTryUsePerMessageCompression(true)
            .setMaxFrameSize(MOST_BYTES)
            .setMaxMessageSize(MOST_BYTES);
    WebSocketConnectOptions where =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/api/v1/live")
            .addHeader("Authorization", "Bearer " + token);
    client = vertx.createWebSocketClient(options);
    WebSocket socket = client.connect(where).toCompletionStage().toCompletableFuture().join();
    socket.textMessageHandler(this::take);
  }

  private static String signIn(int port, String login, String password)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/session"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.createObjectNode()
                        .put("login", login)
                        .put("password", password)
                        .toString()))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return JSON.readTree(answer).path("token").asText();
  }

  /** Empty where it has not been told. */
  Optional<Told> find(OffendingFleet.Staged alert) {
    return Optional.ofNullable(told.get(alert));
  }

  private void take(String message) {
    if (!message.startsWith("{\"type\":\"alert\"")) {
      return;
    }
    long now = System.nanoTime();
    try {
      JsonNode alert = JSON.readTree(message).get("alert");
      told.putIfAbsent(
          new OffendingFleet.Staged(alert.get("rule").textValue(), alert.get("plate").textValue()),
          new Told(OffsetDateTime.parse(alert.get("decided").textValue()).toInstant(), now));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the feed sends what is no JSON: " + message, e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
