package io.qingtu.protocol.message.area;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.area.AreaReply.Layout;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Vectors of areas and routes: with times and speed limits, and without. */
public final class AreaVectors {
  static final Vertex CORNER = new Vertex(31_230_672, 121_473_701);
  static final String CORNER_HEX = "01dc8ad0 073d8aa5";
  private static final TimeWindow DAILY =
      new TimeWindow(new DeviceTime(0x083000L), new DeviceTime(0x180000L));
  private static final String DAILY_HEX = "000000083000 000000180000";
  private static final String NAME = "工地";
  private static final String NAME_HEX = "0004 b9a4b5d8";

  private AreaVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.addAll(circles(version));
      all.addAll(rectangles(version));
      all.addAll(polygons(version));
      all.addAll(routes(version));
      all.addAll(deletions(version));
    }
    all.add(Vector.of(Version.V2019, 0x8608, "04 00000000", new AreaQuery(4, List.of())));
    all.add(
        Vector.of(
            Version.V2019,
            0x8608,
            "01 00000002 00000007 80000008",
            new AreaQuery(1, List.of(7L, 0x80000008L))));
    all.addAll(replies());
    return all;
  }

  private static boolean is2019(Version version) {
    return version == Version.V2019;
  }

  private static String name(Version version) {
    return is2019(version) ? NAME : "";
  }

  private static String nameHex(Version version) {
    return is2019(version) ? NAME_HEX : "";
  }

  private static String noNameHex(Version version) {
    return is2019(version) ? "0000" : "";
  }

  private static SpeedLimit limit(Version version) {
    return new SpeedLimit(60, 10, is2019(version) ? 40 : 0);
  }

  private static String limitHex(Version version) {
    return "003c 0a" + (is2019(version) ? "0028" : "");
  }

  /** 2011 counts the areas of the packet once more. */
  private static String packetCount(Version version, String count) {
    return version == Version.V2011 ? count : "";
  }

  private static List<Vector> circles(Version version) {
    CircleArea plain =
        new CircleArea(7, 0xc1fc, CORNER, 500, Optional.empty(), Optional.empty(), "");
    CircleArea full =
        new CircleArea(
            8, 0x0003, CORNER, 500, Optional.of(DAILY), Optional.of(limit(version)), name(version));
    String plainHex = "00000007 c1fc" + CORNER_HEX + "000001f4" + noNameHex(version);
    String fullHex = "00000008 0003" + CORNER_HEX + "000001f4" + DAILY_HEX + limitHex(version);
    return List.of(
        Vector.of(
            version,
            0x8600,
            "01 02" + packetCount(version, "02") + plainHex + fullHex + nameHex(version),
            new SetCirclesCommand(1, List.of(plain, full))));
  }

  private static List<Vector> rectangles(Version version) {
    RectangleArea times =
        new RectangleArea(
            7, 0x0001, CORNER, CORNER, Optional.of(DAILY), Optional.empty(), name(version));
    RectangleArea speeds =
        new RectangleArea(
            8, 0x0002, CORNER, CORNER, Optional.empty(), Optional.of(limit(version)), "");
    String timesHex = "00000007 0001" + CORNER_HEX + CORNER_HEX + DAILY_HEX + nameHex(version);
    String speedsHex =
        "00000008 0002" + CORNER_HEX + CORNER_HEX + limitHex(version) + noNameHex(version);
    return List.of(
        Vector.of(
            version,
            0x8602,
            "02 02" + packetCount(version, "02") + timesHex + speedsHex,
            new SetRectanglesCommand(2, List.of(times, speeds))));
  }

  private static List<Vector> polygons(Version version) {
    String vertices = CORNER_HEX + "01dc8ad1 073d8aa5" + "01dc8ad1 073d8aa6";
    List<Vertex> corners =
        List.of(CORNER, new Vertex(31_230_673, 121_473_701), new Vertex(31_230_673, 121_473_702));
    return List.of(
        Vector.of(
            version,
            0x8604,
            "00000007 0003"
                + DAILY_HEX
                + "003c 0a 0003"
                + packetCount(version, "03")
                + vertices
                + (is2019(version) ? "0028" : "")
                + nameHex(version),
            new SetPolygonCommand(
                7, 3, Optional.of(DAILY), Optional.of(limit(version)), corners, name(version))),
        Vector.of(
            version,
            0x8604,
            "00000007 0000 0003" + packetCount(version, "03") + vertices + noNameHex(version),
            new SetPolygonCommand(7, 0, Optional.empty(), Optional.empty(), corners, "")));
  }

  private static List<Vector> routes(Version version) {
    boolean is2011 = version == Version.V2011;
    RoutePoint plain =
        new RoutePoint(is2011 ? 0 : 1, 9, CORNER, 30, 0, Optional.empty(), Optional.empty());
    RoutePoint full =
        new RoutePoint(
            is2011 ? 0 : 2,
            10,
            CORNER,
            255,
            0x0f,
            Optional.of(new TravelTime(600, is2011 ? 0 : 60)),
            Optional.of(limit(version)));
    String plainHex = (is2011 ? "" : "00000001") + "00000009" + CORNER_HEX + "1e 00";
    String fullHex =
        (is2011 ? "" : "00000002")
            + "0000000a"
            + CORNER_HEX
            + "ff 0f 0258"
            + (is2011 ? "" : "003c")
            + limitHex(version);
    return List.of(
        Vector.of(
            version,
            0x8606,
            "00000007 0001"
                + DAILY_HEX
                + "0002"
                + packetCount(version, "02")
                + plainHex
                + fullHex
                + nameHex(version),
            new SetRouteCommand(7, 1, Optional.of(DAILY), List.of(plain, full), name(version))),
        Vector.of(
            version,
            0x8606,
            "00000007 003c 0001" + packetCount(version, "01") + plainHex + noNameHex(version),
            new SetRouteCommand(7, 0x3c, Optional.empty(), List.of(plain), "")));
  }

  private static List<Vector> deletions(Version version) {
    List<Vector> deletions = new ArrayList<>();
    List<Long> ids = List.of(7L, 0xffffffffL);
    String hex = "02 00000007 ffffffff";
    deletions.add(deletion(version, 0x8601, hex, new DeleteAreasCommand(AreaKind.CIRCLE, ids)));
    deletions.add(deletion(version, 0x8603, hex, new DeleteAreasCommand(AreaKind.RECTANGLE, ids)));
    deletions.add(deletion(version, 0x8605, hex, new DeleteAreasCommand(AreaKind.POLYGON, ids)));
    deletions.add(
        deletion(version, 0x8607, "00", new DeleteAreasCommand(AreaKind.ROUTE, List.of())));
    return deletions;
  }

  private static Vector deletion(Version version, int id, String hex, DeleteAreasCommand command) {
    return Vector.of(version, id, hex, command);
  }

  private static List<Vector> replies() {
    List<Vector> replies = new ArrayList<>();
    CircleArea circle = new CircleArea(7, 0, CORNER, 500, Optional.empty(), Optional.empty(), NAME);
    String circleHex = "00000007 0000" + CORNER_HEX + "000001f4" + NAME_HEX;
    SetCirclesCommand one = new SetCirclesCommand(0, List.of(circle));
    SetCirclesCommand two = new SetCirclesCommand(0, List.of(circle, circle));
    String none = "04 00000000";
    replies.add(reply(none, new AreaReply(4, 0, Layout.MESSAGES, List.of(), Bytes.EMPTY)));
    replies.add(
        reply(
            "01 00000002 00 01" + circleHex + "00 01" + circleHex,
            new AreaReply(1, 2, Layout.MESSAGES, List.of(one, one), Bytes.EMPTY)));
    replies.add(
        reply(
            "01 00000002 00 02" + circleHex + circleHex,
            new AreaReply(1, 2, Layout.ONE_MESSAGE, List.of(two), Bytes.EMPTY)));
    replies.add(
        reply(
            "01 00000002" + circleHex + circleHex,
            new AreaReply(1, 2, Layout.AREAS, List.of(two), Bytes.EMPTY)));
    replies.add(
        reply(
            "05 00000002 00000001 00000002",
            new AreaReply(5, 2, Layout.UNKNOWN, List.of(), Bytes.ofHex("0000000100000002"))));
    for (Vector setting : settings()) {
      replies.add(
          reply(
              (setting.message() instanceof SetPolygonCommand ? "03" : "04")
                  + "00000001"
                  + setting.frame().body().hex(),
              new AreaReply(
                  setting.message() instanceof SetPolygonCommand ? 3 : 4,
                  1,
                  Layout.MESSAGES,
                  List.of((PlatformMessage) setting.message()),
                  Bytes.EMPTY)));
    }
    RectangleArea rectangle =
        new RectangleArea(7, 0, CORNER, CORNER, Optional.empty(), Optional.empty(), "");
    replies.add(
        reply(
            "02 00000001 00000007 0000" + CORNER_HEX + CORNER_HEX + "0000",
            new AreaReply(
                2,
                1,
                Layout.AREAS,
                List.of(new SetRectanglesCommand(0, List.of(rectangle))),
                Bytes.EMPTY)));
    return replies;
  }

  private static List<Vector> settings() {
    List<Vector> settings = new ArrayList<>(polygons(Version.V2019));
    settings.addAll(routes(Version.V2019));
    return settings;
  }

  private static Vector reply(String hex, AreaReply reply) {
    return Vector.of(Version.V2019, 0x0608, hex, reply);
  }
}
