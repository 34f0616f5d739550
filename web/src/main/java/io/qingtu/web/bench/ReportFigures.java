package io.qingtu.web.bench;

import io.qingtu.route.report.AlarmQuality;
import io.qingtu.route.report.HaulageFigures;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.WorkFigures;
import io.qingtu.web.report.FrozenReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Those figures of a frozen report that {@link FleetWeek} knows, too, by the same names. */
final class ReportFigures {
  /** Rules whose alarms a fleet's diary tells. */
  static final List<String> RULES =
      List.of(
          "M01", "M03", "M04", "M06a", "M06b", "M06c", "M07", "M08", "S01", "S03", "S04", "S05",
          "S12");

  private ReportFigures() {}

  static Map<String, Double> of(FrozenReport frozen) {
    PeriodReport r = frozen.figures();
    HaulageFigures haulage = r.haulage().figures();
    WorkFigures work = r.cleaning().work();
    Map<String, Double> all = new TreeMap<>();
    all.put("trips", (double) haulage.trips());
    all.put("tonnes", haulage.tonnes());
    all.put("permittedTrips", haulage.permitted().numerator());
    all.put("tripsWithWaybill", r.haulage().waybills().coverage().numerator());
    all.put("waybillsClosed", r.haulage().waybills().closure().numerator());
    all.put("adherence", haulage.adherence().value());
    all.put("effectiveKm", work.effectiveKm());
    all.put("notOperatingMinutes", work.notOperatingMinutes());
    all.put("attendedDays", work.attendance().numerator());
    all.put("pointsServed", r.cleaning().collecting().city().inTime().numerator());
    for (String rule : RULES) {
      all.put(rule, triggered(r.alarms(), rule));
    }
    all.put("casePages", (double) frozen.cases().stream().filter(c -> !c.map().isEmpty()).count());
    all.put("routeMaps", frozen.routes().isEmpty() ? 0.0 : 1.0);
    return all;
  }

  /** What was held back is counted as well: the diary does not know that others did the same. */
  private static double triggered(AlarmQuality alarms, String rule) {
    return alarms.rules().stream()
        .filter(f -> f.rule().equals(rule))
        .mapToDouble(AlarmQuality.Funnel::triggered)
        .sum();
  }
}
