package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * RSA public key of the platform (平台 RSA 公钥), 0x8A00: the pair {e, n}.
 *
 * @param exponent e
 * @param modulus n, 128 bytes, the highest first
 */
public record PlatformPublicKey(long exponent, Bytes modulus) implements PlatformMessage {
  public static final int ID = 0x8A00;

  private static final int MODULUS_BYTES = 128;

  public static PlatformPublicKey decode(BodyReader in, ProtocolVersion version) {
    return new PlatformPublicKey(
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
