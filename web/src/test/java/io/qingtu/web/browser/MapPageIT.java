package io.qingtu.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.ProjectHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
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
    String chromium = System.getenv("QINGTU_CHROMIUM");
    assumeTrue(chromium != null, "skipped: QINGTU_CHROMIUM names no browser");
    Path web = ProjectHome.find().orElseThrow().resolve("web");
    Path pictures = Files.createDirectories(web.resolve("target/screenshots"));
    Process demo = demo(web);
    try (BufferedReader out = demo.inputReader()) {
      Matcher invitation = invitation(out);
      Process browser =
          process(
              web,
              List.of("node", "ui/e2e/map.e2e.mjs"),
              Map.of(
                  "QINGTU_URL", invitation.group(1),
                  "QINGTU_LOGIN", invitation.group(2),
                  "QINGTU_PASSWORD", invitation.group(3),
                  "CHROMIUM", chromium,
                  "SCREENSHOTS", pictures.toString()),
              Redirect.INHERIT);
      boolean ended = browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      browser.destroyForcibly();
      assertTrue(ended, "the browser test did not end");
      assertEquals(0, browser.exitValue(), "the browser test failed: its reason stands above");
    } finally {
      demo.destroy();
      assertTrue(demo.waitFor(5, TimeUnit.MINUTES), "the demo does not stop when it is asked to");
    }
    assertTrue(Files.size(pictures.resolve("map.png")) > 50_000, "the picture of the map is empty");
  }

  private Process demo(Path web) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", web.resolve("target/qingtu.jar").toString(), "demo"));
    command.addAll(List.of("--headless", "--http-port", "0", "--terminal-port", "0"));
    command.addAll(List.of("--data", data.resolve("demo").toString()));
    return process(web, command, Map.of(), Redirect.PIPE);
  }

  private static Process process(
      Path folder, List<String> command, Map<String, String> environment, Redirect out)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(Redirect.INHERIT)
            .redirectOutput(out);
    builder.environment().putAll(environment);
    return builder.start();
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
