package io.qingtu.web.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.dataset.GeoJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GeoJSON feature collection, or one feature. */
final class GeoJsonImport {
  private static final int DEEPEST = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  private GeoJsonImport() {}

  /**
   * @param datum that was said to be the file's
   */
  static List<ReadRow> read(byte[] content, Datum datum) {
    JsonNode root;
    try {
      root = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new ImportException("the file is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ImportException("the file is no JSON");
    }
    for (JsonNode named : List.of(root.path("datum"), root.at("/crs/properties/name"))) {
      refuseOther(named, datum);
    }
    JsonNode features = root.path("features");
    if (!features.isArray()) {
      throw new ImportException("the file is no FeatureCollection");
    }
    if (features.size() > ImportFormat.MOST_ROWS) {
      throw new ImportException("the file has more than " + ImportFormat.MOST_ROWS + " features");
    }
    List<ReadRow> rows = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      rows.add(row("feature " + (i + 1), features.get(i)));
    }
    return rows;
  }

  private static void refuseOther(JsonNode named, Datum datum) {
    if (!named.isTextual()) {
      return;
    }
    try {
      if (Datum.named(named.asText()) != datum) {
        throw new ImportException(
            "the file says that it is in " + named.asText() + ", not in " + datum.title());
      }
    } catch (IllegalArgumentException e) {
      throw new ImportException(e.getMessage());
    }
  }

  private static ReadRow row(String where, JsonNode feature) {
    Map<String, String> columns = new LinkedHashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            p ->
                columns.put(
                    TableRows.nameOf(p.getKey()),
                    p.getValue().isNull() ? "" : p.getValue().asText().trim()));
    JsonNode geometry = feature.path("geometry");
    if (geometry.isMissingNode() || geometry.isNull()) {
      return ReadRow.of(where, columns, Optional.empty(), "");
    }
    try {
      return ReadRow.of(where, columns, Optional.of(GeoJson.geometry(geometry)), "");
    } catch (IllegalArgumentException e) {
      return ReadRow.of(where, columns, Optional.empty(), e.getMessage());
    }
  }
}
