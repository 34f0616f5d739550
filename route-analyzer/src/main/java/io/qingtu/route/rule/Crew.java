package io.qingtu.route.rule;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.Whereabouts;
import io.qingtu.route.track.Gap;
import java.util.List;

/** One planned vehicle with what is known of where it was. */
public record Crew(Vehicle vehicle, Whereabouts where, List<Gap> gaps) {
  public Crew {
    gaps = List.copyOf(gaps);
  }
}
