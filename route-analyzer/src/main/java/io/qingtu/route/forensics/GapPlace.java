package io.qingtu.route.forensics;

/**
 * Something at which to look for a load that went unseen (P05).
 *
 * @param name for people; may be empty
 * @param longitude of its middle, WGS-84 degrees
 * @param latitude of its middle, WGS-84 degrees
 */
public record GapPlace(Kind kind, String id, String name, double longitude, double latitude) {
  /** What it is. */
  public enum Kind {
    HOT_SPOT,
    PLACE,
    /** A gate camera: its pictures of the time may show the truck. */
    CAMERA
  }
}
