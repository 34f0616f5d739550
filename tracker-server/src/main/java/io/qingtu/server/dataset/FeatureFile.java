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
import org.locationtech.jts.geom.Geometry;

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
  record Feature(String file, int index, JsonNode node, Datum layer) implements GeoFields {
    @Override
    public String text(String property) {
      JsonNode value = node.path("properties").path(property);
      return value.isNull() || value.isMissingNode() ? "" : value.asText().trim();
    }

    @Override
    public DataSetException wrong(String reason) {
      String id = text("id");
      return new DataSetException(
          file, "feature " + (index + 1) + (id.isEmpty() ? "" : " (" + id + ")"), reason);
    }

    @Override
    public Geometry geometry() {
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
