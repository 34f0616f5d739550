package io.qingtu.route.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** One value for every {@link Parameter}: the defaults, less what a city overrides. */
public final class Parameters {
  public static final Parameters DEFAULTS = new Parameters(Map.of());

  private final double[] values = new double[Parameter.values().length];

  private Parameters(Map<Parameter, Double> overrides) {
    for (Parameter p : Parameter.values()) {
      values[p.ordinal()] = overrides.getOrDefault(p, p.initial());
    }
  }

  /**
   * @param overrides by {@link Parameter#key()}
   * @throws IllegalArgumentException where a key is unknown or a value is not a finite number of 0
   *     or more
   */
  public static Parameters with(Map<String, Double> overrides) {
    Map<String, Parameter> byKey = new TreeMap<>();
    for (Parameter p : Parameter.values()) {
      byKey.put(p.key(), p);
    }
    Map<Parameter, Double> known = new EnumMap<>(Parameter.class);
    for (Entry<String, Double> e : overrides.entrySet()) {
      Parameter p = byKey.get(e.getKey());
      if (p == null) {
        throw new IllegalArgumentException("unknown parameter \"" + e.getKey() + "\"");
      }
      if (!(e.getValue() >= 0) || e.getValue().isInfinite()) {
        throw new IllegalArgumentException(
            "parameter " + e.getKey() + " = " + e.getValue() + " is not 0 or more");
      }
      known.put(p, e.getValue());
    }
    return new Parameters(known);
  }

  public double get(Parameter p) {
    return values[p.ordinal()];
  }

  /** A parameter in seconds, as milliseconds. */
  public long millis(Parameter seconds) {
    return Math.round(get(seconds) * 1000);
  }

  /** Eight hex digits that change with any value: printed with every alert and report. */
  public String fingerprint() {
    long h = 0xcbf29ce484222325L;
    for (Parameter p : Parameter.values()) {
      for (char c : (p.key() + "=" + values[p.ordinal()] + ";").toCharArray()) {
        h = (h ^ c) * 0x100000001b3L;
      }
    }
    return String.format("%08x", (int) (h ^ h >>> 32));
  }
}
