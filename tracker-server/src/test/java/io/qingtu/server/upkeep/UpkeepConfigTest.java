package io.qingtu.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.ServerConfig;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.upkeep.UpkeepConfig.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpkeepConfigTest {
  private static UpkeepConfig read(Map<String, String> file) {
    ConfigReader in = new ConfigReader(file, Map.of());
    UpkeepConfig config = UpkeepConfig.read(in);
    in.finish();
    return config;
  }

  @Test
  void dropsNothingUnlessItIsTold() {
    assertEquals(new Terms(false, 18, 60), read(Map.of()).terms());
    assertEquals(new Terms(true, 18, 60), read(Map.of("database.retention", "true")).terms());
  }

  @Test
  void refusesEvidenceThatWouldGoBeforeItsTracks() {
    assertEquals(
        new Terms(false, 36, 36),
        read(Map.of("database.tracks-months", "36", "database.evidence-months", "36")).terms());
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> read(Map.of("database.tracks-months", "37", "database.evidence-months", "36")));
    assertEquals(
        List.of("database.evidence-months: 36 is less than database.tracks-months, 37"),
        e.problems());
  }

  @Test
  void refusesTermsBelowThoseOfTheLaw() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> read(Map.of("database.tracks-months", "5", "database.evidence-months", "35")));
    assertEquals(2, e.problems().size(), e.problems()::toString);
  }

  @Test
  void countsMonthsByTheCitysCalendar() {
    Terms terms = new Terms(true, 18, 60);
    // 31 August 2026, 01:00 in the city; February has no 31st
    Instant now = Instant.parse("2026-08-30T17:00:00Z");
    assertEquals(Instant.parse("2025-02-27T17:00:00Z"), terms.tracksUntil(now));
    assertEquals(Instant.parse("2021-08-30T17:00:00Z"), terms.evidenceUntil(now));
  }

  @Test
  void compressesByTheAgeOfAChunksEnd() {
    UpkeepConfig config = read(Map.of("database.compress-after", "36h"));
    assertEquals(
        Instant.parse("2026-11-14T12:00:00Z"),
        config.compressBy(Instant.parse("2026-11-16T00:00:00Z")));
    assertEquals(Duration.ofHours(24), config.chunk());
  }

  @Test
  void tellsFixesThatMayComeForADayThatIsDropped() {
    Terms half = new Terms(true, 6, 36);
    assertFalse(half.areShorterThan(Duration.ofDays(6 * 28)));
    assertTrue(half.areShorterThan(Duration.ofDays(6 * 28).plusMillis(1)));
    ConfigReader in =
        new ConfigReader(
            Map.of(
                "database.url", "jdbc:postgresql://127.0.0.1/none",
                "database.retention", "true",
                "database.tracks-months", "6",
                "ingest.oldest", "169d"),
            Map.of());
    ServerConfig.read(in);
    ConfigException e = assertThrows(ConfigException.class, in::finish);
    assertEquals(List.of("ingest.oldest: is longer than the tracks are kept"), e.problems());
  }
}
