package io.qingtu.server.net;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;

/**
 * Told along a connection's handlers: bytes between two marks were no frame.
 *
 * @param begin the first of them
 */
record BadFrame(MalformedException.Reason reason, Bytes begin) {
  private static final int BEGIN_BYTES = 64;

  static BadFrame of(MalformedException e, Bytes piece) {
    return new BadFrame(e.reason(), piece.slice(0, Math.min(BEGIN_BYTES, piece.length())));
  }
}
