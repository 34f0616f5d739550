package io.qingtu.web.export;

import io.qingtu.route.track.Position;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Writes a vehicle's track fix by fix, in the order of time, so that its length costs no memory.
 */
public interface TrackWriter extends Closeable {
  /** Silence after which a line is broken: nobody knows the way between. */
  Duration GAP = Duration.ofMinutes(2);

  void fix(Position p) throws IOException;

  /** Whether a fix goes on a line that ends with another one. */
  static boolean continues(Position last, Position next) {
    return last != null && !last.fixTime().plus(GAP).isBefore(next.fixTime());
  }
}
