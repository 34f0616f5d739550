package io.qingtu.server.store;

import io.qingtu.route.casework.CaseType;
import java.time.Instant;

/**
 * Something that becomes a case, or one more source of one.
 *
 * @param source who found it, as {@code alert} or {@code citizen}
 * @param sourceId its name there: the same twice is the same finding
 * @param title one line for the list
 * @param longitude degrees, WGS-84; NaN where there is no place
 * @param latitude degrees, WGS-84; NaN where there is no place
 * @param confidence 0–1; NaN where the source does not say
 * @param grade A, B or C; empty where nobody graded it
 * @param plate of the vehicle that it is about; empty where none is known
 * @param payload the rest, a JSON object
 * @param replyTo where the source wants to be told the end; empty where it does not
 */
public record NewFinding(
    String source,
    String sourceId,
    CaseType type,
    String title,
    Instant foundAt,
    double longitude,
    double latitude,
    double confidence,
    String grade,
    String plate,
    String payload,
    String replyTo) {
  /** The source of what our own rules find; no other system has this name. */
  public static final String ALERT = "alert";
}
