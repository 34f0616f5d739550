package io.qingtu.web.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.MapQueries;
import io.qingtu.web.http.Json;
import java.util.ArrayList;
import java.util.List;

/** What of the city's map lies about an alert and its track, as GeoJSON features. */
public final class Surroundings {
  private static final double NEAR_METRES = 500;

  private final MapQueries map;
  private final GeoBox box = new GeoBox();

  public Surroundings(MapQueries map, AlertRow alert, List<Position> track) {
    this.map = map;
    track.stream()
        .filter(Position::fixValid)
        .forEach(p -> box.include(p.longitude(), p.latitude()));
    box.include(alert.lon(), alert.lat());
    box.widen(NEAR_METRES);
  }

  public List<JsonNode> places() {
    return near(map.places());
  }

  public List<JsonNode> roads() {
    return near(map.segments());
  }

  private List<JsonNode> near(List<String> features) {
    List<JsonNode> near = new ArrayList<>();
    for (JsonNode feature : parsed(features)) {
      if (box.meets(feature.path("geometry"))) {
        near.add(feature);
      }
    }
    return near;
  }

  static List<JsonNode> parsed(List<String> features) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String text : features) {
        nodes.add(Json.MAPPER.readTree(text));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store makes JSON", e);
    }
    return nodes;
  }
}
