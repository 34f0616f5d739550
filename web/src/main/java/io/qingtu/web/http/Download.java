package io.qingtu.web.http;

import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is made for one request: on a worker thread, onto the disk, so that neither its size
 * nor a slow line costs memory; then it is sent and removed.
 */
public final class Download {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  /** Writes the content. May block; throws {@link ApiException} where there is none to be had. */
  public interface Content {
    void write(OutputStream out) throws Exception;
  }

  /**
   * What a request gets.
   *
   * @param name that the browser saves it under
   * @param mediaType of the content
   */
  public record File(String name, String mediaType, Content content) {}

  /** Decides what a request gets, or throws. May block. */
  public interface Answer {
    File to(RoutingContext request) throws Exception;
  }

  private record Made(File file, Path path) {}

  private Download() {}

  /** 200 with the file as something to save. */
  public static Handler<RoutingContext> file(WorkerExecutor worker, Answer answer) {
    return ctx ->
        worker
            .executeBlocking(Reply.asReader(ctx, () -> make(answer.to(ctx))), false)
            .onSuccess(made -> send(ctx, made))
            .onFailure(ctx::fail);
  }

  private static Made make(File file) throws Exception {
    Path path = Files.createTempFile("qingtu-download", ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      file.content().write(out);
    } catch (Exception e) {
      Files.deleteIfExists(path);
      throw e;
    }
    return new Made(file, path);
  }

  private static void send(RoutingContext ctx, Made made) {
    String name = URLEncoder.encode(made.file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, made.file.mediaType())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // else it would pass through memory to be compressed
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .sendFile(made.path.toString())
        .onFailure(ctx::fail)
        .onComplete(sent -> remove(made.path));
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} stays: {}", path, e.getMessage());
    }
  }
}
