package io.qingtu.web.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Reads the bodies of writes into memory, up to a size. The first limit that a path has holds. */
public final class Bodies {
  private static final String MOST = "mostBodyBytes";

  private Bodies() {}

  /** Of every path that the pattern fits; what is larger is answered with 413. */
  public static void read(Router root, String pattern, long mostBytes) {
    root.post(pattern)
        .handler(
            ctx -> {
              if (ctx.get(MOST) == null) {
                ctx.put(MOST, mostBytes);
              }
              ctx.next();
            });
    root.post(pattern).handler(BodyHandler.create(false).setBodyLimit(mostBytes));
  }

  /** Why a body was refused, for the caller. */
  static String tooLarge(RoutingContext ctx) {
    return "the body has more than " + ctx.<Long>get(MOST) + " bytes";
  }
}
