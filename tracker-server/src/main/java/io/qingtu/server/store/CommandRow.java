package io.qingtu.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A command as it is filed.
 *
 * @param registeredVin of the vehicle, as it is on file now; empty where nobody has read it
 * @param requestedBy login of who asked for it; empty for the system itself
 * @param arguments a JSON object
 * @param tries how often it was sent
 * @param sentAt the first time; null where never
 * @param answeredAt null where not
 * @param result as the reply says; empty where it says none
 * @param detail what became of it, in words
 * @param sent the message as it went out the last time
 * @param reply the terminal's answer
 */
public record CommandRow(
    long id,
    String plate,
    int companyId,
    String registeredVin,
    String phone,
    String kind,
    String arguments,
    String reason,
    String requestedBy,
    Instant createdAt,
    Instant expiresAt,
    CommandState state,
    int tries,
    Instant sentAt,
    Instant answeredAt,
    Optional<Integer> result,
    String detail,
    Optional<StoredMessage> sent,
    Optional<StoredMessage> reply) {

  /** A state that a command was in from a moment on. */
  public record Event(Instant at, CommandState state, int tries, String detail) {}
}
