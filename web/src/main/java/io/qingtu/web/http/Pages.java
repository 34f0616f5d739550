package io.qingtu.web.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * The user interface from the class path. Files with a hash in their name may be kept for ever, the
 * page itself must be asked for each time; any other path is the page, which reads it.
 */
public final class Pages implements Controller {
  private static final String FOLDER = "webroot";
  private static final String INDEX = "/index.html";

  /** The light page for phones. */
  private static final String PHONE = "/m.html";

  private static final long YEAR_SECONDS = 31_536_000;

  /** {@inheritDoc} Here the root of the server, after everything else. */
  @Override
  public void mount(Router root) {
    root.get("/assets/*")
        .handler(
            StaticHandler.create(FOLDER + "/assets")
                .setMaxAgeSeconds(YEAR_SECONDS)
                .setFilesReadOnly(true));
    root.get()
        .handler(
            ctx -> {
              ctx.response().putHeader("Cache-Control", "no-cache");
              ctx.next();
            });
    root.get("/m").handler(ctx -> ctx.reroute(HttpMethod.GET, PHONE));
    root.get().handler(StaticHandler.create(FOLDER).setCachingEnabled(false));
    root.get().handler(Pages::fallBack);
  }

  private static void fallBack(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    boolean file = path.substring(path.lastIndexOf('/')).contains(".");
    if (!path.equals(INDEX) && !file) {
      ctx.reroute(HttpMethod.GET, INDEX);
      return;
    }
    String text = path.equals(INDEX) ? "the user interface is not built in" : "not found";
    ctx.response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }
}
