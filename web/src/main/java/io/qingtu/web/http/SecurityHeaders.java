package io.qingtu.web.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;

/** What a browser may do with our pages, on every answer. */
public final class SecurityHeaders {
  private final String policy;

  /**
   * @param tileSource address of map tiles that the page may load, if there is one
   */
  public SecurityHeaders(Optional<String> tileSource) {
    String tiles = tileSource.map(s -> " " + origin(s)).orElse("");
    // MapLibre runs its worker from a blob; Ant Design and ECharts write style attributes
    this.policy =
        "default-src 'self'; script-src 'self'; worker-src 'self' blob:;"
            + " style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:"
            + tiles
            + "; connect-src 'self'"
            + tiles
            + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
  }

  public void add(RoutingContext ctx) {
    MultiMap headers = ctx.response().headers();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    // the phone's page says where a photo was taken; its camera is the system's, not the page's
    headers.set("Permissions-Policy", "camera=(), geolocation=(self), microphone=()");
    ctx.next();
  }

  private static String origin(String template) {
    // {z}/{x}/{y} and {s} are no part of a URI
    URI uri =
        URI.create(template.replaceAll("\\{s}", "*").replaceAll("[{}]", "").replace("*", "s"));
    String host =
        template.contains("{s}.") ? uri.getHost().replaceFirst("^s\\.", "*.") : uri.getHost();
    return uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
