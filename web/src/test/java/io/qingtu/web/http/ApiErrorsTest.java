package io.qingtu.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** FEATURE UNDER TEST: what the log says of a request that came to nothing. */
class ApiErrorsTest {
  /** More than both ends of a connection keep for each other. */
  private static final int MUCH = 64 << 20;

  private final Logger log = (Logger) LoggerFactory.getLogger(ApiErrors.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void listen() {
    said.start();
    log.setLevel(Level.DEBUG);
    log.addAppender(said);
    Router router = Router.router(vertx);
    router
        .route()
        .failureHandler(
            ctx -> {
              ApiErrors.answer(ctx);
              failures.add(ctx.failure());
            });
    Bodies.read(router, "/upload", MUCH);
    router
        .get("/large")
        .handler(
            Download.file(
                vertx.createSharedWorkerExecutor("downloads"),
                ctx ->
                    new Download.File(
                        "large.bin", "text/plain", out -> out.write(new byte[MUCH]))));
    router.get("/slow").handler(this::failOnceTheCallerIsGone);
    router
        .get("/broken")
        .handler(Reply.ofAccount(200, ctx -> failing("no space left on the device")));
    router.get("/pipe").handler(Reply.ofAccount(200, ctx -> failing("Broken pipe")));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private static Object failing(String why) throws IOException {
    throw new IOException(why);
  }

  private void failOnceTheCallerIsGone(RoutingContext ctx) {
    ctx.response()
        .closeHandler(
            none -> {
              closed.complete(null);
              ctx.fail(new IllegalStateException("of no use to anybody"));
            });
    asked.complete(null);
  }

  @AfterEach
  void stop() {
    log.detachAppender(said);
    log.setLevel(null);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Socket ask(String head) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n";
  }

  private Throwable failure() throws InterruptedException {
    Throwable failure = failures.poll(30, TimeUnit.SECONDS);
    assertTrue(failure != null, "the request has failed");
    return failure;
  }

  private List<Level> levels() {
    return said.list.stream().map(ILoggingEvent::getLevel).toList();
  }

  @Test
  void aCallerWhoLeavesInTheMiddleOfADownloadIsNoFailureOfOurs() throws Exception {
    try (Socket socket = ask(get("/large"))) {
      InputStream in = socket.getInputStream();
      assertEquals("HTTP/1.1 200 OK", new String(in.readNBytes(15), StandardCharsets.US_ASCII));
    }
    assertInstanceOf(IOException.class, failure());
    assertEquals(List.of(Level.DEBUG), levels());
  }

  @Test
  void norIsOneWhoLeavesInTheMiddleOfAnUpload() throws Exception {
    try (Socket socket =
        ask("POST /upload HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\nhalf")) {
      socket.shutdownOutput();
      failure();
    }
    assertEquals(List.of(Level.DEBUG), levels());
  }

  @Test
  void norWhateverFailsForOneWhoIsGone() throws Exception {
    Socket socket = ask(get("/slow"));
    asked.get(30, TimeUnit.SECONDS);
    socket.close();
    closed.get(30, TimeUnit.SECONDS);
    failure();
    assertEquals(List.of(Level.DEBUG), levels());
  }

  @Test
  void aFailureBeforeACallerWhoWaitsIsOurs() throws Exception {
    for (String path : List.of("/broken", "/pipe")) {
      said.list.clear();
      try (Socket socket = ask(get(path))) {
        String status =
            new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertEquals("HTTP/1.1 500", status, path);
      }
      failure();
      assertEquals(List.of(Level.ERROR), levels(), path);
      assertTrue(said.list.get(0).getThrowableProxy() != null, path);
    }
  }
}
