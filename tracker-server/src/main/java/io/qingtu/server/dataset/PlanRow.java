package io.qingtu.server.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing of the plan as a row: the columns of its file, and its shape. Every format comes to this,
 * so that all of them are judged by what judges the city's own files.
 *
 * @param source name of the file; the page has none
 * @param where in it, as "row 3"
 * @param columns texts by the names of the data-set format; a missing one is empty
 * @param shape WGS-84 degrees; empty where the row has none
 */
public record PlanRow(
    String source, String where, Map<String, String> columns, Optional<Geometry> shape)
    implements GeoFields {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public PlanRow {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  @Override
  public String text(String column) {
    return columns.getOrDefault(column, "").trim();
  }

  @Override
  public Geometry geometry() {
    return shape.orElseThrow(() -> wrong("has no shape"));
  }

  @Override
  public DataSetException wrong(String reason) {
    return new DataSetException(source, where, reason);
  }

  /** The same with another text in one column. */
  public PlanRow with(String column, String text) {
    Map<String, String> changed = new LinkedHashMap<>(columns);
    changed.put(column, text);
    return new PlanRow(source, where, changed, shape);
  }

  /** The content without its place: {@code columns} and {@code geometry}. */
  public ObjectNode toJson() {
    ObjectNode node = MAPPER.createObjectNode();
    ObjectNode texts = node.putObject("columns");
    columns.forEach(texts::put);
    shape.ifPresent(s -> node.set("geometry", GeoJson.toJson(s)));
    return node;
  }

  /** What {@link #toJson} wrote. */
  public static PlanRow parse(String json) {
    try {
      return of(MAPPER.readTree(json), "", "");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * @param node with {@code columns} and {@code geometry}, each of which may be missing
   * @throws DataSetException where the geometry is none
   */
  public static PlanRow of(JsonNode node, String source, String where) {
    Map<String, String> columns = new LinkedHashMap<>();
    node.path("columns")
        .properties()
        .forEach(c -> columns.put(c.getKey(), c.getValue().isNull() ? "" : c.getValue().asText()));
    JsonNode geometry = node.path("geometry");
    if (geometry.isMissingNode() || geometry.isNull()) {
      return new PlanRow(source, where, columns, Optional.empty());
    }
    try {
      return new PlanRow(source, where, columns, Optional.of(GeoJson.geometry(geometry)));
    } catch (IllegalArgumentException e) {
      throw new DataSetException(source, where, e.getMessage());
    }
  }
}
