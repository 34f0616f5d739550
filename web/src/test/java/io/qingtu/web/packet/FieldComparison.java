package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a decoded packet with what another decoder says of it. */
final class FieldComparison {
  private FieldComparison() {}

  /** What is not there, or not the same; there may be more. */
  static List<String> of(JsonNode expected, JsonNode found) {
    List<String> differences = new ArrayList<>();
    compare("", expected, found, differences);
    return differences;
  }

  private static void compare(String path, JsonNode expected, JsonNode found, List<String> out) {
    if (expected.isObject() && found.isObject()) {
      for (Map.Entry<String, JsonNode> field : expected.properties()) {
        String key = field.getKey();
        compare(path + "/" + key, field.getValue(), found.path(key), out);
      }
    } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), found.get(i), out);
      }
    } else if (expected.isNumber() && found.isNumber()
        ? expected.doubleValue() != found.doubleValue()
        : !expected.equals(found)) {
      out.add(
          path
              + ": expected "
              + expected
              + ", found "
              + (found.isMissingNode() ? "nothing" : found));
    }
  }
}
