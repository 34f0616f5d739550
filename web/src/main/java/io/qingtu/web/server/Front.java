package io.qingtu.web.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.web.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/**
 * The web's port. It listens before there is a database: from its first moment it says how far the
 * server is, and anything else is answered with 503 until there are pages to show.
 */
public final class Front implements AutoCloseable {
  /** A connection on which nothing moves; the live feed pings more often. */
  private static final int IDLE_SECONDS = 120;

  private static final int MOST_SOCKET_MESSAGE_BYTES = 4096;

  /** Requests in the database at once: most of the connections are for those who store. */
  private static final int WORKERS = 5;

  private static final String RETRY_SECONDS = "5";

  private final WebConfig config;
  private final PrometheusMeterRegistry meters;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS));
  private final Health health = new Health();
  private final HealthController probes;
  private volatile Handler<HttpServerRequest> pages;
  private HttpServer http;

  /** Does not listen yet. */
  public Front(WebConfig config, PrometheusMeterRegistry meters) {
    this.config = config;
    this.meters = meters;
    this.probes = new HealthController(health, meters);
    Router root = router();
    root.route()
        .handler(
            ctx -> ctx.response().setStatusCode(503).putHeader("Retry-After", RETRY_SECONDS).end());
    this.pages = root;
  }

  /** What it says of the server. */
  public Health health() {
    return health;
  }

  /**
   * Listens, unless it does already.
   *
   * @throws RuntimeException where the port is taken
   */
  public void open() {
    if (http != null) {
      return;
    }
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.frontPort())
            .setCompressionSupported(true)
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxWebSocketMessageSize(MOST_SOCKET_MESSAGE_BYTES);
    http = await(vertx.createHttpServer(options).requestHandler(r -> pages.handle(r)).listen());
  }

  /** The port that it listens on. */
  public int port() {
    return http.actualPort();
  }

  WebConfig config() {
    return config;
  }

  PrometheusMeterRegistry meters() {
    return meters;
  }

  Vertx vertx() {
    return vertx;
  }

  /** A router with what is answered without sign-in: health and figures. */
  Router router() {
    Router root = Router.router(vertx);
    root.route().handler(new SecurityHeaders(config.tileSource())::add);
    probes.mount(root);
    return root;
  }

  /** There will be no pages. */
  public void showNone() {
    show(router());
  }

  /** From now on requests go there. */
  void show(Handler<HttpServerRequest> those) {
    pages = those;
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
