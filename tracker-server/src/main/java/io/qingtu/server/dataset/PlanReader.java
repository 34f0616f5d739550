package io.qingtu.server.dataset;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.plan.Waybill;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;

/** Reads the plan of a city from the files of a data set; each method is one file. */
final class PlanReader {
  /** No vehicle cleans a wider strip, m; more is centimetres. */
  private static final double WIDEST_M = 30;

  private final Path dir;

  PlanReader(Path dir) {
    this.dir = dir;
  }

  CityPlan read() {
    CityPlan plan =
        new CityPlan(
            rows("vehicles", "plate", PlanReader::vehicle),
            features("places.geojson", PlanReader::place),
            features("routes.geojson", PlanReader::route),
            rows("permits", "permit_id", PlanReader::permit),
            rows("waybills", "waybill_id", PlanReader::waybill),
            rows("gate_events", null, PlanReader::gateEvent),
            features("segments.geojson", PlanReader::segment),
            rows("requirements", "requirement_id", PlanReader::requirement),
            rows("collection_points", "point_id", PlanReader::collectionPoint),
            rows("exemptions", null, PlanReader::exemption),
            new RecordsReader(dir).read());
    PlanCheck.check(plan);
    DatumCheck.check(plan, List.of());
    return plan;
  }

  private static Vehicle vehicle(CsvTable.Row row) {
    Set<SensorKind> sensors = EnumSet.noneOf(SensorKind.class);
    for (String name : list(row.text("sensors"))) {
      sensors.add(
          row.parse(
              "sensors",
              all -> constant(SensorKind.class, name.toUpperCase(Locale.ROOT), "sensor")));
    }
    VehicleKind kind = row.oneOf("kind", VehicleKind.class, null);
    if (kind == VehicleKind.OTHER) {
      throw row.wrong("unknown kind \"OTHER\"");
    }
    double rated = row.number("rated_load_t");
    if (rated <= 0) {
      throw row.wrong("rated_load_t " + rated + " is not more than 0");
    }
    double width = row.number("work_width_m");
    if (width <= 0 || width > WIDEST_M) {
      throw row.wrong("work_width_m " + width + " is not more than 0 and at most " + WIDEST_M);
    }
    return new Vehicle(
        row.required("plate"),
        kind,
        row.text("company"),
        rated,
        sensors,
        row.text("operator"),
        width);
  }

  static Place place(GeoFields f) {
    PlaceKind kind = f.parse("kind", t -> constant(PlaceKind.class, t, "kind"));
    DailyHours hours = f.parse("hours", PlanReader::hours);
    return new Place(f.required("id"), f.text("name"), kind, f.polygon(), validity(f), hours);
  }

  static PermittedRoute route(GeoFields f) {
    double corridor = f.number("corridor_m");
    if (corridor <= 0) {
      throw f.wrong("corridor_m " + corridor + " is not more than 0");
    }
    return new PermittedRoute(f.required("id"), f.line(), corridor, validity(f));
  }

  static Permit permit(Fields row) {
    String from = row.text("daily_from");
    String to = row.text("daily_to");
    if (from.isEmpty() != to.isEmpty()) {
      throw row.wrong("daily_from and daily_to go together");
    }
    DailyHours hours =
        from.isEmpty()
            ? null
            : new DailyHours(
                row.parse("daily_from", Times::timeOfDay), row.parse("daily_to", Times::timeOfDay));
    double approved = row.number("approved_m3");
    if (approved <= 0) {
      throw row.wrong("approved_m3 " + approved + " is not more than 0");
    }
    return new Permit(
        row.required("permit_id"),
        row.required("plate"),
        row.required("site_id"),
        list(row.text("disposal_ids")),
        list(row.text("route_ids")),
        validity(row),
        hours,
        moment(row, "entered_at"),
        approved);
  }

  private static Waybill waybill(CsvTable.Row row) {
    return new Waybill(
        row.required("waybill_id"),
        row.required("plate"),
        row.text("site_id"),
        row.text("disposal_id"),
        moment(row, "scan_out"),
        moment(row, "scan_in"),
        row.number("quantity_t"));
  }

  private static GateEvent gateEvent(CsvTable.Row row) {
    String direction = row.required("direction");
    if (!direction.equals("IN") && !direction.equals("OUT")) {
      throw row.wrong("direction \"" + direction + "\" is not IN or OUT");
    }
    double confidence = row.text("confidence").isEmpty() ? 1 : row.requiredNumber("confidence");
    if (confidence < 0 || confidence > 1) {
      throw row.wrong("confidence " + confidence + " is not between 0 and 1");
    }
    return new GateEvent(
        row.required("camera_id"),
        row.text("place_id"),
        direction.equals("IN"),
        row.parse("time", Times::instant),
        row.text("plate"),
        confidence,
        answer(row, "loaded"),
        answer(row, "covered"),
        answer(row, "wheel_dirty"));
  }

  private static Segment segment(GeoFields f) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (String side : list(f.text("sides"))) {
      sides.add(f.parse("sides", t -> constant(Side.class, side, "side")));
    }
    double limit = f.number("speed_limit_kmh");
    if (limit <= 0) {
      throw f.wrong("speed_limit_kmh " + limit + " is not more than 0");
    }
    String grade = f.text("grade");
    return new Segment(
        f.required("id"),
        f.text("road"),
        f.parse("grade", t -> grade.isEmpty() ? RoadGrade.THIRD : RoadGrade.ofCode(t)),
        sides.isEmpty() ? EnumSet.allOf(Side.class) : sides,
        f.line(),
        limit,
        f.text("tunnel").equalsIgnoreCase("true"));
  }

  static Requirement requirement(Fields row) {
    String side = row.text("side");
    Set<Side> sides =
        side.isEmpty() || side.equals("BOTH")
            ? EnumSet.allOf(Side.class)
            : EnumSet.of(row.parse("side", t -> constant(Side.class, t, "side")));
    int passes = row.integer("passes", 1);
    if (passes < 1) {
      throw row.wrong("passes " + passes + " is less than 1");
    }
    Optional<String> segment = optional(row.text("segment_id"));
    Optional<RoadGrade> grade =
        optional(row.text("grade")).map(t -> row.parse("grade", RoadGrade::ofCode));
    if (segment.isPresent() == grade.isPresent()) {
      throw row.wrong("must name a segment_id or a grade, one of the two");
    }
    return new Requirement(
        row.required("requirement_id"),
        segment,
        grade,
        sides,
        row.oneOf("op", Operation.class, null),
        passes,
        window(row),
        row.parse("days", Times::days),
        row.text("contractor"),
        row.oneOf("per", Per.class, Per.DAY),
        validity(row));
  }

  static CollectionPoint collectionPoint(Fields row) {
    Datum datum = row.parse("datum", t -> t.isEmpty() ? Datum.WGS84 : Datum.named(t));
    Coordinate at = datum.toWgs84(row.requiredNumber("lon"), row.requiredNumber("lat"));
    return new CollectionPoint(
        row.required("point_id"),
        at.x,
        at.y,
        window(row),
        row.parse("days", Times::days),
        row.text("contractor"),
        validity(row));
  }

  private static Exemption exemption(CsvTable.Row row) {
    String op = row.text("op");
    return new Exemption(
        row.oneOf("kind", Exemption.Kind.class, null),
        op.isEmpty() ? Optional.empty() : Optional.of(row.oneOf("op", Operation.class, null)),
        new HashSet<>(list(row.text("segment_ids"))),
        period(row),
        row.text("approved_by"),
        moment(row, "published_at"));
  }

  /** A time; null where empty. */
  private static Instant moment(Fields row, String column) {
    return row.text(column).isEmpty() ? null : row.parse(column, Times::instant);
  }

  /** The columns from and to. */
  static Validity period(CsvTable.Row row) {
    return between(
        row::wrong, row.parse("from", Times::validFrom), row.parse("to", Times::validTo));
  }

  static DailyHours window(Fields row) {
    return new DailyHours(
        row.parse("window_from", Times::timeOfDay), row.parse("window_to", Times::timeOfDay));
  }

  private static DailyHours hours(String text) {
    if (text.isEmpty()) {
      return DailyHours.ALL_DAY;
    }
    String[] ends = text.split("-");
    if (ends.length != 2) {
      throw new IllegalArgumentException("\"" + text + "\" is not hours such as 21:00-05:00");
    }
    return new DailyHours(Times.timeOfDay(ends[0].trim()), Times.timeOfDay(ends[1].trim()));
  }

  private static Validity validity(Fields row) {
    Instant from = row.parse("valid_from", Times::validFrom);
    // the second parse carries the comparison, so that a complaint names the row
    return new Validity(
        from,
        row.parse(
            "valid_to",
            text -> {
              Instant to = Times.validTo(text);
              if (to.isBefore(from)) {
                throw new IllegalArgumentException("\"" + text + "\" is before valid_from");
              }
              return to;
            }));
  }

  private static Validity between(
      Function<String, DataSetException> wrong, Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw wrong.apply("to is before from");
    }
    return new Validity(from, to);
  }

  /** true or false; empty where empty. */
  static Optional<Boolean> answer(CsvTable.Row row, String column) {
    return row.text(column).isEmpty() ? Optional.empty() : Optional.of(row.flag(column, false));
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The parts of a list; {@code ;} stands between them. */
  static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(";")) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text, String what) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "unknown " + what + " \"" + text + "\"; known: " + List.of(type.getEnumConstants()));
  }

  private <T> List<T> rows(String name, String key, Function<CsvTable.Row, T> make) {
    return Repeats.rows(dir, name, key, make);
  }

  private <T> List<T> features(String name, Function<FeatureFile.Feature, T> make) {
    Repeats<T> repeats = new Repeats<>();
    FeatureFile.read(dir, name, f -> repeats.add(f.text("id"), make.apply(f), f::wrong));
    return repeats.inKeyOrder();
  }
}
