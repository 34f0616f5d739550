package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Asks who drives (上报驾驶员身份信息请求), 0x8702, since 2013.
 *
 * @param extra the standard's body is empty; bytes that stand there nevertheless
 */
public record DriverIdentityQuery(Bytes extra) implements PlatformMessage {
  public static final int ID = 0x8702;

  public DriverIdentityQuery() {
    this(Bytes.EMPTY);
  }

  public static DriverIdentityQuery decode(BodyReader in, ProtocolVersion version) {
    return new DriverIdentityQuery(in.field("extra").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(extra);
  }
}
