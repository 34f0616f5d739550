package io.qingtu.web.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system that is told: notes what comes and answers as it is bidden, 200 otherwise. */
final class HookReceiver implements AutoCloseable {
  /** Instead of a status: no answer until the end. */
  static final int HANG = 0;

  /** Instead of a status: 200, but not before {@link #letGo}. */
  static final int HELD = -1;

  /** A request as it came. */
  record Received(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }

    String id() {
      return header("webhook-id");
    }

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  final List<Integer> answered = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile String location = "";

  HookReceiver(Integer... firstAnswers) throws IOException {
    answers.addAll(List.of(firstAnswers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers so from now on when there is no other answer left. */
  void answer(Integer... next) {
    answers.addAll(List.of(next));
  }

  /** Where a redirect of it leads. */
  void leadTo(String url) {
    location = url;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=qingtu";
  }

  List<String> ids() {
    return received.stream().map(Received::id).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
    Integer next = answers.poll();
    int status = next == null ? 200 : next;
    if (status == HANG) {
      await(end);
      status = 500;
    } else if (status == HELD) {
      await(held);
      status = 200;
    }
    if (!location.isEmpty()) {
      exchange.getResponseHeaders().add("Location", location);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
    answered.add(status);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers what is {@link #HELD}. */
  void letGo() {
    held.countDown();
  }

  @Override
  public void close() {
    held.countDown();
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
