package io.qingtu.server.command;

import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.area.AreaAttribute;
import io.qingtu.protocol.message.area.AreaKind;
import io.qingtu.protocol.message.area.DeleteAreasCommand;
import io.qingtu.protocol.message.area.RoutePoint;
import io.qingtu.protocol.message.area.SegmentAttribute;
import io.qingtu.protocol.message.area.SetPolygonCommand;
import io.qingtu.protocol.message.area.SetRouteCommand;
import io.qingtu.protocol.message.area.Vertex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Fences and routes that a terminal watches by itself; WGS-84, as the terminal's own positions. */
final class Areas {
  /** Corners in one message: some 20 packets, more than terminals are known to take. */
  static final int MOST_POINTS = 1000;

  static final String NUMBER = "number";
  static final String NAME = "name";
  static final String POINTS = "points";
  static final String WIDTH = "widthMetres";

  private static final long MOST_NUMBER = 0xffff_ffffL;

  private Areas() {}

  static PlatformMessage area(CommandArguments in) {
    in.text(Drawings.PLACE);
    List<double[]> points = in.points(POINTS, MOST_POINTS);
    int hemispheres =
        (points.get(0)[1] < 0 ? AreaAttribute.SOUTH.mask() : 0)
            | (points.get(0)[0] < 0 ? AreaAttribute.WEST.mask() : 0);
    return new SetPolygonCommand(
        in.number(NUMBER, 0, MOST_NUMBER),
        alarms(in) | hemispheres,
        Optional.empty(),
        Optional.empty(),
        points.stream().map(Areas::vertex).toList(),
        in.text(NAME));
  }

  static PlatformMessage route(CommandArguments in) {
    in.text(Drawings.ROUTE);
    List<double[]> points = in.points(POINTS, MOST_POINTS);
    int width = in.number(WIDTH, 1, 255);
    List<RoutePoint> turns = new ArrayList<>();
    for (double[] point : points) {
      int hemispheres =
          (point[1] < 0 ? SegmentAttribute.SOUTH.mask() : 0)
              | (point[0] < 0 ? SegmentAttribute.WEST.mask() : 0);
      int number = turns.size() + 1;
      turns.add(
          new RoutePoint(
              number,
              number,
              vertex(point),
              width,
              hemispheres,
              Optional.empty(),
              Optional.empty()));
    }
    return new SetRouteCommand(
        in.number(NUMBER, 0, MOST_NUMBER), alarms(in), Optional.empty(), turns, in.text(NAME));
  }

  /** Those that are named; all of the kind where none is. */
  static PlatformMessage deletion(AreaKind kind, CommandArguments in) {
    List<Long> numbers = new ArrayList<>();
    for (String id : in.texts("ids", DeleteAreasCommand.MAX_IDS)) {
      numbers.add(number(id));
    }
    if (numbers.isEmpty() != in.flag("all", false)) {
      throw in.wrong("ids", "either names some or all is true");
    }
    return new DeleteAreasCommand(kind, numbers);
  }

  /** The number by which terminals know a place or route: they have no room for its id. */
  static long number(String id) {
    CRC32 crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private static int alarms(CommandArguments in) {
    return (in.flag("alarmOnEntry", true) ? AreaAttribute.ENTRY_TO_PLATFORM.mask() : 0)
        | (in.flag("alarmOnExit", true) ? AreaAttribute.EXIT_TO_PLATFORM.mask() : 0);
  }

  private static Vertex vertex(double[] point) {
    return new Vertex(Math.round(Math.abs(point[1]) * 1e6), Math.round(Math.abs(point[0]) * 1e6));
  }
}
