package io.qingtu.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Refuses texts that no database keeps: with a NUL in them, or half of a surrogate pair. */
public final class Texts {
  private static final String WHY = "has a character that no text has";

  private Texts() {}

  /**
   * Handler before those that read parameters: a wrong one is 400, a wrong path is none of ours.
   */
  public static void refuseDamaged(RoutingContext ctx) {
    for (Map.Entry<String, String> p : ctx.queryParams()) {
      if (isDamaged(p.getKey()) || isDamaged(p.getValue())) {
        throw ApiException.badParameter(p.getKey().replace("\0", ""), WHY);
      }
    }
    // a plus sign is itself in a path
    String path = ctx.request().path().replace("+", "%2B");
    if (isDamaged(URLDecoder.decode(path, StandardCharsets.UTF_8))) {
      throw ApiException.notFound("what this path names");
    }
    ctx.next();
  }

  /** The same for every text in a body, and for the names of its fields. */
  static void refuseDamaged(JsonNode body) {
    body.properties()
        .forEach(
            field -> {
              if (isDamaged(field.getKey()) || hasDamaged(field.getValue())) {
                throw ApiException.badParameter(field.getKey().replace("\0", ""), WHY);
              }
            });
  }

  private static boolean hasDamaged(JsonNode value) {
    if (value.isTextual()) {
      return isDamaged(value.textValue());
    }
    if (value.isObject()) {
      return value.properties().stream()
          .anyMatch(f -> isDamaged(f.getKey()) || hasDamaged(f.getValue()));
    }
    for (JsonNode part : value) {
      if (hasDamaged(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDamaged(String text) {
    return text.codePoints()
        .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
