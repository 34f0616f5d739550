package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Terminal registration (终端注册), 0x0100.
 *
 * @param layout the version whose field lengths the body has; the header does not tell
 * @param province first two digits of GB/T 2260; 0 leaves it to the platform
 * @param city last four digits of GB/T 2260
 * @param manufacturer manufacturer id
 * @param model terminal model
 * @param terminalId terminal id, the manufacturer's own
 * @param plateColor as JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 5 green, 9 other, 91 to 99 new
 *     energy and others; 0 for a vehicle without a plate
 * @param plate the plate, or the VIN where the colour is 0
 */
public record TerminalRegistration(
    ProtocolVersion layout,
    int province,
    int city,
    String manufacturer,
    String model,
    String terminalId,
    int plateColor,
    String plate)
    implements TerminalMessage {
  public static final int ID = 0x0100;

  /** Colour of what is no plate but a VIN. */
  private static final int NO_PLATE = 0;

  /** The VIN by which a vehicle without a plate is registered; empty where it has one. */
  public String vin() {
    return plateColor == NO_PLATE ? plate : "";
  }

  /** Lengths of the text fields; the offset of the plate's colour follows from them. */
  private enum Layout {
    V2011(ProtocolVersion.V2011, 5, 8, 7),
    V2013(ProtocolVersion.V2013, 5, 20, 7),
    V2019(ProtocolVersion.V2019, 11, 30, 30);

    /** Those of a VIN, which stands for a plate. */
    private static final int MOST_PLATE_BYTES = 17;

    private final ProtocolVersion version;
    private final int manufacturerBytes;
    private final int modelBytes;
    private final int terminalIdBytes;

    Layout(ProtocolVersion version, int manufacturer, int model, int terminalId) {
      this.version = version;
      manufacturerBytes = manufacturer;
      modelBytes = model;
      terminalIdBytes = terminalId;
    }

    private int colorAt() {
      return 4 + manufacturerBytes + modelBytes + terminalIdBytes;
    }

    private boolean fits(Bytes body) {
      return body.length() > colorAt() && isPlausibleColor(body.at(colorAt()));
    }

    /** What fills up the longer model of 2013 stands where the colour of 2011 would. */
    private static boolean fits2011(Bytes body) {
      return V2011.fits(body) && body.length() <= V2011.colorAt() + 1 + MOST_PLATE_BYTES + 1;
    }

    /**
     * From the longest to the shortest: the longer fields of a later version would make a plate of
     * more than 20 bytes in an earlier one.
     */
    private static Layout of(Bytes body, ProtocolVersion header) {
      boolean flagged = header == ProtocolVersion.V2019 && body.length() > V2019.colorAt();
      if (flagged || V2019.fits(body)) {
        return V2019;
      }
      if (V2013.fits(body) || !fits2011(body) && body.length() > V2013.colorAt()) {
        return V2013;
      }
      return V2011;
    }

    private static Layout of(ProtocolVersion version) {
      return valueOf(version.name());
    }

    private static boolean isPlausibleColor(int color) {
      return color <= 9 || color >= 91 && color <= 99;
    }
  }

  public static TerminalRegistration decode(BodyReader in, ProtocolVersion version) {
    Layout layout = Layout.of(in.ahead().rest(), version);
    return new TerminalRegistration(
        layout.version,
        in.field("province").u16(),
        in.field("city").u16(),
        in.field("manufacturer").paddedText(layout.manufacturerBytes),
        in.field("model").paddedText(layout.modelBytes),
        in.field("terminalId").paddedText(layout.terminalIdBytes),
        in.field("plateColor").u8(),
        in.field("plate").text());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    Layout lengths = Layout.of(layout);
    out.u16(province).u16(city);
    out.paddedText(manufacturer, lengths.manufacturerBytes);
    out.paddedText(model, lengths.modelBytes, layout == ProtocolVersion.V2011 ? ' ' : 0x00);
    out.paddedText(terminalId, lengths.terminalIdBytes);
    out.u8(plateColor).text(plate);
    if (layout == ProtocolVersion.V2011) {
      // STRING ends with 0x00 in that version only
      out.u8(0);
    }
  }
}
