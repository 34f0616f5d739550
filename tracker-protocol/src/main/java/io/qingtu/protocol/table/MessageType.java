package io.qingtu.protocol.table;

import io.qingtu.protocol.frame.ProtocolVersion;

/** A line of the tables of message ids (消息 ID). */
public interface MessageType {
  /** What the standard says of a message. */
  Entry entry();

  /** The record of this type. */
  Class<?> message();

  default int id() {
    return entry().id();
  }

  /** The message's name in the standard. */
  default String title() {
    return entry().title();
  }

  /** Where the body is described: standard and clause. */
  default String clause() {
    return entry().clause();
  }

  /** The first issue of JT/T 808 under which it is sent. */
  default ProtocolVersion since() {
    return entry().since();
  }

  /** Name of the record, as {@code LocationReport}. */
  default String messageName() {
    return message().getSimpleName();
  }
}
