package io.qingtu.web.evidence;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.web.report.Svg;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Speed, weight and sensor states on one axis of time; hatched where nothing was heard. */
final class SensorCurves {
  /** Silence that is drawn as a gap. */
  static final long GAP_SECONDS = 120;

  private static final double WIDTH = 152;
  private static final double LEFT = 20;
  private static final double RIGHT = 2;
  private static final double CURVE = 16;
  private static final double LANE = 5.5;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(DailyHours.CITY_ZONE);

  private record Curve(String name, ToDoubleFunction<Position> value) {}

  /**
   * @param on the state that is filled
   */
  private record Lane(String name, Function<Position, Enum<?>> state, String on, String says) {}

  private static final List<Curve> CURVES =
      List.of(
          new Curve("车速 km/h", Position::speedKmh), new Curve("载重 t", p -> p.sensors().weightT()));

  private static final List<Lane> LANES =
      List.of(
          new Lane("厢盖", p -> p.sensors().cover(), "OPEN", "敞开"),
          new Lane("举升", p -> p.sensors().lift(), "UP", "举起"),
          new Lane("空重载", p -> p.sensors().load(), "LOADED", "重载"),
          new Lane("扫盘", p -> p.sensors().brush(), "ON", "开启"),
          new Lane("水泵", p -> p.sensors().pump(), "ON", "开启"));

  private final AlertRow alert;
  private final List<Position> track;
  private final Instant from;
  private final double seconds;

  private SensorCurves(AlertRow alert, List<Position> track) {
    this.alert = alert;
    this.track = track;
    this.from = track.get(0).fixTime();
    Instant to = track.get(track.size() - 1).fixTime();
    this.seconds = Math.max(1, to.getEpochSecond() - from.getEpochSecond());
  }

  /** The drawing as an SVG element; empty where there is no track. */
  static String draw(Dossier dossier) {
    return dossier.track().isEmpty()
        ? ""
        : new SensorCurves(dossier.alert(), dossier.track()).draw();
  }

  /** Millimetres of the drawing; 0 where there is none. */
  static double height(Dossier dossier) {
    return dossier.track().isEmpty()
        ? 0
        : new SensorCurves(dossier.alert(), dossier.track()).height();
  }

  private double height() {
    long curves = CURVES.stream().filter(this::isKnown).count();
    long lanes = LANES.stream().filter(this::isKnown).count();
    return curves * (CURVE + 3) + lanes * LANE + 6;
  }

  private String draw() {
    List<Curve> curves = CURVES.stream().filter(this::isKnown).toList();
    List<Lane> lanes = LANES.stream().filter(this::isKnown).toList();
    double height = height();
    Svg svg = new Svg(WIDTH, height);
    marked(svg, height - 6);
    double y = 0;
    for (Curve curve : curves) {
      curve(svg, curve, y);
      y += CURVE + 3;
    }
    for (Lane lane : lanes) {
      lane(svg, lane, y);
      y += LANE;
    }
    axis(svg, y);
    return svg.toHtml();
  }

  private boolean isKnown(Curve curve) {
    return track.stream().anyMatch(p -> !Double.isNaN(curve.value.applyAsDouble(p)));
  }

  private boolean isKnown(Lane lane) {
    return track.stream().anyMatch(p -> !lane.state.apply(p).name().equals("UNKNOWN"));
  }

  private double x(Instant t) {
    double share = (t.getEpochSecond() - from.getEpochSecond()) / seconds;
    return LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - LEFT - RIGHT);
  }

  /** The time of the violation, behind everything. */
  private void marked(Svg svg, double height) {
    Instant end = alert.end() == null ? track.get(track.size() - 1).fixTime() : alert.end();
    double left = x(alert.start());
    double right = Math.max(left + 0.4, x(end));
    svg.polygon(corners(left, 0, right, height), "#fbe3e3", "none", 0);
    for (int i = 1; i < track.size(); i++) {
      Instant before = track.get(i - 1).fixTime();
      Instant after = track.get(i).fixTime();
      if (before.plusSeconds(GAP_SECONDS).isBefore(after)) {
        svg.bar(x(before), 0, x(after) - x(before), height, Svg.Fill.HATCHED);
      }
    }
  }

  private void curve(Svg svg, Curve curve, double top) {
    double most =
        track.stream().mapToDouble(curve.value).filter(v -> !Double.isNaN(v)).max().orElse(1);
    double scale = CURVE / Math.max(1, most);
    double base = top + CURVE + 1;
    svg.text(LEFT - 2, top + 9, 2.8, "end", curve.name);
    svg.text(LEFT - 2, top + 3, 2.4, "end", String.format(Locale.ROOT, "%.1f", most));
    svg.line(LEFT, base, WIDTH - RIGHT, base, "#888888", 0.2);
    StringBuilder run = new StringBuilder();
    Position last = null;
    for (Position p : track) {
      double value = curve.value.applyAsDouble(p);
      boolean gap = last != null && last.fixTime().plusSeconds(GAP_SECONDS).isBefore(p.fixTime());
      if (gap || Double.isNaN(value)) {
        flush(svg, run);
      }
      if (!Double.isNaN(value)) {
        run.append(String.format(Locale.ROOT, "%.2f,%.2f ", x(p.fixTime()), base - value * scale));
      }
      last = p;
    }
    flush(svg, run);
  }

  private static void flush(Svg svg, StringBuilder run) {
    if (run.length() > 0) {
      svg.polyline(run.toString().trim(), Svg.INK, 0.4);
      run.setLength(0);
    }
  }

  private void lane(Svg svg, Lane lane, double top) {
    svg.text(LEFT - 2, top + 3.6, 2.8, "end", lane.name + " " + lane.says);
    svg.line(LEFT, top + 4.6, WIDTH - RIGHT, top + 4.6, "#cccccc", 0.2);
    for (double[] span : spans(lane)) {
      svg.polygon(corners(span[0], top + 1, span[1], top + 4.6), Svg.INK, "none", 0);
    }
  }

  /** From where to where a state was on; it lasts until the next fix, but not over a gap. */
  private List<double[]> spans(Lane lane) {
    List<double[]> spans = new ArrayList<>();
    for (int i = 0; i < track.size(); i++) {
      if (!lane.state.apply(track.get(i)).name().equals(lane.on)) {
        continue;
      }
      double left = x(track.get(i).fixTime());
      boolean last = i + 1 == track.size();
      Instant next = last ? track.get(i).fixTime() : track.get(i + 1).fixTime();
      boolean gap = track.get(i).fixTime().plusSeconds(GAP_SECONDS).isBefore(next);
      double right = Math.max(left + 0.3, gap ? left : x(next));
      double[] before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (before != null && before[1] >= left) {
        before[1] = right;
      } else {
        spans.add(new double[] {left, right});
      }
    }
    return spans;
  }

  private void axis(Svg svg, double y) {
    Instant to = track.get(track.size() - 1).fixTime();
    svg.text(LEFT, y + 4, 2.6, "start", CLOCK.format(from));
    svg.text(WIDTH - RIGHT, y + 4, 2.6, "end", CLOCK.format(to));
    double start = x(alert.start());
    if (start > LEFT + 22 && start < WIDTH - 26) {
      svg.text(start, y + 4, 2.6, "middle", CLOCK.format(alert.start()));
    }
  }

  private static String corners(double left, double top, double right, double bottom) {
    return String.format(
        Locale.ROOT,
        "%1$.2f,%2$.2f %3$.2f,%2$.2f %3$.2f,%4$.2f %1$.2f,%4$.2f",
        left,
        top,
        right,
        bottom);
  }
}
