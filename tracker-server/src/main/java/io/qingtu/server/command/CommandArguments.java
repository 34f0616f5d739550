package io.qingtu.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The arguments of a command, read by name and checked. A wrong one is named. */
public final class CommandArguments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;
  private final JsonNode node;
  private final Set<String> read = new TreeSet<>();

  private CommandArguments(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * @throws CommandException where it is no JSON object
   */
  static CommandArguments of(String json) {
    try {
      return of(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new CommandException("arguments", "is no JSON");
    }
  }

  static CommandArguments of(JsonNode node) {
    if (!node.isObject()) {
      throw new CommandException("arguments", "is no JSON object");
    }
    return new CommandArguments("", node);
  }

  /** A whole number that must be there. */
  int number(String name, int min, int max) {
    return (int) number(name, (long) min, max);
  }

  /** A whole number that must be there. */
  long number(String name, long min, long max) {
    return checked(name, value(name).orElseThrow(() -> wrong(name, "is missing")), min, max);
  }

  /** A whole number that may be missing. */
  int number(String name, int initial, int min, int max) {
    Optional<JsonNode> value = value(name);
    return value.isPresent() ? (int) checked(name, value.get(), min, max) : initial;
  }

  boolean flag(String name, boolean initial) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(name, "is neither true nor false");
    }
    return value.map(JsonNode::booleanValue).orElse(initial);
  }

  /** A text that must be there and not blank. */
  String text(String name) {
    JsonNode value = value(name).orElseThrow(() -> wrong(name, "is missing"));
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(name, "is no text");
    }
    return value.textValue();
  }

  /** One of the names of an enum, or the one that holds where it is missing. */
  <E extends Enum<E>> E choice(String name, E initial) {
    E[] all = initial.getDeclaringClass().getEnumConstants();
    return value(name)
        .map(
            v ->
                Arrays.stream(all)
                    .filter(e -> e.name().equals(v.asText()))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "is none of " + Arrays.toString(all))))
        .orElse(initial);
  }

  /** The numbers of a list that may be missing. */
  List<Long> numbers(String name, int most, long min, long max) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      numbers.add(checked(name, item, min, max));
    }
    return numbers;
  }

  /** The texts of a list that may be missing. */
  List<String> texts(String name, int most) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      if (!item.isTextual()) {
        throw wrong(name, "has an entry that is no text");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** The objects of a list that must be there and not empty. */
  List<CommandArguments> objects(String name, int most) {
    List<CommandArguments> objects = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      if (!item.isObject()) {
        throw wrong(name, "has an entry that is no object");
      }
      objects.add(new CommandArguments(path + name + ".", item));
    }
    if (objects.isEmpty()) {
      throw wrong(name, "is missing or empty");
    }
    return objects;
  }

  /** The points of a line or ring, each longitude and latitude in degrees. */
  List<double[]> points(String name, int most) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      double longitude = item.path(0).asDouble(Double.NaN);
      double latitude = item.path(1).asDouble(Double.NaN);
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
        throw wrong(name, "has " + item + ", which is no longitude and latitude");
      }
      points.add(new double[] {longitude, latitude});
    }
    return points;
  }

  /** The value as it came: a number, a text. */
  Optional<JsonNode> value(String name) {
    read.add(name);
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /**
   * @throws CommandException where there is something that nobody has asked for
   */
  void finish() {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw wrong(name, "is not known; known are " + read);
      }
    }
  }

  CommandException wrong(String name, String why) {
    return new CommandException("arguments." + path + name, why);
  }

  private JsonNode list(String name, int most) {
    JsonNode list = value(name).orElseGet(JSON::createArrayNode);
    if (!list.isArray() || list.size() > most) {
      throw wrong(name, "is no list of at most " + most);
    }
    return list;
  }

  private long checked(String name, JsonNode value, long min, long max) {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw wrong(name, value + " is no whole number from " + min + " to " + max);
    }
    return value.longValue();
  }
}
