package io.qingtu.protocol.message.media;

import java.util.Arrays;
import java.util.Optional;

/** What made a terminal record (事件项编码). */
public enum MediaEvent {
  /** the platform's command */
  COMMAND(0),
  TIMED(1),
  ROBBERY(2),
  /** collision or rollover */
  COLLISION(3),
  /** since 2013 */
  DOOR_OPENED(4),
  /** since 2013 */
  DOOR_CLOSED(5),
  /** doors closed and speed passed 20 km/h, since 2013 */
  DRIVING_OFF(6),
  /** every so many metres, since 2013 */
  DISTANCE(7);

  private final int code;

  MediaEvent(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Empty for codes that are reserved or vendors' own. */
  public static Optional<MediaEvent> find(int code) {
    return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
  }
}
