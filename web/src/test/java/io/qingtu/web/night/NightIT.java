package io.qingtu.web.night;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.geo.Plane;
import io.qingtu.fixtures.geo.Point;
import io.qingtu.web.browser.BrowserWalk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
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
    BrowserWalk.chromium();
    NightCity night = new NightCity();
    NightScenes scenes = new NightScenes(night);
    Instant start = NightScenes.at(SampleCity.DAY.minusDays(1), "21:30");
    try (TestDatabase database = TestDatabase.forClass(NightIT.class);
        NightServer server =
            new NightServer(database.url(), TestFolder.make("night"), night, scenes, start)) {
      try (BrowserWalk walk = BrowserWalk.start("night.e2e.mjs", environment(server, night))) {
        obey(walk.process(), server);
        walk.endsWell(PATIENCE_MINUTES);
      }
    }
  }

  private static Map<String, String> environment(NightServer server, NightCity night) {
    return Map.of(
        "QINGTU_URL", server.address(),
        "QINGTU_LOGIN", "jianguan1",
        "QINGTU_PASSWORD", NightServer.PASSWORD,
        "NIGHT_SPOT", place(night.spot()),
        "NIGHT_MUD", place(night.mud()));
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
