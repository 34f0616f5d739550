package io.qingtu.web.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers that are made off the event loop, on a worker thread, because they ask the database. */
public final class Reply {
  /** Makes the body of an answer. May block; throws {@link ApiException} where it cannot. */
  public interface Answer {
    Object to(RoutingContext request) throws Exception;
  }

  private Reply() {}

  /** 200 with the answer as JSON. A String is JSON already. */
  public static Handler<RoutingContext> json(Answer answer) {
    return json(200, answer);
  }

  /** A status of success with the answer as JSON. A String is JSON already. */
  public static Handler<RoutingContext> json(int status, Answer answer) {
    return ctx ->
        ctx.vertx()
            .executeBlocking(
                () -> {
                  Object body = answer.to(ctx);
                  return body instanceof String text ? text : Json.write(body);
                },
                false)
            .onSuccess(
                body ->
                    ctx.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "application/json; charset=utf-8")
                        .putHeader("Cache-Control", "no-store")
                        .end(body))
            .onFailure(ctx::fail);
  }
}
