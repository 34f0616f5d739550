package io.qingtu.web.api;

import io.qingtu.web.http.Controller;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of this API in OpenAPI 3.1, open to anyone. */
public final class OpenApiController implements Controller {
  private final String document = read();

  @Override
  public void mount(Router api) {
    api.get("/openapi.json")
        .handler(
            ctx ->
                ctx.response()
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(document));
  }

  private static String read() {
    try (InputStream in = OpenApiController.class.getResourceAsStream("/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
