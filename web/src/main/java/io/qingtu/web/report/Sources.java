package io.qingtu.web.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a report gets what its figures do not hold: tracks, and what is on file of an alert. */
public interface Sources {
  /** Of a report that is made of its figures alone. */
  Sources NONE =
      new Sources() {
        @Override
        public Optional<KeyCase> story(Alert alert, Instant asOf) {
          return Optional.empty();
        }

        @Override
        public List<Position> track(String plate, Instant from, Instant to) {
          return List.of();
        }
      };

  /**
   * What is known of an alert. May block.
   *
   * @param asOf what came later is left out
   */
  Optional<KeyCase> story(Alert alert, Instant asOf);

  /** A vehicle's fixes in the order of time, both moments included. May block. */
  List<Position> track(String plate, Instant from, Instant to);
}
