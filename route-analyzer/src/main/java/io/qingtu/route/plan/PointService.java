package io.qingtu.route.plan;

import java.time.Instant;

/**
 * What a collection truck's own equipment counted.
 *
 * @param pointId the collection point that was read; empty where none was
 */
public record PointService(String plate, Instant time, Kind kind, String pointId) {
  /** What counted it. */
  public enum Kind {
    /** 提升翻桶. */
    BIN_LIFT,
    RFID
  }
}
