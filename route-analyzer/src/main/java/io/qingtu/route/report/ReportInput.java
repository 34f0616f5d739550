package io.qingtu.route.report;

import io.qingtu.route.Ledger;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.plan.CityPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a report is made from; the same input makes the same report.
 *
 * @param networked plates that are bound to an accepted terminal (入网)
 * @param ledger of the period; what lies outside it is left aside
 * @param before ledger of the period before, for the changes
 * @param reviews newest decision by {@link io.qingtu.route.alert.Alert#key()}, of both periods
 * @param ruleVersion version of the rule catalogue
 * @param parameters fingerprint of the parameters
 * @param handling cases, appeals and what the points come from
 * @param uptime when terminals could reach the platform
 * @param hotSpots where dumps come together (P01) in the days that end with this period
 * @param sites suspected unregistered sites (P01) of the same time
 */
public record ReportInput(
    Period period,
    CityPlan plan,
    Set<String> networked,
    Ledger ledger,
    Optional<Ledger> before,
    Map<String, ReviewDecision> reviews,
    String ruleVersion,
    String parameters,
    Handling handling,
    PlatformUptime uptime,
    List<HotSpot> hotSpots,
    List<SuspectedSite> sites) {
  public ReportInput {
    hotSpots = List.copyOf(hotSpots);
    sites = List.copyOf(sites);
    networked = Set.copyOf(networked);
    reviews = Map.copyOf(reviews);
  }

  /** A period of which nothing was handled, or noted beside its ledger. */
  public ReportInput(
      Period period,
      CityPlan plan,
      Set<String> networked,
      Ledger ledger,
      Optional<Ledger> before,
      Map<String, ReviewDecision> reviews,
      String ruleVersion,
      String parameters) {
    this(
        period,
        plan,
        networked,
        ledger,
        before,
        reviews,
        ruleVersion,
        parameters,
        Handling.NONE,
        PlatformUptime.UNKNOWN,
        List.of(),
        List.of());
  }

  /** The same period, with what was done about it. */
  public ReportInput handled(Handling what) {
    return with(what, uptime, hotSpots, sites);
  }

  /** The same period, with when the platform could be reached. */
  public ReportInput with(PlatformUptime known) {
    return with(handling, known, hotSpots, sites);
  }

  /** The same period, with where dumps come together. */
  public ReportInput with(List<HotSpot> found) {
    return with(handling, uptime, found, sites);
  }

  /** The same period, with where unregistered sites are suspected. */
  public ReportInput suspecting(List<SuspectedSite> found) {
    return with(handling, uptime, hotSpots, found);
  }

  private ReportInput with(
      Handling what, PlatformUptime known, List<HotSpot> spots, List<SuspectedSite> suspected) {
    return new ReportInput(
        period,
        plan,
        networked,
        ledger,
        before,
        reviews,
        ruleVersion,
        parameters,
        what,
        known,
        spots,
        suspected);
  }
}
