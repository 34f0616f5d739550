package io.qingtu.route.report;

import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.Step;
import java.time.Instant;
import java.util.List;

/**
 * A case with everything that was done about it.
 *
 * @param company who answers for the vehicle, else who handles it; empty where neither is known
 * @param sources who reported it, as {@code alert} or {@code citizen}, once for each report
 * @param steps in their order
 */
public record CaseRecord(
    long id,
    CaseType type,
    String company,
    List<String> sources,
    Instant acceptedAt,
    List<Step> steps) {
  public CaseRecord {
    sources = List.copyOf(sources);
    steps = List.copyOf(steps);
  }

  /** The case as it began. */
  CaseFile accepted() {
    return CaseFile.accepted(type, Scene.UNKNOWN, acceptedAt);
  }
}
