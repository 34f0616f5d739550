package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Authentication (终端鉴权), 0x0102. Before 2019 the body is the code and nothing else.
 *
 * @param authCode authentication code (鉴权码)
 * @param imei since 2019, else empty
 * @param softwareVersion since 2019, else empty
 */
public record Authentication(String authCode, String imei, String softwareVersion)
    implements TerminalMessage {
  public static final int ID = 0x0102;

  private static final int IMEI_BYTES = 15;
  private static final int SOFTWARE_VERSION_BYTES = 20;

  public static Authentication decode(BodyReader in, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019 || in.remaining() == 0) {
      return new Authentication(in.field("authCode").text(), "", "");
    }
    if (in.ahead().u8() > in.remaining() - 1) {
      // terminals with the 2019 header that kept the body of 2013
      return new Authentication(in.field("authCode").text(), "", "");
    }
    int codeBytes = in.field("authCodeLength", "bytes").u8();
    return new Authentication(
        in.field("authCode").text(codeBytes),
        in.field("imei").paddedText(Math.min(IMEI_BYTES, in.remaining())),
        in.field("softwareVersion").paddedText(Math.min(SOFTWARE_VERSION_BYTES, in.remaining())));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    Bytes code = BodyWriter.encode(authCode);
    if (version == ProtocolVersion.V2019) {
      out.u8(code.length()).bytes(code);
      out.paddedText(imei, IMEI_BYTES).paddedText(softwareVersion, SOFTWARE_VERSION_BYTES);
    } else {
      out.bytes(code);
    }
  }
}
