package io.qingtu.web.report;

import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.TrendPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A report as it was frozen: everything that its files are made from but the signatures.
 *
 * @param asOf what was decided later, it does not know
 * @param generator version of what makes the files
 * @param map the overview's map, as SVG
 * @param sweeping the map of the period's sweeping, as SVG
 * @param corrections of the report of the period before; empty where there is none that was frozen
 * @param earlier corrections of the periods before that one, as far as there are any, the newest
 *     first
 * @param trend of the periods before and this one, as far as they were frozen, the oldest first
 * @param districts the companies that were filed under each when it was frozen, by its name
 * @param violations the map of the period's violations, as SVG
 * @param routes the map of routes and ways, as SVG
 * @param cases of section 8
 */
public record FrozenReport(
    Edition edition,
    Instant asOf,
    String generator,
    Masthead masthead,
    PeriodReport figures,
    String map,
    String sweeping,
    Optional<Corrections> corrections,
    List<Corrections> earlier,
    List<TrendPoint> trend,
    Map<String, List<String>> districts,
    String violations,
    String routes,
    List<KeyCase> cases) {
  public FrozenReport {
    // a document that was frozen before there was any has none
    sweeping = sweeping == null ? "" : sweeping;
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
    districts = districts == null ? Map.of() : Map.copyOf(districts);
    violations = violations == null ? "" : violations;
    routes = routes == null ? "" : routes;
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  /** Goes up whenever the same figures would make other files. */
  public static final String GENERATOR = "qingtu-report 12";

  /** Of the period before and of earlier ones, the newest first. */
  public List<Corrections> allCorrections() {
    return Stream.concat(corrections.stream(), earlier.stream()).toList();
  }

  /** The same, and it knows which companies are under which district. */
  public FrozenReport under(Map<String, List<String>> companies) {
    return new FrozenReport(
        edition,
        asOf,
        generator,
        masthead,
        figures,
        map,
        sweeping,
        corrections,
        earlier,
        trend,
        companies,
        violations,
        routes,
        cases);
  }

  /** The companies of a district; of any other name itself. */
  Set<String> companiesOf(String name) {
    return Set.copyOf(districts.getOrDefault(name, List.of(name)));
  }

  /** Section 9: as somebody wrote it, else as it is drafted from the figures; a line a point. */
  public String advice(SignOff sign) {
    return sign.advice().isBlank() ? Advice.draft(figures) : sign.advice();
  }

  /** As 某市渣土运输与环卫作业车辆监管周报〔2026〕第46期（正式版）. */
  public String title() {
    return masthead.city() + "渣土运输与环卫作业车辆监管" + number();
  }

  /** The first and the last day, in words. */
  public String period() {
    return Wording.period(figures.period());
  }

  /** As 周报〔2026〕第46期（正式版）. */
  String number() {
    return PeriodWords.number(figures.period()) + "（" + EditionWords.of(edition) + "）";
  }
}
