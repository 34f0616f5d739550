package io.qingtu.protocol.message.video;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of the video signalling; no issue of JT/T 808 changes them. */
public final class VideoVectors {
  private static final DeviceTime FROM = new DeviceTime(0x260310_000506L);
  private static final DeviceTime TO = new DeviceTime(0x260310_001000L);
  private static final DeviceTime NONE = new DeviceTime(0);
  private static final String PERIOD = "260310000506 260310001000 ";
  private static final String FTP = "09 3132372e302e302e31 0015 02 7174 04 7e7d3031 00 ";

  /** Of channel 3: alarm bits 0 and 31, video alarm bits 32 and 38, picture, sub stream, backup. */
  private static final String RECORDING = "03 " + PERIOD + "00000041 80000001 02 02 02 ";

  private VideoVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      attributesAndFlow(version, all);
      live(version, all);
      recordings(version, all);
      uploads(version, all);
      cameras(version, all);
    }
    return all;
  }

  private static void attributesAndFlow(Version version, List<Vector> all) {
    all.add(Vector.of(version, 0x9003, "", new AudioVideoQueryCommand()));
    all.add(
        Vector.of(
            version,
            0x1003,
            "13 02 03 01 0140 01 63 04 10",
            new AudioVideoAttributes(19, 2, 3, 1, 320, 1, 99, 4, 16)));
    all.add(
        Vector.of(version, 0x1005, PERIOD + "0007 fffe", new PassengerFlow(FROM, TO, 7, 0xfffe)));
  }

  private static void live(Version version, List<Vector> all) {
    all.add(
        Vector.of(
            version,
            0x9101,
            "09 3132372e302e302e31 1a0b 0000 02 05 01",
            new LiveVideoCommand("127.0.0.1", 6667, 0, 2, 5, 1)));
    all.add(Vector.of(version, 0x9102, "02 01 00 01", new LiveVideoControlCommand(2, 1, 0, 1)));
    all.add(Vector.of(version, 0x9105, "02 0c", new LiveVideoStatusCommand(2, 12)));
  }

  private static void recordings(Version version, List<Vector> all) {
    Recording recording = recording();
    all.add(
        Vector.of(
            version,
            0x9201,
            "04 63616d31 0000 1a0c 03 02 01 02 04 05 260310000506 000000000000",
            new PlaybackCommand("cam1", 0, 6668, 3, 2, 1, 2, 4, 5, FROM, NONE)));
    all.add(
        Vector.of(
            version, 0x9202, "03 05 00 260310001000", new PlaybackControlCommand(3, 5, 0, TO)));
    all.add(Vector.of(version, 0x9205, RECORDING, new RecordingQueryCommand(recording)));
    RecordingList.File file = new RecordingList.File(recording, 0xfffffffeL);
    all.add(
        Vector.of(
            version,
            0x1205,
            "7d7e 00000002" + (RECORDING + "fffffffe ").repeat(2),
            new RecordingList(0x7d7e, 2, List.of(file, file), Bytes.EMPTY)));
    all.add(
        Vector.of(
            version, 0x1205, "0001 00000000", new RecordingList(1, 0, List.of(), Bytes.EMPTY)));
    all.add(
        Vector.of(
            version,
            0x1205,
            "0001 ffffffff" + RECORDING + "fffffffe 0302",
            new RecordingList(1, 0xffffffffL, List.of(file), Bytes.ofHex("0302"))));
  }

  private static void uploads(Version version, List<Vector> all) {
    all.add(
        Vector.of(
            version,
            0x9206,
            FTP + RECORDING + "05",
            new RecordingUploadCommand("127.0.0.1", 21, "qt", "~}01", "", recording(), 5)));
    all.add(Vector.of(version, 0x1206, "7e7d 01", new RecordingUploadCompletion(0x7e7d, 1)));
    all.add(Vector.of(version, 0x9207, "7e7d 02", new RecordingUploadControlCommand(0x7e7d, 2)));
  }

  private static void cameras(Version version, List<Vector> all) {
    all.add(Vector.of(version, 0x9301, "03 04 ff", new PanTiltCommand(3, 4, 255)));
    all.add(Vector.of(version, 0x9302, "03 01", new FocusCommand(3, 1)));
    all.add(Vector.of(version, 0x9303, "04 00", new IrisCommand(4, 0)));
    all.add(Vector.of(version, 0x9304, "05 01", new WiperCommand(5, 1)));
    all.add(Vector.of(version, 0x9305, "06 00", new InfraredCommand(6, 0)));
    all.add(Vector.of(version, 0x9306, "07 01", new ZoomCommand(7, 1)));
  }

  private static Recording recording() {
    return new Recording(3, FROM, TO, 0x0000_0041_8000_0001L, 2, 2, 2);
  }
}
