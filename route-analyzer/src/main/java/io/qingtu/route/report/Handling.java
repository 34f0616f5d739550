package io.qingtu.route.report;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.PointTable;
import io.qingtu.route.scoring.Standards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people did about the violations, and by which rules it is scored.
 *
 * @param cases of both periods: accepted before the period's end and not finished before the period
 *     before
 * @param judged violations of the cycle of points, and of both periods
 * @param asOf what was decided later is not known to the report; empty for all that there is
 */
public record Handling(
    List<CaseRecord> cases,
    List<Judged> judged,
    WorkCalendar calendar,
    Scoring scoring,
    Optional<Instant> asOf) {

  /** By which numbers is scored. */
  public record Scoring(PointTable points, Standards standards) {
    /** Where nothing else is set. */
    public static final Scoring USUAL = new Scoring(PointTable.USUAL, Standards.USUAL);

    /** As {@link Standards#fingerprint}. */
    String fingerprint() {
      return standards.fingerprint(points);
    }
  }

  /** Nothing was done. */
  public static final Handling NONE =
      new Handling(List.of(), List.of(), WorkCalendar.USUAL, Scoring.USUAL, Optional.empty());

  public Handling {
    cases = List.copyOf(cases);
    judged = List.copyOf(judged);
  }

  /** The moment up to which decisions are known. */
  Instant known() {
    return asOf.orElse(Instant.MAX);
  }

  /** Keys of the alerts that count no more because an appeal was upheld. */
  Set<String> upheld() {
    return judged.stream()
        .map(j -> j.asOf(known()))
        .filter(Judged::isUpheld)
        .map(j -> j.alert().key())
        .collect(Collectors.toSet());
  }
}
