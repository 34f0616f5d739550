package io.qingtu.server.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.geo.Datum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A GeoJSON feature collection of the data set; a missing file has no features. Coordinates are
 * WGS-84 unless the file names another system as {@code "datum":"GCJ-02"} or, in the old way, as
 * the name of its {@code crs}, or a feature names one as its property {@code datum}, which goes
 * before the file's. They are converted as they are read; an unknown system is refused (C12).
 */
final class FeatureFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FeatureFile() {}

  /** One feature with its place in the file for messages, and the datum of its file. */
  record Feature(String file, int index, JsonNode node, Datum layer) {
    String text(String property) {
      JsonNode value = node.path("properties").path(property);
      return value.isNull() || value.isMissingNode() ? "" : value.asText().trim();
    }

    String required(String property) {
      String text = text(property);
      if (text.isEmpty()) {
        throw wrong(property + " is empty");
      }
      return text;
    }

    double number(String property) {
      String text = text(property);
      try {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw wrong(property + " \"" + text + "\" is not a number");
      }
    }

    <T> T parse(String property, Function<String, T> parser) {
      try {
        return parser.apply(text(property));
      } catch (IllegalArgumentException e) {
        throw wrong(property + ": " + e.getMessage());
      }
    }

    /** A polygon or multi-polygon that does not cross itself. */
    Geometry polygon() {
      Geometry g = geometry();
      if (g instanceof LineString) {
        throw wrong("is a line, not a polygon");
      }
      TopologyValidationError error = new IsValidOp(g).getValidationError();
      if (error != null) {
        throw wrong(
            error.getMessage() + " at " + error.getCoordinate().x + ", " + error.getCoordinate().y);
      }
      return g;
    }

    LineString line() {
      if (geometry() instanceof LineString line) {
        if (line.getLength() == 0) {
          throw wrong("is a line without length");
        }
        return line;
      }
      throw wrong("is not a line");
    }

    DataSetException wrong(String reason) {
      String id = text("id");
      return new DataSetException(
          file, "feature " + (index + 1) + (id.isEmpty() ? "" : " (" + id + ")"), reason);
    }

    private Geometry geometry() {
      try {
        Datum datum = text("datum").isEmpty() ? layer : Datum.named(text("datum"));
        return datum.toWgs84(GeoJson.geometry(node.path("geometry")));
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }
  }

  static void read(Path dir, String name, Consumer<Feature> each) {
    Path file = dir.resolve(name);
    if (!Files.exists(file)) {
      return;
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new DataSetException(
          name, "line " + e.getLocation().getLineNr(), "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
    }
    Datum datum = datum(name, root);
    JsonNode features = root.path("features");
    if (!features.isArray()) {
      throw new DataSetException(name, "", "is not a FeatureCollection");
    }
    for (int i = 0; i < features.size(); i++) {
      each.accept(new Feature(name, i, features.get(i), datum));
    }
  }

  private static Datum datum(String name, JsonNode root) {
    Datum found = null;
    JsonNode crs = root.path("crs").path("properties").path("name");
    for (JsonNode named : List.of(root.path("datum"), crs)) {
      if (named.isMissingNode() || named.isNull()) {
        continue;
      }
      try {
        Datum datum = Datum.named(named.asText());
        if (found != null && found != datum) {
          throw new IllegalArgumentException(
              "datum is " + found.title() + ", but crs is " + datum.title());
        }
        found = datum;
      } catch (IllegalArgumentException e) {
        throw new DataSetException(name, "", e.getMessage());
      }
    }
    return found == null ? Datum.WGS84 : found;
  }
}
