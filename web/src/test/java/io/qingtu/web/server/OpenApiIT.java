package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiIT {
  private static JsonNode document;

  @BeforeAll
  static void read() throws Exception {
    TestWeb web = TestWeb.shared();
    String text = web.send(web.request("/api/v1/openapi.json")).body();
    document = new ObjectMapper().readTree(text);
  }

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> mounted = new TreeSet<>();
    for (Route route : TestWeb.shared().web.api().getRoutes()) {
      for (HttpMethod method : route.methods()) {
        mounted.add(method.name() + " " + route.getPath());
      }
    }
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(
                                method.toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{(\\w+)}", ":$1"))));
    assertEquals(described, mounted);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> broken = new TreeSet<>();
    document
        .findValuesAsText("$ref")
        .forEach(
            ref -> {
              if (document.at(ref.substring(1)).isMissingNode()) {
                broken.add(ref);
              }
            });
    assertEquals(Set.of(), broken);
  }
}
