package io.qingtu.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailConfigTest {
  private static final Map<String, String> ENOUGH =
      Map.of(
          "mail.host", "mail.city.example",
          "mail.from", "qingtu@city.example",
          "mail.link-base", "https://qingtu.city.example/");

  private static Optional<MailConfig> read(Map<String, String> more, Map<String, String> env) {
    Map<String, String> file = new TreeMap<>(ENOUGH);
    file.putAll(more);
    ConfigReader in = new ConfigReader(file, env);
    Optional<MailConfig> config = MailConfig.read(in);
    in.finish();
    return config;
  }

  private static void refused(String key, Map<String, String> more) {
    String said = assertThrows(ConfigException.class, () -> read(more, Map.of())).getMessage();
    assertTrue(said.contains(key), said);
  }

  @Test
  void isOffUnlessAServerIsNamed() {
    assertEquals(Optional.empty(), read(Map.of("mail.host", ""), Map.of()));
  }

  @Test
  void takesStarttlsUnlessItIsToldOtherwise() {
    MailConfig config = read(Map.of(), Map.of()).orElseThrow();
    assertEquals(MailConfig.Security.STARTTLS, config.security());
    assertEquals("https://qingtu.city.example", config.linkBase());
  }

  @Test
  void readsThePasswordFromAFileOrFromTheEnvironment(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "geheim\n");
    Map<String, String> user = Map.of("mail.user", "qingtu");
    assertEquals(
        "geheim",
        read(Map.of("mail.user", "qingtu", "mail.password-file", file.toString()), Map.of())
            .orElseThrow()
            .password());
    assertEquals(
        "umwelt", read(user, Map.of("QINGTU_MAIL_PASSWORD", "umwelt")).orElseThrow().password());
    refused("mail.password-file", user);
    refused("mail.password-file", Map.of("mail.password-file", folder + "/none"));
  }

  @Test
  void sendsNothingInTheClearToAnotherMachine() {
    refused("mail.security", Map.of("mail.security", "none"));
    refused("mail.security", Map.of("mail.security", "ssl"));
    assertTrue(
        read(Map.of("mail.security", "none", "mail.host", "127.0.0.1"), Map.of()).isPresent());
  }

  @Test
  void namesWhatIsWrong() {
    refused("mail.from", Map.of("mail.from", "qingtu@city.example\r\nBcc: x@y"));
    refused("mail.link-base", Map.of("mail.link-base", "http://qingtu.city.example"));
    refused("mail.authority", Map.of("mail.authority", "no/such.pem"));
  }
}
