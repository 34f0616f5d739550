package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.Scene;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.Json;

/**
 * How a photo that a person has filed is shown: by whom, when, where, and how far from its place.
 */
final class ShownPhoto {
  private ShownPhoto() {}

  /**
   * @param of path of what it was filed with, as {@code /cases/17}
   * @param place from which its distance is measured; where it is unknown, so is the distance
   */
  static ObjectNode of(FiledPhoto photo, String of, Scene place) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", photo.id())
        .put("by", photo.by())
        .put("sha256", photo.sha256())
        .put("size", photo.size())
        .put("takenAt", photo.takenAt().toString())
        .put("filedAt", photo.filedAt().toString())
        .put("lon", photo.lon())
        .put("lat", photo.lat())
        .put("url", "/api/v1" + of + "/photos/" + photo.id())
        .put(
            "metres",
            place.isKnown() ? (Double) (double) Math.round(place.metresTo(photo.taken())) : null);
  }
}
