package io.qingtu.web.api;

import io.qingtu.server.store.AlertFilter.Cursor;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of alerts ends, as a word that means nothing to the caller. */
final class AlertCursor {
  private AlertCursor() {}

  static String write(Cursor c) {
    String text = c.start() + "/" + c.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws ApiException where this server never wrote it
   */
  static Cursor read(String word) {
    try {
      String[] part =
          new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII).split("/");
      if (part.length == 2) {
        return new Cursor(Arguments.parseTime("cursor", part[0]), Long.parseLong(part[1]));
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter("cursor", "\"" + word + "\" was not given by this server");
  }
}
