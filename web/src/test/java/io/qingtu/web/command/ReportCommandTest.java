package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.web.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path dir;
  private String errors;

  private int run(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      return Tracker.commandLine().execute(args);
    } finally {
      System.setErr(before);
      errors = written.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesAWeekThatIsNone() {
    assertEquals(2, run("report", "--week", "2026-W54", "--out", dir.toString()));
    assertTrue(errors.contains("--week") && errors.contains("no week 54"), errors);
    assertEquals(1, errors.lines().count(), errors);
  }

  @Test
  void wantsAWeekOrTheDemonstrationButNotBoth() {
    assertEquals(2, run("report", "--out", dir.toString()));
    assertEquals(2, run("report", "--demo", "--week", "2026-W46", "--out", dir.toString()));
    assertTrue(errors.contains("either --week or --demo"), errors);
  }

  @Test
  void refusesAFileAsFolder() throws IOException {
    Path file = Files.createFile(dir.resolve("there"));
    assertEquals(2, run("report", "--week", "2026-W46", "--out", file.toString()));
    assertTrue(errors.contains("--out"), errors);
  }

  @Test
  void namesTheKeyThatTheConfigurationLacks() throws IOException {
    Path config = Files.createFile(dir.resolve("empty.properties"));
    int status =
        run("report", "--week", "2026-W46", "--out", dir.toString(), "--config", config.toString());
    assertEquals(2, status);
    assertTrue(errors.contains("database.url"), errors);
  }
}
