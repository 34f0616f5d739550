package io.qingtu.route.report;

import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When terminals could reach the platform, as its gateways have noted.
 *
 * @param recorded from the first note there is to the last; empty where nothing was ever noted
 * @param up runs of gateways; they may overlap, as several share the terminals
 */
public record PlatformUptime(Optional<Validity> recorded, List<Validity> up) {
  /** Nobody has noted anything. */
  public static final PlatformUptime UNKNOWN = new PlatformUptime(Optional.empty(), List.of());

  public PlatformUptime {
    up = up.stream().sorted(Comparator.comparing(Validity::from)).toList();
  }

  /** One run without a break. */
  public static PlatformUptime unbroken(Validity run) {
    return new PlatformUptime(Optional.of(run), List.of(run));
  }

  /**
   * What of a period the platform could be reached.
   *
   * @param connected 平台连通率: minutes in which a gateway ran ÷ minutes noted
   * @param outages 中断: how often none ran
   * @param longestMinutes of these the longest
   */
  public record Link(Ratio connected, long outages, double longestMinutes) {
    /** Of a period of which nothing is noted. */
    public static final Link UNKNOWN = new Link(Ratio.NONE, 0, 0);
  }

  /** Of a period that has only begun, or only ended, in the notes that part which is in them. */
  Link during(Period period) {
    return recorded
        .flatMap(r -> r.during(new Validity(period.start(), period.end())))
        .map(this::link)
        .orElse(Link.UNKNOWN);
  }

  private Link link(Validity part) {
    List<Duration> gaps = new ArrayList<>();
    Instant until = part.from();
    for (Validity run : up) {
      Optional<Validity> inside = run.during(part);
      if (inside.isPresent()) {
        if (inside.get().from().isAfter(until)) {
          gaps.add(Duration.between(until, inside.get().from()));
        }
        until = until.isAfter(inside.get().to()) ? until : inside.get().to();
      }
    }
    if (until.isBefore(part.to())) {
      gaps.add(Duration.between(until, part.to()));
    }
    double all = minutes(Duration.between(part.from(), part.to()));
    double down = gaps.stream().mapToDouble(PlatformUptime::minutes).sum();
    return new Link(
        new Ratio(all - down, all),
        gaps.size(),
        gaps.stream().mapToDouble(PlatformUptime::minutes).max().orElse(0));
  }

  private static double minutes(Duration time) {
    return time.toMillis() / 60_000.0;
  }
}
