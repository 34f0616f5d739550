package io.qingtu.route.rule;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.Whereabouts;
import io.qingtu.route.track.Gap;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One planned vehicle with what is known of where it was.
 *
 * @param heard days of the city on which anything came from it
 */
public record Crew(Vehicle vehicle, Whereabouts where, List<Gap> gaps, Set<LocalDate> heard) {
  public Crew {
    gaps = List.copyOf(gaps);
    heard = Set.copyOf(heard);
  }
}
