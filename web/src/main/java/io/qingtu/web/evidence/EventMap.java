package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.web.report.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** The map of an alert, drawn by the server: nobody's tiles, and the same drawing every time. */
final class EventMap {
  private static final double LEGEND = 7;
  private static final String ROAD = "#c4c4c4";
  private static final String ROUTE = "#7fb98a";
  private static final String PLACE = "#8a6d3b";
  private static final String ABOUT = "#6b8fbf";
  private static final String DURING = "#c00000";

  /** Lengths of the scale bar, m. */
  private static final int[] ROUND = {50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000};

  private final Dossier dossier;
  private final AlertRow alert;
  private final double width;
  private final double height;
  private final MapFrame frame;
  private final Svg svg;

  private EventMap(Dossier dossier, List<Coordinate> shown, double width, double height) {
    this.dossier = dossier;
    this.alert = dossier.alert();
    this.width = width;
    this.height = height;
    this.frame = new MapFrame(shown, width, height);
    this.svg = new Svg(width, height + LEGEND);
  }

  /** The drawing as an SVG element; empty where an alert has no place at all. */
  static String draw(Dossier dossier, double widthMm, double heightMm) {
    List<Coordinate> shown = shown(dossier);
    if (shown.isEmpty()) {
      return "";
    }
    EventMap map = new EventMap(dossier, shown, widthMm, heightMm);
    map.clip();
    map.plan();
    map.track();
    map.spot();
    map.frame();
    map.legend();
    return map.svg.toHtml();
  }

  private static List<Coordinate> shown(Dossier dossier) {
    List<Coordinate> shown = new ArrayList<>();
    AlertRow alert = dossier.alert();
    if (!Double.isNaN(alert.lon())) {
      shown.add(new Coordinate(alert.lon(), alert.lat()));
    }
    dossier.track().stream()
        .filter(Position::fixValid)
        .forEach(p -> shown.add(new Coordinate(p.longitude(), p.latitude())));
    dossier.plan().segments().forEach(s -> MapFrame.lines(s).forEach(shown::addAll));
    return shown;
  }

  /** What lies beyond the frame is not drawn over the rest of the page. */
  private void clip() {
    svg.clip(0, 0, width, height);
  }

  private void plan() {
    for (JsonNode road : dossier.plan().roads()) {
      lines(road, ROAD, 0.5);
    }
    for (JsonNode route : dossier.plan().routes()) {
      lines(route, ROUTE, 1.8);
    }
    for (JsonNode segment : dossier.plan().segments()) {
      lines(segment, "#333333", 0.9);
    }
    for (JsonNode place : dossier.plan().places()) {
      List<List<Coordinate>> rings = MapFrame.lines(place);
      rings.forEach(ring -> svg.polygon(frame.points(ring), "none", PLACE, 0.35));
      rings.stream()
          .findFirst()
          .ifPresent(ring -> label(ring, place.at("/properties/name").asText()));
    }
  }

  private void lines(JsonNode feature, String colour, double stroke) {
    MapFrame.lines(feature).forEach(l -> svg.polyline(frame.points(l), colour, stroke));
  }

  private void label(List<Coordinate> ring, String name) {
    double x = ring.stream().mapToDouble(c -> frame.x(c.x, c.y)).average().orElse(0);
    double y = ring.stream().mapToDouble(c -> frame.y(c.x, c.y)).min().orElse(0) - 1;
    if (x > 0 && x < width && y > 3 && y < height) {
      svg.text(x, y, 2.8, "middle", name);
    }
  }

  /** Thin before and after, thick while the violation lasted; nothing where the link was down. */
  private void track() {
    List<Position> run = new ArrayList<>();
    for (Position p : dossier.track()) {
      if (!p.fixValid()) {
        continue;
      }
      Position last = run.isEmpty() ? null : run.get(run.size() - 1);
      boolean gap =
          last != null
              && last.fixTime().plusSeconds(SensorCurves.GAP_SECONDS).isBefore(p.fixTime());
      if (gap || last != null && isDuring(last) != isDuring(p)) {
        line(run);
        run.clear();
        if (!gap) {
          run.add(last);
        }
      }
      run.add(p);
    }
    line(run);
  }

  private boolean isDuring(Position p) {
    return !p.fixTime().isBefore(alert.start())
        && (alert.end() == null || !p.fixTime().isAfter(alert.end()));
  }

  private void line(List<Position> run) {
    if (run.isEmpty()) {
      return;
    }
    boolean during = isDuring(run.get(run.size() - 1));
    List<Coordinate> points =
        run.stream().map(p -> new Coordinate(p.longitude(), p.latitude())).toList();
    svg.polyline(frame.points(points), during ? DURING : ABOUT, during ? 1.1 : 0.6);
    for (Coordinate c : points) {
      svg.circle(frame.x(c.x, c.y), frame.y(c.x, c.y), 0.35, "#ffffff", during ? DURING : ABOUT);
    }
  }

  private void spot() {
    if (!Double.isNaN(alert.lon())) {
      double x = frame.x(alert.lon(), alert.lat());
      double y = frame.y(alert.lon(), alert.lat());
      svg.circle(x, y, 2.4, "none", "#000000").circle(x, y, 0.8, "#000000", "#000000");
    }
  }

  private void frame() {
    svg.endClip();
    double e = 0.2; // half a stroke, which the edge of the drawing would cut off
    svg.line(e, e, width - e, e, "#444444", 0.3);
    svg.line(e, height, width - e, height, "#444444", 0.3);
    svg.line(e, e, e, height, "#444444", 0.3);
    svg.line(width - e, e, width - e, height, "#444444", 0.3);
    svg.text(width - 4, 5.5, 3.2, "middle", "北").polygon(arrow(width - 4, 7), "#222222", "none", 0);
    if (dossier.synthetic()) {
      svg.text(3, 5, 3.4, "start", "合成数据演示");
    }
    int metres = ROUND[0];
    for (int round : ROUND) {
      metres = round * frame.scale() <= width / 4 ? round : metres;
    }
    double length = metres * frame.scale();
    double y = height - 3;
    svg.line(3, y, 3 + length, y, "#222222", 0.6);
    String text = metres < 1000 ? metres + " m" : metres / 1000 + " km";
    svg.text(3 + length / 2, y - 1, 2.8, "middle", text);
  }

  private static String arrow(double x, double y) {
    return String.format(
        Locale.ROOT, "%.2f,%.2f %.2f,%.2f %.2f,%.2f", x, y, x - 1.4, y + 4, x + 1.4, y + 4);
  }

  private void legend() {
    double y = height + 4;
    String[] names = {"报警期间轨迹", "前后十分钟轨迹", "核准路线", "道路"};
    String[] colours = {DURING, ABOUT, ROUTE, ROAD};
    double[] strokes = {1.1, 0.6, 1.8, 0.5};
    double x = 1;
    for (int i = 0; i < names.length; i++) {
      svg.line(x, y - 1, x + 6, y - 1, colours[i], strokes[i]);
      svg.text(x + 7.5, y, 2.9, "start", names[i]);
      x += 14 + names[i].length() * 3;
    }
    svg.circle(x + 2, y - 1, 1.6, "none", "#000000")
        .circle(x + 2, y - 1, 0.6, "#000000", "#000000");
    svg.text(x + 5, y, 2.9, "start", "报警位置");
  }
}
