package io.qingtu.web.report;

import java.time.Instant;
import java.util.List;

/**
 * A case that section 8 tells on a page of its own, as it was known when the report was frozen.
 *
 * @param key of the alert, whose line is in the list of events
 * @param place road or place; empty where none is known
 * @param map as SVG; empty where there is nothing to draw
 * @param curves speed, weight and sensors as SVG; empty where there is no track
 * @param steps what happened and was done, in the order of time
 * @param stage where the case stands, in words; empty where there is none
 */
public record KeyCase(
    String key,
    String place,
    String map,
    String curves,
    List<Step> steps,
    List<Picture> pictures,
    String stage) {
  /** A line of the course of events. */
  public record Step(Instant at, String what, String note) {}

  /**
   * A picture.
   *
   * @param base64 a JPEG
   */
  public record Picture(String caption, String base64) {}

  public KeyCase {
    steps = List.copyOf(steps);
    pictures = List.copyOf(pictures);
  }

  /** One of which nothing is on file but its line. */
  static KeyCase untold(String key) {
    return new KeyCase(key, "", "", "", List.of(), List.of(), "");
  }
}
