package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Upgrade package (下发终端升级包), 0x8108, since 2013. Long: it goes out in sub-packages.
 *
 * @param type 0 terminal, 12 reader of road transport cards, 52 GNSS module; the active safety
 *     standard's peripherals 0x64–0x67
 * @param manufacturer id, up to 5 bytes
 * @param softwareVersion version of what is in the package
 * @param content the package
 */
public record UpgradeCommand(int type, String manufacturer, String softwareVersion, Bytes content)
    implements PlatformMessage {
  public static final int ID = 0x8108;

  private static final int MANUFACTURER_BYTES = 5;

  public static UpgradeCommand decode(BodyReader in, ProtocolVersion version) {
    int type = in.field("type").u8();
    String manufacturer = in.field("manufacturer").paddedText(MANUFACTURER_BYTES);
    String softwareVersion = CountedText.read(in, "softwareVersion");
    long size = in.field("contentLength", "bytes").u32();
    if (size > in.remaining()) {
      throw new MalformedException(
          Reason.MALFORMED, "package of " + size + " bytes, " + in.remaining() + " left");
    }
    return new UpgradeCommand(
        type, manufacturer, softwareVersion, in.field("content").bytes((int) size));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(type).paddedText(manufacturer, MANUFACTURER_BYTES);
    CountedText.write(softwareVersion, out);
    out.u32(content.length()).bytes(content);
  }
}
