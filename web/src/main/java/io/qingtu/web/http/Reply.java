package io.qingtu.web.http;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.ReadAs;
import io.qingtu.server.store.Scope;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;

/** Answers that are made off the event loop, on a worker thread, because they ask the database. */
public final class Reply {
  /** Makes the body of an answer. May block; throws {@link ApiException} where it cannot. */
  public interface Answer {
    Object to(RoutingContext request) throws Exception;
  }

  private Reply() {}

  /** What the database lets this request read; before a sign-in it is the server itself. */
  private static Scope reader(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return account == null ? Scope.CITY : account.scope();
  }

  /** Work for a worker thread that reads no more than whoever asks may see. */
  public static <T> Callable<T> asReader(RoutingContext ctx, Callable<T> work) {
    return () -> ReadAs.call(reader(ctx), work);
  }

  /** 200 with the answer as JSON. A String is JSON already. */
  public static Handler<RoutingContext> json(Answer answer) {
    return json(200, answer);
  }

  /** A status of success with the answer as JSON. A String is JSON already. */
  public static Handler<RoutingContext> json(int status, Answer answer) {
    return ofAccount(status, ctx -> asReader(ctx, () -> answer.to(ctx)).call());
  }

  /**
   * As {@link #json(int, Answer)} for what is about the account that asks, its sign-in and its
   * sessions: the answer is made with the server's own rights.
   */
  public static Handler<RoutingContext> ofAccount(int status, Answer answer) {
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
