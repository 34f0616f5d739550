package io.qingtu.web.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.qingtu.fixtures.ProjectHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application as a supervisor meets it: the demo, driven by a real Chromium. Signs in,
 * sees a vehicle move, opens an alert with its evidence, decides it, makes it a case that an
 * officer handles, decides two more by the keyboard alone, draws and imports places, has a terminal
 * take a picture and read out a text, downloads the report. The pictures lie in {@code
 * target/screenshots} afterwards.
 */
class MapPageIT {
  private static final Pattern INVITATION =
      Pattern.compile("(http://\\S+)\\s+login (\\S+), password (\\S+)");
  private static final long PATIENCE_MINUTES = 20;

  @TempDir Path data;

  @Test
  void aSupervisorWorksThroughAnAlert() throws IOException, InterruptedException {
    BrowserWalk.chromium();
    Process demo = demo();
    try (BufferedReader out = demo.inputReader()) {
      Matcher invitation = invitation(out);
      Map<String, String> environment =
          Map.of(
              "QINGTU_URL", invitation.group(1),
              "QINGTU_LOGIN", invitation.group(2),
              "QINGTU_PASSWORD", invitation.group(3));
      try (BrowserWalk walk = BrowserWalk.start("map.e2e.mjs", environment)) {
        walk.endsWell(PATIENCE_MINUTES);
        walk.process().inputReader(StandardCharsets.UTF_8).lines().forEach(System.out::println);
      }
    } finally {
      demo.destroy();
      assertTrue(demo.waitFor(5, TimeUnit.MINUTES), "the demo does not stop when it is asked to");
    }
    Path picture = BrowserWalk.pictures().resolve("map.png");
    assertTrue(Files.size(picture) > 50_000, "the picture of the map is empty");
  }

  private Process demo() throws IOException {
    Path web = ProjectHome.find().orElseThrow().resolve("web");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", web.resolve("target/qingtu.jar").toString(), "demo"));
    command.addAll(List.of("--headless", "--http-port", "0", "--terminal-port", "0"));
    command.addAll(List.of("--data", data.resolve("demo").toString()));
    return new ProcessBuilder(command)
        .directory(web.toFile())
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private static Matcher invitation(BufferedReader out) {
    try {
      String line;
      while ((line = out.readLine()) != null) {
        Matcher found = INVITATION.matcher(line);
        if (found.find()) {
          return found;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fail("the demo ended without printing its address");
  }
}
