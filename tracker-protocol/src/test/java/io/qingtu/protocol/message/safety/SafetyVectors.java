package io.qingtu.protocol.message.safety;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.item.AlarmId;
import io.qingtu.protocol.message.safety.AlarmAttachments.Listed;
import io.qingtu.protocol.message.safety.AttachmentFileEndReply.Range;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of the evidence of safety alarms, after T/JSATL 12-2017 and T/GDRTA 002-2020. */
public final class SafetyVectors {
  private static final DeviceTime TIME = new DeviceTime(0x260309101112L);
  private static final String SHORT_TERMINAL = "31323334353637";
  private static final String LONG_TERMINAL = "3132333435363738" + "00".repeat(22);
  // time, sequence, attachments, reserved
  private static final String SHORT_ID = SHORT_TERMINAL + "260309101112 03 02 00";
  private static final String LONG_ID = LONG_TERMINAL + "260309101112 03 02 0000";
  private static final AlarmId SHORT =
      new AlarmId(Bytes.ofHex(SHORT_TERMINAL), TIME, 3, 2, Bytes.ofHex("00"));
  private static final AlarmId LONG =
      new AlarmId(Bytes.ofHex(LONG_TERMINAL), TIME, 3, 2, Bytes.ofHex("0000"));

  private static final String NUMBER = "0123456789abcdef0123456789ABCDEF";
  private static final String NUMBER_HEX =
      "30313233343536373839616263646566" + "30313233343536373839414243444546";
  // 00_65_6501_0_a.jpg
  private static final String NAME = "00_65_6501_0_a.jpg";
  private static final String NAME_HEX = "12 30305f36355f363530315f305f612e6a7067";

  private SafetyVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : List.of(Version.V2013, Version.V2019)) {
      all.addAll(commands(version));
      all.addAll(lists(version));
      all.addAll(files(version));
    }
    return all;
  }

  private static List<Vector> commands(Version version) {
    // 10.0.0.1, 7612, 7613
    String head = "08 31302e302e302e31 1dbc 1dbd";
    String reserved = "00".repeat(15) + "01";
    return List.of(
        Vector.of(
            version,
            0x9208,
            head + SHORT_ID + NUMBER_HEX + reserved,
            new AttachmentUploadCommand(
                "10.0.0.1", 7612, 7613, SHORT, NUMBER, Bytes.ofHex(reserved))),
        Vector.of(
            version,
            0x9208,
            head + LONG_ID + NUMBER_HEX + reserved,
            new AttachmentUploadCommand(
                "10.0.0.1", 7612, 7613, LONG, NUMBER, Bytes.ofHex(reserved))));
  }

  private static List<Vector> lists(Version version) {
    String tail = NUMBER_HEX + "00 02" + NAME_HEX + "00030d40" + "05 622e6d7034 7fffffff";
    List<Listed> files = List.of(new Listed(NAME, 200_000), new Listed("b.mp4", 0x7fffffffL));
    Bytes seven = Bytes.ofHex(SHORT_TERMINAL);
    Bytes thirty = Bytes.ofHex(LONG_TERMINAL);
    return List.of(
        Vector.of(
            version,
            0x1210,
            SHORT_TERMINAL + SHORT_ID + tail,
            new AlarmAttachments(seven, SHORT, NUMBER, 0, files)),
        Vector.of(
            version,
            0x1210,
            LONG_TERMINAL + LONG_ID + tail,
            new AlarmAttachments(thirty, LONG, NUMBER, 0, files)),
        Vector.of(
            version,
            0x1210,
            LONG_TERMINAL + SHORT_ID + tail,
            new AlarmAttachments(thirty, SHORT, NUMBER, 0, files)),
        Vector.of(
            version,
            0x1210,
            SHORT_TERMINAL + SHORT_ID + NUMBER_HEX + "01 00",
            new AlarmAttachments(seven, SHORT, NUMBER, 1, List.of())));
  }

  private static List<Vector> files(Version version) {
    AttachmentFile file = new AttachmentFile(NAME, 2, 200_000);
    return List.of(
        Vector.of(version, 0x1211, NAME_HEX + "02 00030d40", new AttachmentFileStart(file)),
        Vector.of(version, 0x1212, NAME_HEX + "02 00030d40", new AttachmentFileEnd(file)),
        Vector.of(
            version,
            0x9212,
            NAME_HEX + "02 00 00",
            new AttachmentFileEndReply(NAME, 2, 0, List.of())),
        Vector.of(
            version,
            0x9212,
            NAME_HEX + "02 01 02 00000000 00010000 fffffff0 00000010",
            new AttachmentFileEndReply(
                NAME, 2, 1, List.of(new Range(0, 65536), new Range(0xfffffff0L, 16)))));
  }
}
