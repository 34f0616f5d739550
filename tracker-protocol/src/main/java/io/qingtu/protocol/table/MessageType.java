package io.qingtu.protocol.table;

import io.qingtu.protocol.frame.ProtocolVersion;

/** A line of the tables of message ids (消息 ID). */
public interface MessageType {
  int id();

  /** The message's name in the standard. */
  String title();

  /** Where the body is described: standard and clause. */
  String clause();

  /** The first issue of JT/T 808 under which it is sent. */
  ProtocolVersion since();

  /** The record of this type. */
  Class<?> message();

  /** Name of the record, as {@code LocationReport}. */
  default String messageName() {
    return message().getSimpleName();
  }
}
