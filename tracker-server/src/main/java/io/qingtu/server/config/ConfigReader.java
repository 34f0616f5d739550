package io.qingtu.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the keys of a properties file, each of which the environment may override: {@code
 * database.url} by {@code QINGTU_DATABASE_URL}. Every component reads its own keys; {@link
 * #finish()} then reports all that are malformed or missing, and all in the file that nobody read.
 */
public final class ConfigReader {
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

  private final Map<String, String> file = new TreeMap<>();
  private final Map<String, String> environment;
  private final Map<String, String> effective = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  public ConfigReader(Map<String, String> file, Map<String, String> environment) {
    this.file.putAll(file);
    this.environment = Map.copyOf(environment);
  }

  /**
   * @param environment usually {@link System#getenv()}
   * @throws ConfigException where the file cannot be read
   */
  public static ConfigReader of(Path file, Map<String, String> environment) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(List.of(file + ": cannot be read: " + e.getMessage()));
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return new ConfigReader(values, environment);
  }

  /** A text that must be there. */
  public String text(String key) {
    String value = find(key, "");
    if (value.isEmpty()) {
      problems.add(key + ": is missing");
    }
    return value;
  }

  public String text(String key, String initial) {
    return find(key, initial);
  }

  /** One of two values only, {@code true} or {@code false}. */
  public boolean flag(String key, boolean initial) {
    return parse(
        key,
        Boolean.toString(initial),
        initial,
        "true or false",
        s -> s.equals("true") || s.equals("false") ? Boolean.valueOf(s) : null);
  }

  /** A whole number between two bounds, both of which are allowed. */
  public int number(String key, int initial, int least, int most) {
    return parse(
        key,
        Integer.toString(initial),
        initial,
        "a whole number from " + least + " to " + most,
        s -> {
          long n = s.matches("-?\\d{1,10}") ? Long.parseLong(s) : Long.MIN_VALUE;
          return n >= least && n <= most ? (int) n : null;
        });
  }

  /** A time with its unit, as {@code 20ms}, {@code 30s}, {@code 10m}, {@code 36h} or {@code 7d}. */
  public Duration duration(String key, Duration initial) {
    return parse(
        key, print(initial), initial, "a time such as 20ms, 30s, 10m, 36h or 7d", this::duration);
  }

  /** A place that other values of the caller do not allow. */
  public void reject(String key, String reason) {
    problems.add(key + ": " + reason);
  }

  /**
   * Every key that was read, with the value in force; secrets (keys that end in password or secret)
   * hidden.
   */
  public Map<String, String> effective() {
    Map<String, String> shown = new TreeMap<>(effective);
    shown.replaceAll((k, v) -> isSecret(k) && !v.isEmpty() ? "(hidden)" : v);
    return shown;
  }

  private static boolean isSecret(String key) {
    return key.endsWith("password") || key.endsWith("secret");
  }

  /**
   * To be called when every component has read its keys.
   *
   * @throws ConfigException that names every key which is malformed, missing or unknown
   */
  public void finish() {
    TreeSet<String> unknown = new TreeSet<>(file.keySet());
    unknown.removeAll(effective.keySet());
    List<String> all = new ArrayList<>(problems);
    unknown.forEach(k -> all.add(k + ": is no key"));
    if (!all.isEmpty()) {
      throw new ConfigException(all);
    }
  }

  private <T> T parse(
      String key, String initialText, T initial, String wanted, Function<String, T> parser) {
    String value = find(key, initialText).trim();
    T parsed = parser.apply(value);
    if (parsed == null) {
      problems.add(key + ": \"" + value + "\" is not " + wanted);
      return initial;
    }
    return parsed;
  }

  private String find(String key, String initial) {
    String name = "QINGTU_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    String value = environment.getOrDefault(name, file.getOrDefault(key, initial)).trim();
    effective.put(key, value);
    return value;
  }

  private Duration duration(String text) {
    Matcher m = DURATION.matcher(text);
    if (!m.matches() || m.group(1).length() > 9) {
      return null;
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static String print(Duration d) {
    return d.toMillis() % 1000 == 0 ? d.toSeconds() + "s" : d.toMillis() + "ms";
  }
}
