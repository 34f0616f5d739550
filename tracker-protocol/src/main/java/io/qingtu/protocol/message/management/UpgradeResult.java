package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * How an upgrade went (终端升级结果通知), 0x0108, since 2013.
 *
 * @param type as in {@link UpgradeCommand}
 * @param result 0 done, 1 failed, 2 cancelled; active safety's peripherals also 0x10 not found,
 *     0x11 hardware unsupported, 0x12 same version, 0x13 version unsupported
 */
public record UpgradeResult(int type, int result) implements TerminalMessage {
  public static final int ID = 0x0108;

  public static UpgradeResult decode(BodyReader in, ProtocolVersion version) {
    return new UpgradeResult(in.field("type").u8(), in.field("result").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type).u8(result);
  }
}
