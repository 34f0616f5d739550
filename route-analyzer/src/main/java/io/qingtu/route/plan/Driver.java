package io.qingtu.route.plan;

import java.util.List;
import java.util.Set;

/**
 * A registered driver (驾驶员).
 *
 * @param id as the card in the terminal shows it
 * @param plates the vehicles that this person may drive at any time, as a file of the city says
 * @param turns the vehicles that this person drives for a while, as the company says
 */
public record Driver(String id, Set<String> plates, List<Turn> turns) {
  /** That somebody drives a vehicle for a while. */
  public record Turn(String plate, Validity period) {}

  public Driver {
    plates = Set.copyOf(plates);
    turns = List.copyOf(turns);
  }

  /** Of a city that says who may drive what, and not when. */
  public Driver(String id, Set<String> plates) {
    this(id, plates, List.of());
  }

  /** Of a company that says who drives what when. */
  public static Driver onTurns(String id, List<Turn> turns) {
    return new Driver(id, Set.of(), turns);
  }
}
