package io.qingtu.server.upkeep;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.config.CityHour;
import io.qingtu.server.config.ConfigReader;
import java.time.Duration;
import java.time.Instant;

/**
 * How tracks are kept.
 *
 * @param chunk length of the chunks of a hypertable
 * @param compressAfter age of a chunk's last moment from which it is compressed
 * @param terms how long what is kept
 * @param at when the day's work is done
 */
public record UpkeepConfig(Duration chunk, Duration compressAfter, Terms terms, CityHour at) {
  /** What the law asks for (道路运输车辆动态监督管理办法): tracks half a year, violations three. */
  private static final int LEAST_TRACKS = 6;

  private static final int LEAST_EVIDENCE = 36;
  private static final int MOST = 1200;

  /**
   * How long tracks are kept.
   *
   * @param limited false: for ever, whatever the months are
   * @param tracksMonths of all tracks
   * @param evidenceMonths of what they are to alerts and trips, at least as long
   */
  public record Terms(boolean limited, int tracksMonths, int evidenceMonths) {
    private static Terms read(ConfigReader in) {
      Terms terms =
          new Terms(
              in.flag("database.retention", false),
              in.number("database.tracks-months", 18, LEAST_TRACKS, MOST),
              in.number("database.evidence-months", 60, LEAST_EVIDENCE, MOST));
      if (terms.evidenceMonths() < terms.tracksMonths()) {
        in.reject(
            "database.evidence-months",
            "%d is less than database.tracks-months, %d"
                .formatted(terms.evidenceMonths(), terms.tracksMonths()));
      }
      return terms;
    }

    /** Whether a fix of some age may belong to a day that is dropped; no month has fewer days. */
    public boolean areShorterThan(Duration age) {
      return age.compareTo(Duration.ofDays(28L * tracksMonths)) > 0;
    }

    /** A chunk of tracks that ends by then is over its term. */
    Instant tracksUntil(Instant now) {
      return before(now, tracksMonths);
    }

    /** A chunk of evidence that ends by then is over its term. */
    Instant evidenceUntil(Instant now) {
      return before(now, evidenceMonths);
    }

    /** By the city's calendar. */
    private static Instant before(Instant now, int months) {
      return now.atZone(DailyHours.CITY_ZONE).minusMonths(months).toInstant();
    }
  }

  public static UpkeepConfig read(ConfigReader in) {
    return new UpkeepConfig(
        Duration.ofHours(in.number("database.chunk-hours", 24, 1, 744)),
        in.duration("database.compress-after", Duration.ofDays(3)),
        Terms.read(in),
        CityHour.read(in, "database.upkeep-at", "02:00"));
  }

  /** A chunk that ends by then is compressed. */
  Instant compressBy(Instant now) {
    return now.minus(compressAfter);
  }
}
