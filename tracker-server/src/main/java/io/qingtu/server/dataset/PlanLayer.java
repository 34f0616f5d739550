package io.qingtu.server.dataset;

import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.DailyTask;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * A part of the plan that people edit, bring in and take out: how its things become rows, and rows
 * its things again, by the methods that read the city's files.
 *
 * @param <T> what it consists of
 */
public final class PlanLayer<T> {
  public static final PlanLayer<Place> PLACES =
      new PlanLayer<>(
          "PLACES",
          List.of("id", "name", "kind", "valid_from", "valid_to", "hours"),
          true,
          PlanReader::place,
          PlanLayer::row);
  public static final PlanLayer<PermittedRoute> ROUTES =
      new PlanLayer<>(
          "ROUTES",
          List.of("id", "corridor_m", "valid_from", "valid_to"),
          true,
          PlanReader::route,
          PlanLayer::row);
  public static final PlanLayer<Permit> PERMITS =
      new PlanLayer<>(
          "PERMITS",
          List.of(
              "permit_id",
              "plate",
              "site_id",
              "disposal_ids",
              "route_ids",
              "valid_from",
              "valid_to",
              "daily_from",
              "daily_to",
              "entered_at",
              "approved_m3"),
          false,
          PlanReader::permit,
          PlanLayer::row);
  public static final PlanLayer<Requirement> REQUIREMENTS =
      new PlanLayer<>(
          "REQUIREMENTS",
          List.of(
              "requirement_id",
              "segment_id",
              "grade",
              "side",
              "op",
              "passes",
              "per",
              "window_from",
              "window_to",
              "days",
              "contractor",
              "valid_from",
              "valid_to"),
          List.of("segment_id", "grade", "op", "per", "contractor"),
          PlanReader::requirement,
          PlanLayer::row);
  public static final PlanLayer<CollectionPoint> COLLECTION_POINTS =
      new PlanLayer<>(
          "COLLECTION_POINTS",
          List.of(
              "point_id",
              "lon",
              "lat",
              "window_from",
              "window_to",
              "days",
              "contractor",
              "valid_from",
              "valid_to"),
          List.of("contractor"),
          PlanReader::collectionPoint,
          PlanLayer::row);

  public static final List<PlanLayer<?>> ALL =
      List.of(PLACES, ROUTES, PERMITS, REQUIREMENTS, COLLECTION_POINTS);

  private static final List<String> VALIDITY = List.of("valid_from", "valid_to");

  private final String name;
  private final List<String> columns;
  private final boolean drawn;
  private final boolean task;
  private final List<String> fixed;
  private final Function<PlanRow, T> reader;
  private final Function<T, PlanRow> writer;

  private PlanLayer(
      String name,
      List<String> columns,
      boolean drawn,
      Function<PlanRow, T> reader,
      Function<T, PlanRow> writer) {
    this.name = name;
    this.columns = columns;
    this.drawn = drawn;
    this.task = false;
    this.fixed = List.of();
    this.reader = reader;
    this.writer = writer;
  }

  /** Of tasks. */
  private PlanLayer(
      String name,
      List<String> columns,
      List<String> fixed,
      Function<PlanRow, T> reader,
      Function<T, PlanRow> writer) {
    this.name = name;
    this.columns = columns;
    this.drawn = false;
    this.task = true;
    this.fixed = fixed;
    this.reader = reader;
    this.writer = writer;
  }

  /** The layer of a name; empty where there is none. */
  public static Optional<PlanLayer<?>> find(String name) {
    return ALL.stream().filter(l -> l.name.equals(name)).findFirst();
  }

  /** PLACES, ROUTES, PERMITS, REQUIREMENTS or COLLECTION_POINTS. */
  public String name() {
    return name;
  }

  /** The names of its columns in the data-set format, that of its id first. */
  public List<String> columns() {
    return columns;
  }

  /** Whether its things have shapes. */
  public boolean isDrawn() {
    return drawn;
  }

  /**
   * Whether it is what is asked for day by day: who had to do it when is never judged anew, so a
   * change counts from the next day on and no version is corrected.
   */
  public boolean isTask() {
    return task;
  }

  /**
   * Why one row may not become another, which is about the same thing; empty where it may. Whose a
   * task was in the past is told by the task as it is now.
   */
  public Optional<String> refusal(PlanRow before, PlanRow after) {
    return fixed.stream()
        .filter(column -> !before.text(column).equals(after.text(column)))
        .findFirst()
        .map(column -> column + " does not change; end " + id(before) + " and make another");
  }

  /** Whether two rows differ in nothing but the time in which they are valid. */
  public boolean isSameButForValidity(PlanRow a, PlanRow b) {
    return columns.stream()
        .filter(column -> !VALIDITY.contains(column))
        .allMatch(column -> a.text(column).equals(b.text(column)));
  }

  /** The id in a row; empty where the row has none. */
  public String id(PlanRow row) {
    return row.text(columns.get(0));
  }

  /**
   * @throws DataSetException where the row cannot be right
   */
  public T read(PlanRow row) {
    return reader.apply(row);
  }

  /** A thing as a row that {@link #read} makes the same thing of. */
  public PlanRow write(T thing) {
    return writer.apply(thing);
  }

  /**
   * The row as it is written: no other columns than the layer's, times with their offsets.
   *
   * @throws DataSetException where it cannot be right
   */
  public PlanRow canonical(PlanRow row) {
    PlanRow plain = write(read(row));
    return new PlanRow(row.source(), row.where(), plain.columns(), plain.shape());
  }

  private static PlanRow row(Place p) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("id", p.id());
    c.put("name", p.name());
    c.put("kind", p.kind().name());
    validity(c, p.validity());
    c.put("hours", hours(p.hours()));
    return row(c, p.polygon());
  }

  private static PlanRow row(PermittedRoute r) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("id", r.id());
    c.put("corridor_m", number(r.corridorMetres()));
    validity(c, r.validity());
    return row(c, r.line());
  }

  private static PlanRow row(Permit p) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("permit_id", p.id());
    c.put("plate", p.plate());
    c.put("site_id", p.siteId());
    c.put("disposal_ids", String.join(";", p.disposalIds()));
    c.put("route_ids", String.join(";", p.routeIds()));
    validity(c, p.validity());
    c.put("daily_from", p.hours() == null ? "" : p.hours().from().toString());
    c.put("daily_to", p.hours() == null ? "" : p.hours().to().toString());
    c.put("entered_at", Times.format(p.enteredAt()));
    c.put("approved_m3", number(p.approvedM3()));
    return row(c, null);
  }

  private static PlanRow row(Requirement r) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("requirement_id", r.id());
    c.put("segment_id", r.segmentId().orElse(""));
    c.put("grade", r.grade().map(RoadGrade::code).orElse(""));
    c.put(
        "side",
        r.sides().size() == Side.values().length ? "BOTH" : r.sides().iterator().next().name());
    c.put("op", r.op().name());
    c.put("passes", Integer.toString(r.passes()));
    c.put("per", r.per().name());
    task(c, r, r.contractor());
    return row(c, null);
  }

  private static PlanRow row(CollectionPoint p) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("point_id", p.id());
    c.put("lon", Double.toString(p.longitude()));
    c.put("lat", Double.toString(p.latitude()));
    task(c, p, p.contractor());
    return row(c, null);
  }

  private static void task(Map<String, String> columns, DailyTask task, String contractor) {
    columns.put("window_from", task.window().from().toString());
    columns.put("window_to", task.window().to().toString());
    columns.put("days", Times.days(task.days()));
    columns.put("contractor", contractor);
    validity(columns, task.validity());
  }

  private static PlanRow row(Map<String, String> columns, Geometry shape) {
    return new PlanRow("", "", columns, Optional.ofNullable(shape));
  }

  private static void validity(Map<String, String> columns, Validity v) {
    columns.put("valid_from", v.from().equals(Instant.MIN) ? "" : Times.format(v.from()));
    columns.put("valid_to", v.to().equals(Instant.MAX) ? "" : Times.format(v.to()));
  }

  private static String hours(DailyHours hours) {
    return hours.equals(DailyHours.ALL_DAY) ? "" : hours.from() + "-" + hours.to();
  }

  /** Whole numbers without a point, NaN as nothing. */
  private static String number(double v) {
    if (Double.isNaN(v)) {
      return "";
    }
    return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
  }
}
