package io.qingtu.route.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** Finds the folder of real tracks beside the project, where there is one. */
public final class RealTracks {
  private static final Pattern FEATURE =
      Pattern.compile(
          "\"track\": *\"(\\w+)\".*?\"coordinates\": *\\[(\\[.*?\\])\\]", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("\\[([-0-9.]+), *([-0-9.]+)");

  private RealTracks() {}

  /** The folder that the property {@code qingtu.tracks} names, else the usual one; or null. */
  public static Path folder() {
    String named = System.getProperty("qingtu.tracks", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String home = System.getProperty("qingtu.home");
    Path root = home == null ? Path.of("").toAbsolutePath() : Path.of(home);
    while (root != null && !Files.isRegularFile(root.resolve("tracker"))) {
      root = root.getParent();
    }
    Path folder = root == null ? null : root.resolveSibling("shared").resolve("tracks");
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }

  /** The true route of each track around Hof, degrees. */
  public static Map<String, List<Coordinate>> routes(Path folder) throws IOException {
    Map<String, List<Coordinate>> routes = new LinkedHashMap<>();
    Matcher feature = FEATURE.matcher(Files.readString(folder.resolve("hof_truth.geojson")));
    while (feature.find()) {
      List<Coordinate> line = new ArrayList<>();
      Matcher pair = PAIR.matcher(feature.group(2));
      while (pair.find()) {
        line.add(
            new Coordinate(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))));
      }
      routes.put(feature.group(1), line);
    }
    return routes;
  }
}
