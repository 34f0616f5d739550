package io.qingtu.web.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.ProjectHome;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.geo.Plane;
import io.qingtu.fixtures.geo.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A typical night, from the first loaded truck to the road that is swept before its window closes:
 * played by simulated terminals over TCP, clicked through by everybody concerned in a real
 * Chromium. The walk ({@code ui/e2e/night.e2e.mjs}) says until when the night is to go on, and goes
 * on itself when that moment is there; the pictures lie in {@code target/screenshots} afterwards.
 */
class NightIT {
  private static final String PLAY = "@play ";
  private static final long PATIENCE_MINUTES = 1;

  @Test
  void everybodyDoesTheirPartOfANight() throws IOException, InterruptedException {
    String chromium = System.getenv("QINGTU_CHROMIUM");
    assumeTrue(chromium != null, "skipped: QINGTU_CHROMIUM names no browser");
    NightCity night = new NightCity();
    NightScenes scenes = new NightScenes(night);
    Instant start = NightScenes.at(SampleCity.DAY.minusDays(1), "21:30");
    try (TestDatabase database = TestDatabase.forClass(NightIT.class);
        NightServer server =
            new NightServer(database.url(), TestFolder.make("night"), night, scenes, start)) {
      Process walk = walk(server, chromium, night);
      try {
        obey(walk, server);
        walk.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        assertEquals(0, walk.exitValue(), "the walk failed: its reason stands above");
      } finally {
        walk.destroyForcibly();
      }
    }
  }

  private static Process walk(NightServer server, String chromium, NightCity night)
      throws IOException {
    Path web = ProjectHome.find().orElseThrow().resolve("web");
    Path pictures = Files.createDirectories(web.resolve("target/screenshots"));
    ProcessBuilder builder =
        new ProcessBuilder("node", "ui/e2e/night.e2e.mjs")
            .directory(web.toFile())
            .redirectError(Redirect.INHERIT);
    builder.environment().put("QINGTU_URL", server.address());
    builder.environment().put("QINGTU_LOGIN", "admin");
    builder.environment().put("QINGTU_PASSWORD", NightServer.PASSWORD);
    builder.environment().put("CHROMIUM", chromium);
    builder.environment().put("SCREENSHOTS", pictures.toString());
    builder.environment().put("NIGHT_SPOT", place(night.spot()));
    builder.environment().put("NIGHT_MUD", place(night.mud()));
    return builder.start();
  }

  private static String place(Point point) {
    return Plane.longitude(point) + "," + Plane.latitude(point);
  }

  /** Plays the night on as it is told to, until the walk ends. */
  private static void obey(Process walk, NightServer server)
      throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (BufferedReader said = walk.inputReader(StandardCharsets.UTF_8);
        PrintWriter answer = new PrintWriter(walk.outputWriter(StandardCharsets.UTF_8), true)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(PLAY)) {
          server.play(OffsetDateTime.parse(line.substring(PLAY.length())).toInstant());
          answer.println("done");
        } else {
          out.println(line);
        }
      }
    }
  }
}
