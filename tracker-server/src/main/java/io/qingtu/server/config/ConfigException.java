package io.qingtu.server.config;

import java.util.List;

/** A configuration that cannot be used: names every key that is wrong, not only the first. */
public final class ConfigException extends RuntimeException {
  private final transient List<String> problems;

  public ConfigException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line a problem, each with its key. */
  public List<String> problems() {
    return problems;
  }
}
