package io.qingtu.server.dataset;

import io.qingtu.route.plan.CityRecords;
import io.qingtu.route.plan.Driver;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.PointService;
import io.qingtu.route.plan.RoadBan;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.SiteProgress;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.plan.VehicleOrder.Kind;
import io.qingtu.route.plan.Weather;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Reads what a city may know beside its plan; each method is one file. */
final class RecordsReader {
  private final Path dir;

  RecordsReader(Path dir) {
    this.dir = dir;
  }

  CityRecords read() {
    return new CityRecords(
        Repeats.rows(dir, "weather", null, RecordsReader::weather),
        Repeats.rows(dir, "reports", "report_id", RecordsReader::report),
        Repeats.rows(dir, "vehicle_orders", null, RecordsReader::vehicleOrder),
        Repeats.rows(dir, "identities", null, RecordsReader::identity),
        Repeats.rows(dir, "drivers", "driver_id", RecordsReader::driver),
        Repeats.rows(dir, "services", null, RecordsReader::service),
        Repeats.rows(dir, "bans", "ban_id", RecordsReader::ban),
        Repeats.rows(dir, "site_progress", null, RecordsReader::progress));
  }

  private static Weather weather(CsvTable.Row row) {
    return new Weather(
        PlanReader.period(row), row.number("temp_c"), PlanReader.answer(row, "rain"));
  }

  private static IncidentReport report(CsvTable.Row row) {
    return new IncidentReport(
        row.required("report_id"),
        row.oneOf("kind", IncidentReport.Kind.class, null),
        row.parse("time", Times::instant),
        row.requiredNumber("lon"),
        row.requiredNumber("lat"));
  }

  private static VehicleOrder vehicleOrder(CsvTable.Row row) {
    Kind kind = row.oneOf("kind", Kind.class, null);
    String other = row.text("other_plate");
    if ((kind == Kind.SUBSTITUTE) == other.isEmpty()) {
      throw row.wrong("other_plate \"" + other + "\" of a " + kind + ": only a SUBSTITUTE has one");
    }
    return new VehicleOrder(
        row.required("plate"), kind, PlanReader.period(row), row.text("approved_by"), other);
  }

  private static Identity identity(CsvTable.Row row) {
    return new Identity(
        row.required("plate"),
        row.parse("time", Times::instant),
        row.oneOf("kind", Identity.Kind.class, null),
        row.required("value"));
  }

  private static Driver driver(CsvTable.Row row) {
    return new Driver(
        row.required("driver_id"), new HashSet<>(PlanReader.list(row.text("plates"))));
  }

  private static RoadBan ban(CsvTable.Row row) {
    Set<RoadGrade> grades = EnumSet.noneOf(RoadGrade.class);
    for (String grade : PlanReader.list(row.text("grades"))) {
      grades.add(row.parse("grades", all -> RoadGrade.ofCode(grade)));
    }
    Set<Operation> ops = EnumSet.noneOf(Operation.class);
    for (String op : PlanReader.list(row.text("ops"))) {
      ops.add(row.parse("ops", all -> PlanReader.constant(Operation.class, op, "operation")));
    }
    return new RoadBan(
        row.required("ban_id"),
        new HashSet<>(PlanReader.list(row.text("segment_ids"))),
        grades,
        ops,
        PlanReader.window(row),
        row.parse("days", Times::days),
        PlanReader.period(row));
  }

  private static SiteProgress progress(CsvTable.Row row) {
    Validity period = PlanReader.period(row);
    if (period.from().equals(Instant.MIN) || period.to().equals(Instant.MAX)) {
      throw row.wrong("from and to are both needed: the volume is for the time between them");
    }
    double planned = row.requiredNumber("planned_m3");
    if (planned <= 0) {
      throw row.wrong("planned_m3 " + planned + " is not more than 0");
    }
    return new SiteProgress(row.required("site_id"), period, planned);
  }

  private static PointService service(CsvTable.Row row) {
    return new PointService(
        row.required("plate"),
        row.parse("time", Times::instant),
        row.oneOf("kind", PointService.Kind.class, null),
        row.text("point_id"));
  }
}
