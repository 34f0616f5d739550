package io.qingtu.server.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** A GeoJSON feature collection of the data set; a missing file has no features. */
final class FeatureFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> WGS84 =
      Set.of("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326");

  private FeatureFile() {}

  /** One feature with its place in the file for messages. */
  record Feature(String file, int index, JsonNode node) {
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
        return GeoJson.geometry(node.path("geometry"));
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
    JsonNode crs = root.path("crs").path("properties").path("name");
    if (!crs.isMissingNode() && !WGS84.contains(crs.asText())) {
      throw new DataSetException(
          name, "", "coordinate system \"" + crs.asText() + "\" is not WGS-84");
    }
    JsonNode features = root.path("features");
    if (!features.isArray()) {
      throw new DataSetException(name, "", "is not a FeatureCollection");
    }
    for (int i = 0; i < features.size(); i++) {
      each.accept(new Feature(name, i, features.get(i)));
    }
  }
}
