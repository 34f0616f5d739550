package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * Authentication (终端鉴权), 0x0102. Before 2019 the body is the code and nothing else.
 *
 * @param authCode authentication code (鉴权码)
 * @param imei since 2019, else empty
 * @param softwareVersion since 2019, else empty
 */
public record Authentication(String authCode, String imei, String softwareVersion)
    implements TerminalMessage {
  private static final int IMEI_BYTES = 15;
  private static final int SOFTWARE_VERSION_BYTES = 20;

  static Authentication decode(BodyReader in, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019 || in.remaining() == 0) {
      return new Authentication(in.text(), "", "");
    }
    Bytes body = in.rest();
    int codeBytes = body.at(0);
    if (codeBytes > body.length() - 1) {
      // terminals with the 2019 header that kept the body of 2013
      return new Authentication(new BodyReader(body).text(), "", "");
    }
    BodyReader fields = new BodyReader(body.slice(1, body.length() - 1));
    return new Authentication(
        fields.text(codeBytes),
        fields.paddedText(Math.min(IMEI_BYTES, fields.remaining())),
        fields.paddedText(Math.min(SOFTWARE_VERSION_BYTES, fields.remaining())));
  }

  @Override
  public int messageId() {
    return Type.AUTHENTICATION.id();
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
