package io.qingtu.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.server.store.PlanStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Adds to a command what is on file under the id that it names, so that the command says for good
 * what the terminal was told, whatever becomes of the file.
 */
final class Drawings {
  static final String PLACE = "placeId";
  static final String ROUTE = "routeId";

  /** What the width of a segment can say, m. */
  private static final int MOST_WIDTH = 255;

  private final PlanStore plans;

  Drawings(PlanStore plans) {
    this.plans = plans;
  }

  /**
   * @throws CommandException where there is no such place or route, or no terminal can be told it
   */
  JsonNode complete(CommandKind kind, JsonNode arguments) {
    return switch (kind) {
      case SEND_AREA -> area(arguments);
      case SEND_ROUTE -> route(arguments);
      default -> arguments;
    };
  }

  private JsonNode area(JsonNode arguments) {
    CommandArguments in = CommandArguments.of(arguments);
    String id = in.text(PLACE);
    Place place =
        plans.findPlace(id).orElseThrow(() -> in.wrong(PLACE, "place " + id + " is not on file"));
    Geometry shape = place.polygon();
    if (shape.getNumGeometries() != 1
        || !(shape.getGeometryN(0) instanceof Polygon polygon)
        || polygon.getNumInteriorRing() > 0) {
      throw in.wrong(PLACE, id + " has holes or several parts, which terminals cannot be told");
    }
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    ObjectNode complete = complete(arguments, in, id, place.name());
    points(complete, in, PLACE, ring, ring.length - 1);
    return complete;
  }

  private JsonNode route(JsonNode arguments) {
    CommandArguments in = CommandArguments.of(arguments);
    String id = in.text(ROUTE);
    PermittedRoute route =
        plans.findRoute(id).orElseThrow(() -> in.wrong(ROUTE, "route " + id + " is not on file"));
    double corridor =
        Double.isNaN(route.corridorMetres()) ? Parameter.CORR.initial() : route.corridorMetres();
    ObjectNode complete = complete(arguments, in, id, id);
    complete.put(Areas.WIDTH, (int) Math.min(MOST_WIDTH, Math.max(1, Math.round(2 * corridor))));
    Coordinate[] line = route.line().getCoordinates();
    points(complete, in, ROUTE, line, line.length);
    return complete;
  }

  private static ObjectNode complete(
      JsonNode arguments, CommandArguments in, String id, String name) {
    ObjectNode complete = arguments.deepCopy();
    for (String own : new String[] {Areas.NUMBER, Areas.NAME, Areas.POINTS, Areas.WIDTH}) {
      if (in.value(own).isPresent()) {
        throw in.wrong(own, "is taken from the file");
      }
    }
    return complete.put(Areas.NUMBER, Areas.number(id)).put(Areas.NAME, name);
  }

  private static void points(
      ObjectNode complete, CommandArguments in, String field, Coordinate[] points, int count) {
    if (count > Areas.MOST_POINTS) {
      throw in.wrong(field, "has " + count + " points, more than " + Areas.MOST_POINTS);
    }
    ArrayNode array = complete.putArray(Areas.POINTS);
    for (int i = 0; i < count; i++) {
      array.addArray().add(points[i].x).add(points[i].y);
    }
  }
}
