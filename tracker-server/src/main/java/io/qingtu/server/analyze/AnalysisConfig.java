package io.qingtu.server.analyze;

import io.qingtu.server.config.ConfigReader;
import java.time.Duration;

/**
 * When the live analysis does what; all times are of the server's clock.
 *
 * @param enabled whether this server analyzes
 * @param threads workers; a vehicle belongs to one of them
 * @param window how far back a vehicle is analyzed again when late data comes, and after a start
 * @param lateness how long a deadline waits for fixes that are still on their way
 * @param quietTime how long late data must have stopped before its vehicle is analyzed again
 * @param judgeInterval between two looks at the whole city
 * @param parameters file with values for the rules' parameters; empty: the defaults
 */
public record AnalysisConfig(
    boolean enabled,
    int threads,
    Duration window,
    Duration lateness,
    Duration quietTime,
    Duration judgeInterval,
    String parameters) {
  public static AnalysisConfig read(ConfigReader in) {
    return new AnalysisConfig(
        in.flag("analysis.enabled", true),
        in.number("analysis.threads", 2, 1, 64),
        window(in),
        in.duration("analysis.lateness", Duration.ofMinutes(2)),
        in.duration("analysis.quiet-time", Duration.ofSeconds(30)),
        in.duration("analysis.judge-interval", Duration.ofMinutes(1)),
        in.text("analysis.parameters", ""));
  }

  static Duration window(ConfigReader in) {
    return in.duration("analysis.window", Duration.ofHours(36));
  }
}
