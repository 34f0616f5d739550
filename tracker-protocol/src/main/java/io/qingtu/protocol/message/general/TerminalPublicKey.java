package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * RSA public key of the terminal (终端 RSA 公钥), 0x0A00: the pair {e, n}.
 *
 * @param exponent e
 * @param modulus n, 128 bytes, the highest first
 */
public record TerminalPublicKey(long exponent, Bytes modulus) implements TerminalMessage {
  public static final int ID = 0x0A00;

  private static final int MODULUS_BYTES = 128;

  public static TerminalPublicKey decode(BodyReader in, ProtocolVersion version) {
    return new TerminalPublicKey(
        in.field("exponent").u32(), in.field("modulus").bytes(MODULUS_BYTES));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(exponent).bytes(modulus);
  }
}
