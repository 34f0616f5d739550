package io.qingtu.web.api;

import io.qingtu.server.store.DamagedMediaException;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Reply;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the media folder on its way to a browser.
 *
 * @param type media type; the {@link #UNKNOWN_TYPE} is only to be saved
 * @param name for whoever saves it
 */
record EvidenceFile(Path file, String type, String name) {
  static final String UNKNOWN_TYPE = "application/octet-stream";

  /**
   * What a browser would not show as a mere picture is only to be saved: a paper may hold scripts.
   */
  private static final Set<String> SAVED = Set.of(UNKNOWN_TYPE, FileFormat.PDF.type());

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceFile.class);

  /** Answers with a file; it is found on a worker thread, within what the reader may see. */
  static Handler<RoutingContext> answer(Function<RoutingContext, EvidenceFile> find) {
    return ctx ->
        ctx.vertx()
            .executeBlocking(Reply.asReader(ctx, () -> find.apply(ctx)), false)
            .onSuccess(found -> found.send(ctx))
            .onFailure(ctx::fail);
  }

  /**
   * A photo or paper that a person has filed.
   *
   * @param of what it belongs to, as {@code case 17}
   * @param ending of its file name
   * @param verified reads it through and finds it to be what was kept
   * @throws ApiException 500 where it is not
   */
  static EvidenceFile photo(String of, long id, String ending, Supplier<Path> verified) {
    FileFormat format = FileFormat.ofEnding(ending);
    try {
      return new EvidenceFile(verified.get(), format.type(), id + "." + format.ending());
    } catch (DamagedMediaException e) {
      LOG.error("photo {} of {}: {}", id, of, e.getMessage());
      throw ApiException.damaged("photo " + id + ": " + e.getMessage());
    }
  }

  void send(RoutingContext ctx) {
    String shown = SAVED.contains(type) ? "attachment" : "inline";
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
