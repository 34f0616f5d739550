package io.qingtu.web.api;

import io.qingtu.route.casework.Scene;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.store.TakenPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;

/**
 * A photo that a phone sends, with place and time: the body is the picture itself.
 *
 * @param takenAt by the camera's clock
 * @param taken where the camera was
 */
record PhotoUpload(byte[] content, FileFormat format, Instant takenAt, Scene taken) {
  /** A phone's clock may be ahead of ours. */
  private static final Duration EARLY = Duration.ofMinutes(10);

  private static final String CLIENT_ID = "[A-Za-z0-9_-]{8,64}";

  /**
   * The sender's own name of it: the same again is the same photo.
   *
   * @throws ApiException where it is none
   */
  static String clientId(RoutingContext ctx) {
    return new Arguments(ctx)
        .text("clientId")
        .filter(id -> id.matches(CLIENT_ID))
        .orElseThrow(
            () ->
                ApiException.badParameter(
                    "clientId",
                    "is no name of 8 to 64 letters, digits, - and _ that the sender gives it"));
  }

  /** The bytes of a body that is a file; none where nothing was sent. */
  static byte[] content(RoutingContext ctx) {
    Buffer sent = ctx.body().buffer();
    return sent == null ? new byte[0] : sent.getBytes();
  }

  /**
   * @throws ApiException where something of it is wrong
   */
  static PhotoUpload of(RoutingContext ctx, Instant now) {
    Arguments in = new Arguments(ctx);
    Instant takenAt = in.requiredTime("takenAt");
    if (takenAt.isAfter(now.plus(EARLY))) {
      throw ApiException.badParameter("takenAt", "lies in the future");
    }
    Coordinate place =
        in.choice("datum", Datum.class)
            .orElse(Datum.WGS84)
            .toWgs84(in.degrees("lon", 180), in.degrees("lat", 90));
    byte[] content = content(ctx);
    FileFormat format =
        FileFormat.picture(content)
            .orElseThrow(
                () -> ApiException.unsupported("no_picture", "the body is no JPEG and no PNG"));
    return new PhotoUpload(content, format, takenAt, new Scene(place.x, place.y));
  }

  /** As it is filed by whoever sends it, under a name of his or her own. */
  TakenPhoto by(int userId, String clientId) {
    return new TakenPhoto(userId, clientId, format.ending(), takenAt, taken);
  }
}
