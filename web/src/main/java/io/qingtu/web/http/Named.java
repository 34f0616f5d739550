package io.qingtu.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.LongFunction;

/** What a path names by its number. */
public final class Named {
  private static final String NUMBER = "\\d{1,18}";

  private Named() {}

  /** As {@link #of(RoutingContext, String, String, LongFunction)}, by the parameter {@code id}. */
  public static <T> T of(RoutingContext ctx, String what, LongFunction<Optional<T>> find) {
    return of(ctx, "id", what, find);
  }

  /**
   * Finds it.
   *
   * @param parameter of the path
   * @param what it is, for whoever is told that there is none
   * @param find looks among what the reader may see
   * @throws ApiException with 404 where the path has no number there, or nothing is found by it
   */
  public static <T> T of(
      RoutingContext ctx, String parameter, String what, LongFunction<Optional<T>> find) {
    String id = ctx.pathParam(parameter);
    return Optional.of(id)
        .filter(text -> text.matches(NUMBER))
        .flatMap(text -> find.apply(Long.parseLong(text)))
        .orElseThrow(() -> ApiException.notFound(what + " " + id));
  }
}
