package io.qingtu.web.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;

/**
 * A file of the media folder on its way to a browser.
 *
 * @param type media type; the {@link #UNKNOWN_TYPE} is only to be saved
 * @param name for whoever saves it
 */
record EvidenceFile(Path file, String type, String name) {
  static final String UNKNOWN_TYPE = "application/octet-stream";

  void send(RoutingContext ctx) {
    String shown = type.equals(UNKNOWN_TYPE) ? "attachment" : "inline";
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(
            "Content-Disposition",
            "%s; filename=\"%s\"".formatted(shown, name.replaceAll("[^A-Za-z0-9.-]", "")))
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // pictures are compressed already, and files go out without passing through memory
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .sendFile(file.toString())
        .onFailure(ctx::fail);
  }
}
