package io.qingtu.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CityHourTest {
  /** 02:00 in the city is 18:00 UTC of the day before. */
  private static final CityHour TWO = new CityHour(LocalTime.of(2, 0));

  @Test
  void isTodayWhereItIsStillToCome() {
    assertEquals(
        Instant.parse("2026-11-16T18:00:00Z"), TWO.after(Instant.parse("2026-11-16T17:59:59Z")));
  }

  @Test
  void isTomorrowWhereItIsThatHour() {
    assertEquals(
        Instant.parse("2026-11-17T18:00:00Z"), TWO.after(Instant.parse("2026-11-16T18:00:00Z")));
  }

  @Test
  void readsAnHourOrItsInitialValue() {
    ConfigReader in = new ConfigReader(Map.of("a", "23:15"), Map.of());
    assertEquals(new CityHour(LocalTime.of(23, 15)), CityHour.read(in, "a", "03:30"));
    assertEquals(new CityHour(LocalTime.of(3, 30)), CityHour.read(in, "b", "03:30"));
  }

  @Test
  void refusesWhatIsNoHour() {
    ConfigReader in = new ConfigReader(Map.of("a", "24:00"), Map.of());
    CityHour.read(in, "a", "03:30");
    ConfigException e = assertThrows(ConfigException.class, in::finish);
    assertEquals(List.of("a: \"24:00\" is no hour such as 03:30"), e.problems());
  }
}
