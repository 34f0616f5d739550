package io.qingtu.server.store;

import java.time.Instant;

/**
 * As much of a command that is not done as is needed to send it.
 *
 * @param tries how often it was claimed to be sent
 * @param wentOut whether the last time it reached the terminal's connection
 * @param acknowledged whether the terminal has said that it will do it
 */
public record OpenCommand(
    long id,
    String phone,
    String kind,
    String arguments,
    int tries,
    Instant expiresAt,
    boolean wentOut,
    boolean acknowledged) {
  static final String ACKNOWLEDGED = "acknowledged";
}
