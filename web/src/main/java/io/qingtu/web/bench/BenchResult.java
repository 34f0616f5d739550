package io.qingtu.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark found: a rate of ours and of the floor.
 *
 * @param details further figures by their names
 */
public record BenchResult(
    String bench,
    double value,
    String unit,
    double floor,
    String floorIs,
    Map<String, Double> details) {
  BenchResult(String bench, double value, String unit, double floor, String floorIs) {
    this(bench, value, unit, floor, floorIs, Map.of());
  }

  BenchResult with(String name, double figure) {
    Map<String, Double> more = new LinkedHashMap<>(details);
    more.put(name, figure);
    return new BenchResult(bench, value, unit, floor, floorIs, more);
  }

  /** The share of the floor's speed that is reached: 1 is the floor itself. */
  public double ratio() {
    return value / floor;
  }

  /** One line. */
  public String json() {
    ObjectNode json =
        new ObjectMapper()
            .createObjectNode()
            .put("bench", bench)
            .put("value", Math.round(value))
            .put("unit", unit)
            .put("floor", Math.round(floor))
            .put("floorIs", floorIs)
            .put("ratio", rounded(ratio()));
    details.forEach((name, figure) -> json.put(name, rounded(figure)));
    return json.toString();
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1000) / 1000.0;
  }
}
