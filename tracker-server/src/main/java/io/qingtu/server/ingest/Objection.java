package io.qingtu.server.ingest;

/**
 * Why a report can be no position.
 *
 * @param reason with the values, for people
 */
public record Objection(Cause cause, String reason) {
  /** What is impossible about it. */
  public enum Cause {
    NO_TIME("no-time"),
    TOO_OLD("too-old"),
    IN_THE_FUTURE("future"),
    NO_PLACE("no-place");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    /** As operators see it. */
    String code() {
      return code;
    }
  }
}
