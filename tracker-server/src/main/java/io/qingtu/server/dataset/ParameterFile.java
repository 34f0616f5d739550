package io.qingtu.server.dataset;

import io.qingtu.route.plan.Parameters;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Rule parameters that differ from their defaults, as {@code name=value} lines; {@code
 * fleet.COMPANY.name=value} holds for the vehicles of one company.
 */
public final class ParameterFile {
  private static final String FLEET = "fleet.";

  private ParameterFile() {}

  /**
   * @throws IllegalArgumentException where the file cannot be read, or a name or value is wrong
   */
  public static Parameters read(Path file) {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    }
    Map<String, Double> values = new TreeMap<>();
    Map<String, Map<String, Double>> fleets = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      int dot = name.lastIndexOf('.');
      boolean ofFleet = name.startsWith(FLEET) && dot > FLEET.length();
      Map<String, Double> to =
          ofFleet
              ? fleets.computeIfAbsent(name.substring(FLEET.length(), dot), k -> new TreeMap<>())
              : values;
      String text = lines.getProperty(name).trim();
      try {
        to.put(ofFleet ? name.substring(dot + 1) : name, Double.valueOf(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " = \"" + text + "\" is not a number", e);
      }
    }
    return Parameters.with(values, fleets);
  }
}
