package io.qingtu.route.report;

import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case with everything that was done about it.
 *
 * @param company who answers for the vehicle, else who handles it; empty where neither is known
 * @param sources who reported it, as {@code alert} or {@code citizen}, once for each report
 * @param steps in their order
 * @param dues ends of its limits as they were set: with the acceptance, and with each step the one
 *     that ran after it; empty where none was kept, or none ran
 */
public record CaseRecord(
    long id,
    CaseType type,
    String company,
    List<String> sources,
    Instant acceptedAt,
    List<Step> steps,
    List<Optional<Instant>> dues) {
  public CaseRecord {
    sources = List.copyOf(sources);
    steps = List.copyOf(steps);
    dues = List.copyOf(dues);
  }

  /** One of whose limits nothing was kept: they are counted as they are today. */
  public CaseRecord(
      long id,
      CaseType type,
      String company,
      List<String> sources,
      Instant acceptedAt,
      List<Step> steps) {
    this(id, type, company, sources, acceptedAt, steps, List.of());
  }

  /**
   * End of the limit that ran after some steps, as it was set.
   *
   * @param taken how many steps; 0 for the acceptance alone
   */
  Optional<Instant> due(int taken) {
    return taken < dues.size() ? dues.get(taken) : Optional.empty();
  }

  /** The case as it began. */
  CaseFile accepted() {
    return CaseFile.accepted(type, Scene.UNKNOWN, acceptedAt);
  }
}
