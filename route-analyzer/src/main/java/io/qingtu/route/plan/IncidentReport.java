package io.qingtu.route.plan;

import java.time.Instant;

/** What somebody found in the street: dumped muck, as a rule; degrees WGS-84. */
public record IncidentReport(
    String id, Kind kind, Instant time, double longitude, double latitude) {
  /** Who found it. */
  public enum Kind {
    /** 随手拍. */
    CITIZEN,
    /** 巡查. */
    PATROL,
    /** 倾倒高发点: a place known for it. */
    HOTSPOT,
    CAMERA
  }
}
