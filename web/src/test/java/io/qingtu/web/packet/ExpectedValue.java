package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value that the source of a packet asserts of it, or built it from.
 *
 * @param name as the source has it, with its indices
 * @param field the same without variables, casts, conversions and indices
 * @param within id of the additional item or the parameter that the field belongs to, empty if the
 *     source does not say it
 * @param indices from 0; for what a packet was built from, how many of the same name stand before
 * @param code the value in the source's code
 */
record ExpectedValue(String name, String field, String within, List<Integer> indices, String code) {
  private static final Pattern NUMBERED = Pattern.compile("(.*)#(\\d+)");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)\\]");
  private static final Pattern LISTED = Pattern.compile("^item(\\d)\\.(?!get)");
  private static final Pattern CAST =
      Pattern.compile("^\\(\\(JT808_0x(?:0200|8103)_0x(\\w+)\\).*\\)\\.(\\w+)$");
  private static final Pattern OWN =
      Pattern.compile("(?i)^jt808_?(?:0x0200_|0x8103_|locationattachimpl)0x(\\w+)\\.(.*)$");
  private static final Pattern KEYED =
      Pattern.compile("^(attributes|parameters)\\.(\\d+)(?:\\.(.*))?$");
  private static final String CONVERSION =
      "\\.(ToString|ToHexString|ToArray|TrimStart|Trim|stringValue)\\(.*\\)$|\\.Value(\\.Value)?$";

  /** Everything that an entry's source says of it, in its order. */
  static List<ExpectedValue> of(JsonNode entry) {
    List<ExpectedValue> all = new ArrayList<>();
    JsonNode expected = entry.path("expected");
    for (Map.Entry<String, JsonNode> one : expected.path("asserts").properties()) {
      all.add(of(one.getKey(), one.getValue().asText(), false));
    }
    for (Map.Entry<String, JsonNode> one : expected.path("builtFrom").properties()) {
      all.add(of(one.getKey(), one.getValue().asText(), true));
    }
    Map<String, String> flat = new TreeMap<>();
    flatten("", expected.path("json"), flat);
    flat.forEach((name, code) -> all.add(of(name, code, false)));
    for (String name : List.of("load", "lat", "lon", "speed_kmh", "time")) {
      if (expected.has(name)) {
        all.add(of(name, expected.get(name).asText(), false));
      }
    }
    return all;
  }

  private static ExpectedValue of(String name, String code, boolean built) {
    Matcher numbered = NUMBERED.matcher(name);
    boolean hasNumber = numbered.matches();
    String plain = (hasNumber ? numbered.group(1) : name).replaceAll(CONVERSION, "");
    List<Integer> indices = new ArrayList<>();
    Matcher listed = LISTED.matcher(plain);
    if (listed.find()) {
      indices.add(Integer.valueOf(listed.group(1)));
    }
    Matcher index = INDEX.matcher(plain);
    while (index.find()) {
      indices.add(Integer.valueOf(index.group(1)));
    }
    if (indices.isEmpty() && (built || hasNumber)) {
      indices.add(hasNumber ? Integer.parseInt(numbered.group(2)) - 1 : 0);
    }
    String field = INDEX.matcher(plain).replaceAll("");
    for (Pattern owner : List.of(CAST, OWN)) {
      Matcher own = owner.matcher(field);
      if (own.matches()) {
        return new ExpectedValue(
            name,
            own.group(2),
            id(Integer.parseInt(own.group(1), 16), own.group(1).length() > 2),
            indices,
            code);
      }
    }
    Matcher keyed = KEYED.matcher(field);
    if (keyed.matches()) {
      String within = id(Integer.parseInt(keyed.group(2)), keyed.group(1).equals("parameters"));
      String rest = keyed.group(3) == null ? "value" : keyed.group(3);
      return new ExpectedValue(name, rest, within, indices, code);
    }
    return new ExpectedValue(name, field, "", indices, code);
  }

  /** As it stands in a packet: of a parameter a DWORD, of an additional item a byte. */
  private static String id(int id, boolean parameter) {
    return String.format(parameter ? "%08x" : "%02x", id);
  }

  /** Arrays of bytes are one value, other arrays one for each element. */
  private static void flatten(String path, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(one -> flatten(prefix + one.getKey(), one.getValue(), flat));
    } else if (node.isArray() && isBytes(path)) {
      StringBuilder bytes = new StringBuilder("new byte[] {");
      node.forEach(
          b ->
              bytes
                  .append(bytes.charAt(bytes.length() - 1) == '{' ? "" : ",")
                  .append(b.asInt() & 0xff));
      flat.put(path, bytes.append('}').toString());
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), flat);
      }
    } else if (!node.isMissingNode()) {
      flat.put(path, node.asText());
    }
  }

  private static boolean isBytes(String path) {
    return path.matches("(.*\\.)?(data|n|packet|body|value|reserves|p23)");
  }

  /** The value; empty for what can only be known by running the source. */
  Optional<Literal> literal(Map<String, String> constants) {
    return Literal.of(code, constants);
  }
}
