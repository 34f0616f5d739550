package io.qingtu.web.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into a problem document of RFC 9457. */
public final class ApiErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  private ApiErrors() {}

  /**
   * Failure handler of the API. Only our own failures are logged as such: a bad request is the
   * caller's, and a caller who went away before the answer was whole is nobody's failure.
   */
  public static void answer(RoutingContext ctx) {
    if (isGone(ctx)) {
      LOG.debug("{} {}: the caller is gone", ctx.request().method(), ctx.request().path());
      return;
    }
    if (ctx.failure() instanceof ApiException e) {
      answer(ctx, e.status(), e.code(), e.getMessage());
      return;
    }
    int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
    if (status >= 500) {
      LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), ctx.failure());
      answer(ctx, status, "internal", "the server could not answer; its log says why");
    } else {
      String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
      String detail = status == 413 ? Bodies.tooLarge(ctx) : reason;
      answer(ctx, status, reason.toLowerCase(Locale.ROOT).replace(' ', '_'), detail);
    }
  }

  /**
   * Whether nobody waits for the answer any more. A write that finds it out fails before the
   * connection counts as closed, with what the operating system says; other words than these are
   * taken for a failure of ours.
   */
  private static boolean isGone(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    String said = failure == null ? null : failure.getMessage();
    return ctx.response().closed()
        || failure instanceof HttpClosedException
        || failure instanceof ClosedChannelException
        || failure instanceof IOException
            && ctx.response().headWritten()
            && ("Broken pipe".equals(said)
                || "Connection reset".equals(said)
                || "Connection reset by peer".equals(said));
  }

  /** Last route of the API: what is not there. */
  public static void notFound(RoutingContext ctx) {
    answer(ctx, 404, "not_found", ctx.request().path() + " is no path of this API");
  }

  private static void answer(RoutingContext ctx, int status, String code, String detail) {
    HttpServerResponse response = ctx.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    ObjectNode problem =
        Json.MAPPER
            .createObjectNode()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail)
            .put("code", code);
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"qingtu\"");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(problem.toString());
  }
}
