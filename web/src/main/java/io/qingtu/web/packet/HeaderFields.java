package io.qingtu.web.packet;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;

/** Names the fields of a frame's header (消息头) while it is read. */
final class HeaderFields {
  static final int LENGTH_MASK = 0x3ff;
  private static final int ENCRYPTION_SHIFT = 10;
  private static final int ENCRYPTION_MASK = 0x7;
  private static final int SUB_PACKAGED = 1 << 13;
  private static final int VERSION_FLAG = 1 << 14;
  private static final int RESERVED_SHIFT = 15;

  private final int messageId;
  private final int attributes;

  private HeaderFields(int messageId, int attributes) {
    this.messageId = messageId;
    this.attributes = attributes;
  }

  /**
   * Reads a header, cut short or not.
   *
   * @param layout the version whose layout it has
   * @throws io.qingtu.protocol.field.MalformedException where it ends too early; what stood before
   *     has its rows
   */
  static HeaderFields read(Bytes frame, ProtocolVersion layout, AnnotationRows rows) {
    BodyReader in = new BodyReader(frame, rows);
    int messageId = in.field("messageId").u16();
    int attributes = in.field("bodyAttributes").u16();
    HeaderFields header = new HeaderFields(messageId, attributes);
    header.explainAttributes(rows);
    if (layout == ProtocolVersion.V2019) {
      in.field("protocolVersion").u8();
    }
    in.field("phone").bytes(layout.phoneBytes());
    in.field("serialNumber").u16();
    if (header.subPackaged()) {
      in.field("partTotal").u16();
      in.field("partIndex").u16();
    }
    return header;
  }

  /** The layout that a frame's attributes name; 2013 where there are none. */
  static ProtocolVersion flagged(FrameBytes frame) {
    boolean flag = frame.length() > 2 && (frame.array()[2] << 8 & VERSION_FLAG) != 0;
    return flag ? ProtocolVersion.V2019 : ProtocolVersion.V2013;
  }

  int messageId() {
    return messageId;
  }

  /** Length of the body that the attributes name, in bytes. */
  int bodyLength() {
    return attributes & LENGTH_MASK;
  }

  boolean subPackaged() {
    return (attributes & SUB_PACKAGED) != 0;
  }

  boolean encrypted() {
    return (attributes >>> ENCRYPTION_SHIFT & ENCRYPTION_MASK) != 0;
  }

  private void explainAttributes(AnnotationRows rows) {
    String of = "bodyAttributes.";
    rows.detail("0-9", of + "bodyLength", Integer.toString(bodyLength()), "bytes");
    int encryption = attributes >>> ENCRYPTION_SHIFT & ENCRYPTION_MASK;
    rows.detail("10-12", of + "encryption", Integer.toString(encryption), "");
    rows.detail("13", of + "subPackaged", subPackaged() ? "1" : "0", "");
    rows.detail("14", of + "versionFlag", (attributes & VERSION_FLAG) == 0 ? "0" : "1", "");
    rows.detail("15", of + "reserved", Integer.toString(attributes >>> RESERVED_SHIFT), "");
  }
}
