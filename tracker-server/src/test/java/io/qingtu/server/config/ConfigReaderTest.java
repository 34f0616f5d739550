package io.qingtu.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All that is wrong is reported, not only the first. */
class ConfigReaderTest {
  private static ConfigReader file(Map<String, String> file) {
    return new ConfigReader(file, Map.of());
  }

  @Test
  void readsEveryKindOfValue() {
    ConfigReader in =
        file(Map.of("a.text", " x ", "a.flag", "false", "a.number", "7", "a.time", "36h"));
    assertEquals("x", in.text("a.text"));
    assertEquals(false, in.flag("a.flag", true));
    assertEquals(7, in.number("a.number", 1, 0, 9));
    assertEquals(Duration.ofHours(36), in.duration("a.time", Duration.ZERO));
    in.finish();
  }

  @Test
  void takesTheDefaultWhereNothingIsSaid() {
    ConfigReader in = file(Map.of());
    assertEquals("x", in.text("a", "x"));
    assertEquals(true, in.flag("b", true));
    assertEquals(1, in.number("c", 1, 0, 9));
    assertEquals(Duration.ofMillis(20), in.duration("d", Duration.ofMillis(20)));
    in.finish();
    assertEquals(Map.of("a", "x", "b", "true", "c", "1", "d", "20ms"), in.effective());
  }

  @Test
  void letsTheEnvironmentWin() {
    ConfigReader in =
        new ConfigReader(
            Map.of("gateway.idle-time", "1s"), Map.of("QINGTU_GATEWAY_IDLE_TIME", "2s"));
    assertEquals(Duration.ofSeconds(2), in.duration("gateway.idle-time", Duration.ZERO));
    in.finish();
  }

  @Test
  void reportsMissingMalformedAndUnknownKeysTogether() {
    ConfigReader in =
        file(Map.of("a.flag", "yes", "a.number", "10", "a.time", "5 years", "a.tpyo", "1"));
    in.text("a.text");
    in.flag("a.flag", true);
    in.number("a.number", 1, 0, 9);
    in.duration("a.time", Duration.ZERO);
    List<String> problems = assertThrows(ConfigException.class, in::finish).problems();
    assertEquals(
        List.of(
            "a.text: is missing",
            "a.flag: \"yes\" is not true or false",
            "a.number: \"10\" is not a whole number from 0 to 9",
            "a.time: \"5 years\" is not a time such as 20ms, 30s, 10m, 36h or 7d",
            "a.tpyo: is no key"),
        problems);
  }

  @Test
  void takesBothBoundsOfANumberAndNothingOutside() {
    for (String good : List.of("0", "9")) {
      ConfigReader in = file(Map.of("n", good));
      in.number("n", 1, 0, 9);
      in.finish();
    }
    for (String bad : List.of("-1", "10", "1.5", "", "99999999999999999999")) {
      ConfigReader in = file(Map.of("n", bad));
      in.number("n", 1, 0, 9);
      assertThrows(ConfigException.class, in::finish, bad);
    }
  }

  @Test
  void showsNoSecret() {
    ConfigReader in =
        file(Map.of("database.password", "a", "web.oidc-client-secret", "b", "web.city", "c"));
    in.text("database.password");
    in.text("web.oidc-client-secret");
    in.text("web.city");
    assertEquals(
        Map.of(
            "database.password", "(hidden)", "web.oidc-client-secret", "(hidden)", "web.city", "c"),
        in.effective());
  }

  @Test
  void namesAFileThatIsNotThere() {
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> ConfigReader.of(Path.of("no/such.properties"), Map.of()));
    assertTrue(e.getMessage().contains("no/such.properties"), e.getMessage());
  }
}
