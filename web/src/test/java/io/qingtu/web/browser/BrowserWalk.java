package io.qingtu.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.ProjectHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A walk through the pages of a running server in a real Chromium: a script of {@code ui/e2e}, run
 * by Node. Its pictures lie in {@code target/screenshots} afterwards. What it says of its failure
 * is kept, so that the test's own message names it: a build's record often holds nothing else.
 */
public final class BrowserWalk implements AutoCloseable {
  private final Process process;
  private final Path complaints;

  private BrowserWalk(Process process, Path complaints) {
    this.process = process;
    this.complaints = complaints;
  }

  /** Where the pictures of all walks lie. */
  public static Path pictures() throws IOException {
    return Files.createDirectories(web().resolve("target/screenshots"));
  }

  /**
   * Starts a walk; the test is skipped, with its reason, where QINGTU_CHROMIUM names no browser.
   *
   * @param script its name in {@code ui/e2e}
   * @param environment what {@code tools.mjs} and the script ask for, but for browser and pictures
   */
  public static BrowserWalk start(String script, Map<String, String> environment)
      throws IOException {
    String chromium = chromium();
    Path complaints = pictures().resolve(script + ".err");
    ProcessBuilder builder =
        new ProcessBuilder("node", "ui/e2e/" + script)
            .directory(web().toFile())
            .redirectError(complaints.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("CHROMIUM", chromium);
    builder.environment().put("SCREENSHOTS", pictures().toString());
    return new BrowserWalk(builder.start(), complaints);
  }

  /** The browser's path; the test that asks is skipped where there is none. */
  public static String chromium() {
    String chromium = System.getenv("QINGTU_CHROMIUM");
    assumeTrue(chromium != null, "skipped: QINGTU_CHROMIUM names no browser");
    return chromium;
  }

  /** The walk itself, whose output and input are the caller's. */
  public Process process() {
    return process;
  }

  /** Waits for the end, and fails with the walk's own words where it has failed. */
  public void endsWell(long patienceMinutes) throws IOException, InterruptedException {
    boolean ended = process.waitFor(patienceMinutes, TimeUnit.MINUTES);
    String said = Files.readString(complaints).strip();
    assertTrue(ended, "the walk has not ended in " + patienceMinutes + " min; it said: " + said);
    assertEquals(0, process.exitValue(), said);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Path web() {
    return ProjectHome.find().orElseThrow().resolve("web");
  }
}
