package io.qingtu.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark found: a rate, or a time, of ours and of the floor.
 *
 * @param ratio the share of the floor's speed that is reached: 1 is the floor itself
 * @param details further figures by their names
 */
public record BenchResult(
    String bench,
    double value,
    String unit,
    double floor,
    String floorIs,
    double ratio,
    Map<String, Double> details) {
  /** Of rates: more is better. */
  BenchResult(String bench, double value, String unit, double floor, String floorIs) {
    this(bench, value, unit, floor, floorIs, value / floor, Map.of());
  }

  /** Of rates: more is better. */
  public static BenchResult ofRates(
      String bench, double value, String unit, double floor, String floorIs) {
    return new BenchResult(bench, value, unit, floor, floorIs);
  }

  /** Of times: less is better. */
  public static BenchResult ofTimes(
      String bench, double value, String unit, double floor, String floorIs) {
    return new BenchResult(bench, value, unit, floor, floorIs, floor / value, Map.of());
  }

  /** The same with one figure more. */
  public BenchResult with(String name, double figure) {
    Map<String, Double> more = new LinkedHashMap<>(details);
    more.put(name, figure);
    return new BenchResult(bench, value, unit, floor, floorIs, ratio, more);
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
            .put("ratio", rounded(ratio));
    details.forEach((name, figure) -> json.put(name, rounded(figure)));
    return json.toString();
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1000) / 1000.0;
  }
}
