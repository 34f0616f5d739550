package io.qingtu.route.sweep;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of real tracks beside the project, where there is one. */
final class RealTracks {
  private RealTracks() {}

  /** The folder, or null. */
  static Path folder() {
    String home = System.getProperty("qingtu.home");
    Path root = home == null ? Path.of("").toAbsolutePath() : Path.of(home);
    while (root != null && !Files.isRegularFile(root.resolve("tracker"))) {
      root = root.getParent();
    }
    Path folder = root == null ? null : root.resolveSibling("shared").resolve("tracks");
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }
}
