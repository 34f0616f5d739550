package io.qingtu.server.store;

import io.qingtu.server.dataset.PlanRow;
import java.time.Instant;

/**
 * What a thing of the plan was from a moment on.
 *
 * @param version from 1
 * @param from when it begins to count; {@link Instant#MIN} where always
 * @param to when the next one took its place; {@link Instant#MAX} where none did
 * @param counted false where it was corrected: then it has no time of its own
 * @param recordedAt null where that was before versions were kept
 * @param by who; empty where it came in a file
 */
public record PlanVersion(
    int version,
    Origin origin,
    PlanRow row,
    boolean counted,
    Instant from,
    Instant to,
    Instant recordedAt,
    String by,
    String reason) {
  /** Where it came from. */
  public enum Origin {
    /** A file of plan.folder. */
    FILE,
    PAGE,
    /** A file that somebody brought in. */
    IMPORT
  }
}
