package io.qingtu.protocol.message.management;

import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2013;
import static io.qingtu.fixtures.packet.PacketBuilder.Version.V2019;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.management.AttributesReply.Layout;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of parameters, control, attributes and upgrades. */
public final class ManagementVectors {
  private static final String PARAMETERS =
      "06"
          + "00000001 04 0000003c"
          + "00000013 08 71742e6c6f63616c"
          + "0000005d 02 0a32"
          + "00000084 01 02"
          + "00000111 08 000003e8c0000123"
          + "0000f001 00";
  private static final List<TerminalParameter> LIST =
      List.of(
          TerminalParameter.of(ParameterType.HEARTBEAT_INTERVAL, 60),
          TerminalParameter.of(ParameterType.MAIN_ADDRESS, "qt.local"),
          TerminalParameter.of(ParameterType.COLLISION, 0x0a32),
          TerminalParameter.of(ParameterType.PLATE_COLOR, 2),
          new TerminalParameter(0x0111, Bytes.ofHex("000003e8c0000123")),
          new TerminalParameter(0xf001, Bytes.EMPTY));

  private ManagementVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      // 2011 counts those of the packet once more
      boolean twice = version == Version.V2011;
      String list = (twice ? PARAMETERS.substring(0, 2) : "") + PARAMETERS;
      all.add(Vector.of(version, 0x8103, list, new SetParametersCommand(LIST)));
      all.add(
          Vector.of(version, 0x8103, twice ? "0000" : "00", new SetParametersCommand(List.of())));
      all.add(Vector.of(version, 0x0104, "fffe" + list, new ParametersReply(0xfffe, LIST)));
      all.add(Vector.of(version, 0x8104, "", new QueryParametersCommand()));
      String end = version == Version.V2011 ? "00" : "";
      all.add(
          Vector.of(
              version,
              0x8105,
              "02 303b71743b3b3b" + end,
              TerminalControlCommand.of(ControlWord.CONNECT, "0", "qt", "", "", "")));
      all.add(Vector.of(version, 0x8105, "04", TerminalControlCommand.of(ControlWord.RESET)));
      all.add(Vector.of(version, 0x8105, "64", new TerminalControlCommand(0x64, "")));
    }
    all.addAll(since2013(V2013));
    all.addAll(since2013(V2019));
    all.addAll(attributes());
    return all;
  }

  private static List<Vector> since2013(Version version) {
    return List.of(
        Vector.of(
            version,
            0x8106,
            "02 00000001 0000f364",
            new QueryNamedParametersCommand(List.of(1L, 0xf364L))),
        Vector.of(version, 0x8107, "", new QueryAttributesCommand()),
        Vector.of(
            version,
            0x8108,
            "34 5154000000 03 312e31 00000004 7e7d0102",
            new UpgradeCommand(52, "QT", "1.1", Bytes.ofHex("7e7d0102"))),
        Vector.of(version, 0x0108, "0c 02", new UpgradeResult(12, 2)));
  }

  private static List<Vector> attributes() {
    String type = "0104";
    String id = "54303031";
    String card = "89860000000000000001";
    String versions = "02 4831" + "03 467731";
    return List.of(
        Vector.of(
            V2013,
            0x0107,
            type
                + filled("5154", 5)
                + filled("4d31", 20)
                + filled(id, 7)
                + card
                + versions
                + "0321",
            attributes(Layout.V2013)),
        Vector.of(
            V2019,
            0x0107,
            type
                + filled("5154", 5)
                + filled("4d31", 30)
                + filled(id, 30)
                + card
                + versions
                + "0321",
            attributes(Layout.V2019)),
        Vector.of(
            V2019,
            0x0107,
            type
                + filled("5154", 11)
                + filled("4d31", 30)
                + filled(id, 30)
                + card
                + versions
                + "0321",
            attributes(Layout.V2019_LONG_MANUFACTURER)));
  }

  private static AttributesReply attributes(Layout layout) {
    return new AttributesReply(
        layout, 0x0104, "QT", "M1", "T001", "89860000000000000001", "H1", "Fw1", 3, 0x21);
  }

  private static String filled(String hex, int bytes) {
    return hex + "00".repeat(bytes - hex.length() / 2);
  }
}
