package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.ProjectHome;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir private Path folder;

  @Test
  void theExampleHasEveryKeyAndNoOther() throws Exception {
    Path example = ProjectHome.find().orElseThrow().resolve("qingtu.example.properties");
    ConfigReader in = ConfigReader.of(example, Map.of());
    assertDoesNotThrow(() -> ServeCommand.read(in));
    Properties written = new Properties();
    try (var text = Files.newBufferedReader(example)) {
      written.load(text);
    }
    assertEquals(in.effective().keySet(), written.stringPropertyNames());
  }

  @Test
  void theExampleSaysTheDefaults() throws Exception {
    Path example = ProjectHome.find().orElseThrow().resolve("qingtu.example.properties");
    String url = "jdbc:postgresql://127.0.0.1:5432/qingtu";
    assertEquals(
        ServeCommand.read(new ConfigReader(Map.of("database.url", url), Map.of())),
        ServeCommand.read(ConfigReader.of(example, Map.of())));
  }

  @Test
  void namesEveryKeyThatIsWrongAndExitsWith2() throws Exception {
    Path file = folder.resolve("wrong.properties");
    Files.writeString(
        file,
        """
        web.port = 99999
        web.prot = 1
        web.tile-source = ftp://tiles
        web.session-hours = long
        web.admin-password = short
        """);
    String said = run(2, "serve", "--config", file.toString());
    for (String key :
        new String[] {
          "database.url",
          "web.port",
          "web.prot",
          "web.tile-source",
          "web.session-hours",
          "web.admin-password"
        }) {
      assertEquals(
          1, said.lines().filter(l -> l.startsWith("tracker serve: " + key + ": ")).count(), said);
    }
    assertEquals(6, said.lines().count(), said);
  }

  @Test
  void saysThatTheFileIsMissing() {
    String said = run(2, "serve", "--config", folder.resolve("none.properties").toString());
    assertTrue(said.contains("none.properties: cannot be read"), said);
    assertEquals(1, said.lines().count(), said);
  }

  @Test
  void exitsWith2WithoutAFile() {
    assertTrue(run(2, "serve").contains("--config"));
  }

  private static String run(int expected, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(expected, Tracker.commandLine().execute(arguments));
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
