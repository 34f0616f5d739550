package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.Bytes;
import java.util.Set;

/**
 * One packet whose checksum holds: header and body, unescaped.
 *
 * @param deviations what had to be overlooked to read it; mostly nothing
 */
public record Frame(Header header, Bytes body, Set<Deviation> deviations) {
  public Frame(Header header, Bytes body) {
    this(header, body, Set.of());
  }
}
