package io.qingtu.server.dataset;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads positions.csv or positions.csv.gz; rows may come in any order and repeated. */
final class PositionReader {
  private final Map<String, String> plates = new HashMap<>();
  private final Map<Sensors, Sensors> sensors = new HashMap<>();

  List<Position> read(Path dir) {
    List<Position> positions = new ArrayList<>();
    CsvTable.read(dir, "positions", row -> positions.add(position(row)));
    return positions;
  }

  private Position position(CsvTable.Row row) {
    Instant fixTime = row.parse("fix_time", Times::instant);
    double speed = row.number("speed_kmh");
    long status = row.bits("status_bits");
    return new Position(
        plates.computeIfAbsent(row.required("plate"), p -> p),
        fixTime,
        row.text("recv_time").isEmpty() ? fixTime : row.parse("recv_time", Times::instant),
        degrees(row, "lon", 180),
        degrees(row, "lat", 90),
        row.flag("fix_valid", true),
        Double.isNaN(speed) ? 0 : speed,
        row.number("vss_kmh"),
        row.integer("direction", -1),
        row.integer("altitude", 0),
        row.flag("acc", (status & 1) != 0 || row.text("status_bits").isEmpty()),
        row.integer("satellites", -1),
        row.number("odometer_km"),
        row.bits("alarm_bits"),
        status,
        sensors(row),
        row.flag("backfill", false));
  }

  private static double degrees(CsvTable.Row row, String column, double limit) {
    double v = row.requiredNumber(column);
    if (Math.abs(v) > limit) {
      throw row.wrong(column + " " + v + " is not within ±" + limit + " degrees");
    }
    return v;
  }

  private Sensors sensors(CsvTable.Row row) {
    Sensors read =
        new Sensors(
            row.oneOf("cover", Cover.class, Cover.UNKNOWN),
            row.oneOf("lift", Lift.class, Lift.UNKNOWN),
            row.oneOf("load", Load.class, Load.UNKNOWN),
            row.number("weight_t"),
            row.oneOf("brush", Switch.class, Switch.UNKNOWN),
            row.oneOf("pump", Switch.class, Switch.UNKNOWN));
    // a day has few different states: one object each keeps a million rows small
    return sensors.size() > 10_000 ? read : sensors.computeIfAbsent(read, s -> s);
  }
}
