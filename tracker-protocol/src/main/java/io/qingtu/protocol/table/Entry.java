package io.qingtu.protocol.table;

import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * What the standard says of a message.
 *
 * @param title its name
 * @param clause where the body is described: standard and clause
 * @param since first issue of JT/T 808 under which it is sent
 */
public record Entry(int id, String title, String clause, ProtocolVersion since) {
  static Entry of(int id, String title, String clause, ProtocolVersion since) {
    return new Entry(id, title, clause, since);
  }
}
