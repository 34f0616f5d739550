package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.web.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  /** Three minutes loaded with an open cover. */
  private static final int UNCOVERED = 6;

  @TempDir private Path dir;
  private Path data;
  private Path out;
  private String errors;

  @BeforeEach
  void write() throws IOException {
    data = dir.resolve("data");
    out = dir.resolve("out");
    GoldenTracks.of(UNCOVERED).write(data);
  }

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

  private int tried(String lines) throws IOException {
    Path file = Files.writeString(dir.resolve("tried.properties"), lines);
    return run("analyze", data.toString(), "--out", out.toString(), "--params", file.toString());
  }

  private List<String> result(String name) throws IOException {
    return Files.readAllLines(out.resolve(name));
  }

  @Test
  void tellsWhatChangedParametersMakeOfTheSet() throws IOException {
    assertEquals(0, tried("t_cov = 3600\n"));
    assertFalse(result("alerts.jsonl").stream().anyMatch(l -> l.contains("\"rule\":\"M03\"")));
    String m03 =
        result("difference.csv").stream().filter(l -> l.startsWith("M03,")).findFirst().get();
    String[] n = m03.split(",");
    assertTrue(Integer.parseInt(n[1]) > 0, m03);
    assertEquals("0", n[2], m03);
    assertEquals(n[1], n[4], "all are gone: " + m03);
    List<String> gone =
        result("difference.jsonl").stream().filter(l -> l.contains("\"rule\":\"M03\"")).toList();
    assertEquals(Integer.parseInt(n[1]), gone.size());
    assertTrue(gone.get(0).startsWith("{\"change\":\"GONE\",\"before\":{"), gone.get(0));
    assertTrue(gone.get(0).endsWith("\"after\":null}"), gone.get(0));
    assertTrue(errors.contains("M03"), errors);
  }

  @Test
  void theSameParametersChangeNothing() throws IOException {
    assertEquals(0, tried("t_cov = 30\n"));
    assertEquals(List.of(), result("difference.jsonl"));
    for (String line : result("difference.csv").subList(1, result("difference.csv").size())) {
      assertTrue(line.matches("[A-Z]\\d+[a-z]?,(\\d+),\\1,0,0,0,\\1"), line);
    }
  }

  @Test
  void withoutParametersNothingIsCompared() {
    assertEquals(0, run("analyze", data.toString(), "--out", out.toString()));
    assertTrue(Files.exists(out.resolve("alerts.jsonl")));
    assertFalse(Files.exists(out.resolve("difference.csv")));
  }

  @Test
  void namesAFleetThatTheCityDoesNotHave() throws IOException {
    assertEquals(0, tried("fleet.无此公司.t_cov = 3600\n"));
    assertTrue(errors.contains("无此公司"), errors);
    assertEquals(List.of(), result("difference.jsonl"));
  }

  @Test
  void wantsAFolderOrAWeekInTheStore() throws IOException {
    assertEquals(2, run("analyze", "--out", out.toString()));
    assertTrue(errors.contains("--week"), errors);
    Path config = Files.writeString(dir.resolve("server.properties"), "");
    assertEquals(
        2,
        run(
            "analyze",
            data.toString(),
            "--config",
            config.toString(),
            "--week",
            "2026-W46",
            "--out",
            out.toString()));
    assertEquals(
        2,
        run(
            "analyze",
            "--config",
            config.toString(),
            "--week",
            "2026-W46",
            "--out",
            out.toString()));
    assertTrue(errors.contains("database.url"), errors);
    assertEquals(
        2, run("analyze", "--config", config.toString(), "--week", "46", "--out", out.toString()));
    assertTrue(errors.contains("--week"), errors);
  }

  @Test
  void aWrongParameterIsACommandLineThatIsWrong() throws IOException {
    assertEquals(2, tried("t_cow = 1\n"));
    assertTrue(errors.contains("--params") && errors.contains("t_cow"), errors);
  }
}
