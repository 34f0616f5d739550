package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.track.CleanFix;
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

  /**
   * Long enough for a slow drive through the longest tunnel that begins where it was last seen. The
   * last fix may be a spike that no later one could show (C06), so the one before it counts, too.
   */
  private boolean inTunnel(Moment seen, Instant since, Instant now) {
    double length = longestFrom(seen.fix(), since);
    if (length == 0 && seen.previous() != null && seen.gap() == null) {
      length = longestFrom(seen.previous(), since);
    }
    double seconds = length / (p.get(Parameter.TUNNEL_KMH) / 3.6) + p.get(Parameter.TUNNEL_SLACK_S);
    return length > 0 && Duration.between(since, now).toSeconds() <= seconds;
  }

  private double longestFrom(CleanFix fix, Instant since) {
    // on the way to the portal some reports may have been lost, or the sky for a moment
    double seconds =
        Duration.between(fix.time(), since).toMillis() / 1000.0 + p.get(Parameter.JAM_DROP_S);
    double reach = p.get(Parameter.TUNNEL_PORTAL_M) + seconds * fix.speedKmh() / 3.6;
    return rules.tunnels().longestFrom(fix.x(), fix.y(), reach);
  }

  private static boolean roofed(Visit v) {
    return v != null && ROOFED.contains(v.place().kind());
  }
}
