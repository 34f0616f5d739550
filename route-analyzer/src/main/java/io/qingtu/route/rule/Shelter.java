package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may hide the sky from a vehicle where it was last seen: a tunnel, or a place of a kind that
 * is often under a roof; the plan does not say which places are underground.
 */
final class Shelter {
  private static final Set<PlaceKind> ROOFED =
      EnumSet.of(
          PlaceKind.DEPOT,
          PlaceKind.REPAIR,
          PlaceKind.WASH,
          PlaceKind.TRANSFER,
          PlaceKind.PLANT,
          PlaceKind.FUEL);

  private final RuleSet rules;
  private final Parameters p;

  Shelter(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
  }

  /**
   * @param seen the last moment with a fix; null where there was none
   * @param since when the sky was lost
   * @param metres driven since
   */
  boolean covers(Moment seen, Instant since, Instant now, double metres) {
    return seen != null
        && (inTunnel(seen, since, now)
            || (roofed(seen.visit()) || roofed(seen.yard()))
                && metres <= p.get(Parameter.COVERED_M));
  }

  /** Long enough for a slow drive through the longest tunnel that begins where it was last seen. */
  private boolean inTunnel(Moment seen, Instant since, Instant now) {
    // of the way to the portal some reports may have been lost
    double unseen =
        Duration.between(seen.time(), since).toMillis() / 1000.0 * seen.fix().speedKmh() / 3.6;
    double reach = p.get(Parameter.TUNNEL_PORTAL_M) + unseen;
    double length = rules.tunnels().longestFrom(seen.fix().x(), seen.fix().y(), reach);
    double seconds = length / (p.get(Parameter.TUNNEL_KMH) / 3.6) + p.get(Parameter.TUNNEL_SLACK_S);
    return length > 0 && Duration.between(since, now).toSeconds() <= seconds;
  }

  private static boolean roofed(Visit v) {
    return v != null && ROOFED.contains(v.place().kind());
  }
}
