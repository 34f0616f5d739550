package io.qingtu.protocol.message;

import java.util.Optional;

/**
 * A message that carries what another standard describes. It keeps the bytes, so that nothing is
 * lost where they turn out to be something else.
 */
public interface Envelope {
  /** What the bytes say, a record or a list of records; empty where they cannot be read. */
  Optional<Object> inside();
}
