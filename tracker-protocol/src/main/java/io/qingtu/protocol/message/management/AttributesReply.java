package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the terminal is made of (查询终端属性应答), 0x0107, since 2013.
 *
 * @param layout whose field lengths the body has; the header does not tell
 * @param terminalType bits: 0 passenger transport, 1 dangerous goods, 2 freight, 3 taxi, 6 disk
 *     recording, 7 split unit, 8 trailer (since 2019)
 * @param manufacturer manufacturer id
 * @param model terminal model
 * @param terminalId terminal id, the manufacturer's own
 * @param iccid of the SIM card, 20 digits as they came
 * @param gnssModules bits: 0 GPS, 1 BeiDou, 2 GLONASS, 3 Galileo
 * @param communicationModules bits: 0 GPRS, 1 CDMA, 2 TD-SCDMA, 3 WCDMA, 4 CDMA2000, 5 TD-LTE, 7
 *     other
 */
public record AttributesReply(
    Layout layout,
    int terminalType,
    String manufacturer,
    String model,
    String terminalId,
    String iccid,
    String hardwareVersion,
    String firmwareVersion,
    int gnssModules,
    int communicationModules)
    implements TerminalMessage {
  public static final int ID = 0x0107;

  private static final int ICCID_BYTES = 10;

  /** Lengths of the text fields. */
  public enum Layout {
    V2013(5, 20, 7),
    V2019(5, 30, 30),
    /** with the longer manufacturer of the registration of 2019, which some terminals write */
    V2019_LONG_MANUFACTURER(11, 30, 30);

    private final int manufacturerBytes;
    private final int modelBytes;
    private final int terminalIdBytes;

    Layout(int manufacturer, int model, int terminalId) {
      manufacturerBytes = manufacturer;
      modelBytes = model;
      terminalIdBytes = terminalId;
    }

    /** The layout whose lengths end with the body; if none does, that of the version. */
    private static Layout of(Bytes body, ProtocolVersion version) {
      Layout usual = version == ProtocolVersion.V2019 ? V2019 : V2013;
      List<Layout> layouts = new ArrayList<>(List.of(values()));
      layouts.add(0, usual);
      for (Layout layout : layouts) {
        if (layout.fits(body)) {
          return layout;
        }
      }
      return usual;
    }

    private boolean fits(Bytes body) {
      int hardwareAt = 2 + manufacturerBytes + modelBytes + terminalIdBytes + ICCID_BYTES;
      if (hardwareAt >= body.length()) {
        return false;
      }
      int firmwareAt = hardwareAt + 1 + body.at(hardwareAt);
      return firmwareAt < body.length()
          && firmwareAt + 1 + body.at(firmwareAt) + 2 == body.length();
    }
  }

  public AttributesReply {
    if (!iccid.matches("[0-9a-f]{" + 2 * ICCID_BYTES + "}")) {
      throw new IllegalArgumentException("ICCID '" + iccid + "' is not of 20 digits");
    }
  }

  public static AttributesReply decode(BodyReader in, ProtocolVersion version) {
    Layout layout = Layout.of(in.ahead().rest(), version);
    return new AttributesReply(
        layout,
        in.field("terminalType").u16(),
        in.field("manufacturer").paddedText(layout.manufacturerBytes),
        in.field("model").paddedText(layout.modelBytes),
        in.field("terminalId").paddedText(layout.terminalIdBytes),
        in.field("iccid").bytes(ICCID_BYTES).hex(),
        CountedText.read(in, "hardwareVersion"),
        CountedText.read(in, "firmwareVersion"),
        in.field("gnssModules").u8(),
        in.field("communicationModules").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(terminalType);
    out.paddedText(manufacturer, layout.manufacturerBytes);
    out.paddedText(model, layout.modelBytes);
    out.paddedText(terminalId, layout.terminalIdBytes);
    out.bytes(Bytes.ofHex(iccid));
    CountedText.write(hardwareVersion, out);
    CountedText.write(firmwareVersion, out);
    out.u8(gnssModules).u8(communicationModules);
  }
}
