package io.qingtu.web.api;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Switch;
import java.time.Instant;

/** One fix of a track, as it came. */
record TrackPoint(
    Instant time,
    double lon,
    double lat,
    double speedKmh,
    int direction,
    boolean valid,
    boolean backfill,
    boolean acc,
    Cover cover,
    Lift lift,
    Load load,
    double weightT,
    Switch brush,
    Switch pump) {
  static TrackPoint of(Position p) {
    return new TrackPoint(
        p.fixTime(),
        p.longitude(),
        p.latitude(),
        p.speedKmh(),
        p.directionDegrees(),
        p.fixValid(),
        p.backfill(),
        p.accOn(),
        p.sensors().cover(),
        p.sensors().lift(),
        p.sensors().load(),
        p.sensors().weightT(),
        p.sensors().brush(),
        p.sensors().pump());
  }
}
