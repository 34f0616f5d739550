package io.qingtu.web.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qingtu.web.http.Json;
import java.util.HexFormat;

/** JSON in one form only: the names of an object in their order, no space; UTF-8. */
final class CanonicalJson {
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalJson() {}

  /** A value as the API speaks it. */
  static byte[] bytes(Object value) {
    try {
      return SORTED.writeValueAsBytes(Json.MAPPER.convertValue(value, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /** By which the state of something is named that has no version of its own. */
  static String sha256(Object value) {
    return HexFormat.of().formatHex(Digests.sha256(bytes(value)));
  }
}
