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

/** Rule parameters that differ from their defaults, as {@code name=value} lines. */
public final class ParameterFile {
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
    for (String name : lines.stringPropertyNames()) {
      String text = lines.getProperty(name).trim();
      try {
        values.put(name, Double.valueOf(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " = \"" + text + "\" is not a number", e);
      }
    }
    return Parameters.with(values);
  }
}
