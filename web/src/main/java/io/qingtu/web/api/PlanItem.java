package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.store.PlanVersion;
import java.time.Instant;
import java.util.Map;

/**
 * A version of a thing of the plan as the API tells it.
 *
 * @param columns texts by the names of the data-set format
 * @param geometry GeoJSON; null where there is none
 * @param since from when on it counts; null: always
 * @param until when it gave way; null where it counts now
 * @param counted false where it was corrected
 */
record PlanItem(
    String id,
    int version,
    PlanVersion.Origin origin,
    Map<String, String> columns,
    JsonNode geometry,
    Instant since,
    Instant until,
    boolean counted,
    Instant recordedAt,
    String by,
    String reason) {
  static PlanItem of(PlanLayer<?> layer, PlanVersion v) {
    return new PlanItem(
        layer.id(v.row()),
        v.version(),
        v.origin(),
        v.row().columns(),
        v.row().shape().map(GeoJson::toJson).orElse(null),
        v.from().equals(Instant.MIN) ? null : v.from(),
        v.to().equals(Instant.MAX) ? null : v.to(),
        v.counted(),
        v.recordedAt(),
        v.by(),
        v.reason());
  }
}
