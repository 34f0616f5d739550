package io.qingtu.route.plan;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value for every {@link Parameter}: the defaults, less what a city overrides, less what it
 * overrides for one fleet.
 */
public final class Parameters {
  public static final Parameters DEFAULTS = with(Map.of());

  private final double[] values;

  /** Of those in seconds: asked for with every fix. */
  private final long[] millis;

  private final SortedMap<String, Parameters> fleets;

  private Parameters(double[] values, SortedMap<String, Parameters> fleets) {
    this.values = values;
    this.millis = Arrays.stream(values).mapToLong(v -> Math.round(v * 1000)).toArray();
    this.fleets = fleets;
  }

  /**
   * @param overrides by {@link Parameter#key()}
   * @throws IllegalArgumentException where a key is unknown or a value is not a finite number of 0
   *     or more
   */
  public static Parameters with(Map<String, Double> overrides) {
    return with(overrides, Map.of());
  }

  /**
   * @param overrides of the city, by {@link Parameter#key()}
   * @param ofFleets of single fleets, by the name of the company, on top of the city's
   * @throws IllegalArgumentException as {@link #with(Map)}
   */
  public static Parameters with(
      Map<String, Double> overrides, Map<String, Map<String, Double>> ofFleets) {
    double[] initial = new double[Parameter.values().length];
    for (Parameter p : Parameter.values()) {
      initial[p.ordinal()] = p.initial();
    }
    double[] city = changed(initial, overrides);
    SortedMap<String, Parameters> fleets = new TreeMap<>();
    ofFleets.forEach(
        (company, own) ->
            fleets.put(company, new Parameters(changed(city, own), Collections.emptySortedMap())));
    return new Parameters(city, fleets);
  }

  private static double[] changed(double[] from, Map<String, Double> overrides) {
    double[] values = from.clone();
    Map<String, Parameter> byKey = new TreeMap<>();
    for (Parameter p : Parameter.values()) {
      byKey.put(p.key(), p);
    }
    for (Entry<String, Double> e : overrides.entrySet()) {
      Parameter p = byKey.get(e.getKey());
      if (p == null) {
        throw new IllegalArgumentException("unknown parameter \"" + e.getKey() + "\"");
      }
      if (!(e.getValue() >= 0) || e.getValue().isInfinite()) {
        throw new IllegalArgumentException(
            "parameter " + e.getKey() + " = " + e.getValue() + " is not 0 or more");
      }
      values[p.ordinal()] = e.getValue();
    }
    return values;
  }

  /**
   * These with other values for the city; a fleet keeps what it has of its own.
   *
   * @throws IllegalArgumentException as {@link #with(Map)}
   */
  public Parameters changed(Map<String, Double> overrides) {
    double[] city = changed(values, overrides);
    SortedMap<String, Parameters> own = new TreeMap<>();
    fleets.forEach(
        (company, fleet) -> {
          double[] kept = city.clone();
          for (int i = 0; i < kept.length; i++) {
            kept[i] = fleet.values[i] == values[i] ? kept[i] : fleet.values[i];
          }
          own.put(company, new Parameters(kept, Collections.emptySortedMap()));
        });
    return new Parameters(city, own);
  }

  /**
   * These with other values for one fleet, or for the city. A fleet whose values are all the city's
   * has none of its own any more.
   *
   * @param company empty: of the city
   * @throws IllegalArgumentException as {@link #with(Map)}
   */
  public Parameters changed(String company, Map<String, Double> overrides) {
    if (company.isEmpty()) {
      return changed(overrides);
    }
    double[] own = changed(ofFleet(company).values, overrides);
    SortedMap<String, Parameters> all = new TreeMap<>(fleets);
    if (Arrays.equals(own, values)) {
      all.remove(company);
    } else {
      all.put(company, new Parameters(own, Collections.emptySortedMap()));
    }
    return new Parameters(values, all);
  }

  /** Every value of the city, by {@link Parameter#key()}. */
  public SortedMap<String, Double> byName() {
    SortedMap<String, Double> byName = new TreeMap<>();
    for (Parameter p : Parameter.values()) {
      byName.put(p.key(), get(p));
    }
    return byName;
  }

  /** Values of a fleet that are not the city's, by {@link Parameter#key()}. */
  public SortedMap<String, Double> ownOf(String company) {
    SortedMap<String, Double> own = ofFleet(company).byName();
    own.entrySet().removeAll(byName().entrySet());
    return own;
  }

  /** What holds for the vehicles of a company. */
  public Parameters ofFleet(String company) {
    return fleets.getOrDefault(company, this);
  }

  /** The companies for which other values hold than for the rest of the city. */
  public Set<String> fleets() {
    return Collections.unmodifiableSet(fleets.keySet());
  }

  public double get(Parameter p) {
    return values[p.ordinal()];
  }

  /** A parameter in seconds, as milliseconds. */
  public long millis(Parameter seconds) {
    return millis[seconds.ordinal()];
  }

  /** Hours of the day between two parameters in hours. */
  public DailyHours hours(Parameter from, Parameter to) {
    return new DailyHours(timeOfDay(from), timeOfDay(to));
  }

  private LocalTime timeOfDay(Parameter hours) {
    return LocalTime.ofSecondOfDay(Math.round(get(hours) * 3600) % 86_400);
  }

  /** Eight hex digits that change with any value: printed with every alert and report. */
  public String fingerprint() {
    long h = mixed(0xcbf29ce484222325L);
    for (Entry<String, Parameters> fleet : fleets.entrySet()) {
      h = fleet.getValue().mixed(mixed(h, fleet.getKey() + ":"));
    }
    return String.format("%08x", (int) (h ^ h >>> 32));
  }

  private long mixed(long seed) {
    long h = seed;
    for (Parameter p : Parameter.values()) {
      h = mixed(h, p.key() + "=" + values[p.ordinal()] + ";");
    }
    return h;
  }

  private static long mixed(long seed, String text) {
    long h = seed;
    for (char c : text.toCharArray()) {
      h = (h ^ c) * 0x100000001b3L;
    }
    return h;
  }
}
