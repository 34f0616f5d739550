package io.qingtu.route.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One number in which two sets of parameters differ.
 *
 * @param company whose it is; empty: the city's
 * @param name {@link Parameter#key()}
 */
public record ParameterChange(String company, String name, double before, double after) {
  /**
   * All of them: the city's in the order of {@link Parameter}, then those of single fleets. A fleet
   * that goes along with the city is not named.
   */
  public static List<ParameterChange> between(Parameters before, Parameters after) {
    List<ParameterChange> changes = new ArrayList<>();
    for (Parameter p : Parameter.values()) {
      add(changes, "", p, before, after);
    }
    Set<String> fleets = new TreeSet<>(before.fleets());
    fleets.addAll(after.fleets());
    for (String company : fleets) {
      Set<String> own = new TreeSet<>(before.ownOf(company).keySet());
      own.addAll(after.ownOf(company).keySet());
      for (Parameter p : Parameter.values()) {
        if (own.contains(p.key())) {
          add(changes, company, p, before.ofFleet(company), after.ofFleet(company));
        }
      }
    }
    return changes;
  }

  private static void add(
      List<ParameterChange> to, String company, Parameter p, Parameters before, Parameters after) {
    if (before.get(p) != after.get(p)) {
      to.add(new ParameterChange(company, p.key(), before.get(p), after.get(p)));
    }
  }
}
