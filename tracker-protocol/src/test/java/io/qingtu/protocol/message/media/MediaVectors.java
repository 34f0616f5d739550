package io.qingtu.protocol.message.media;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Vectors of pictures, sound and video. */
public final class MediaVectors {
  /** Basic items of a location: alarms, status, latitude, longitude, altitude, speed, direction. */
  public static final String LOCATION =
      "00000002 00000003 01dc8ad0 073d8aa5 0010 021f 005a 260309160506";

  /** The same as a message. */
  public static final LocationReport PLACE =
      new LocationReport(
          2,
          3,
          31_230_672,
          121_473_701,
          16,
          543,
          90,
          new DeviceTime(0x260309160506L),
          List.of(),
          Bytes.EMPTY);

  private MediaVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(
          Vector.of(
              version,
              0x0800,
              "80000001 02 04 07 03",
              new MultimediaEvent(0x80000001L, 2, 4, 7, 3)));
      all.addAll(data(version));
      all.addAll(replies(version));
      all.addAll(shooting(version));
      all.addAll(stored(version));
    }
    return all;
  }

  private static List<Vector> data(Version version) {
    List<Vector> data = new ArrayList<>();
    Bytes picture = Bytes.ofHex("ffd8ffe000104a46");
    if (version != Version.V2019) {
      data.add(
          Vector.of(
              version,
              0x0801,
              "00000007 00 00 00 01 00000003 00000001 ffd8ffe000104a46",
              new MultimediaData(
                  7,
                  0,
                  0,
                  0,
                  1,
                  Optional.empty(),
                  Optional.of(new MultimediaData.Packet(3, 1)),
                  picture)));
    }
    if (version == Version.V2011) {
      data.add(
          Vector.of(
              version,
              0x0801,
              "00000007 00 00 00 01 00000003 00000001" + LOCATION + "ffd8ffe000104a46",
              new MultimediaData(
                  7,
                  0,
                  0,
                  0,
                  1,
                  Optional.of(PLACE),
                  Optional.of(new MultimediaData.Packet(3, 1)),
                  picture)));
    }
    data.add(
        Vector.of(
            version,
            0x0801,
            "00000007 00 00 01 02" + LOCATION + "ffd8ffe000104a46",
            new MultimediaData(7, 0, 0, 1, 2, Optional.of(PLACE), Optional.empty(), picture)));
    return data;
  }

  private static List<Vector> replies(Version version) {
    List<Vector> replies = new ArrayList<>();
    if (version == Version.V2011) {
      replies.add(
          Vector.of(version, 0x8800, "0102 00000007", MultimediaReply.complete(7).to(0x0102)));
      replies.add(
          Vector.of(
              version,
              0x8800,
              "0102 00000007 02 0003 ffff",
              MultimediaReply.missing(7, List.of(3, 0xffff)).to(0x0102)));
    } else {
      replies.add(Vector.of(version, 0x8800, "00000007", MultimediaReply.complete(7)));
      replies.add(
          Vector.of(
              version,
              0x8800,
              "00000007 02 0003 ffff",
              new MultimediaReply(OptionalInt.empty(), 7, List.of(3, 0xffff))));
    }
    return replies;
  }

  private static List<Vector> shooting(Version version) {
    List<Vector> shooting = new ArrayList<>();
    shooting.add(
        Vector.of(
            version,
            0x8801,
            "02 ffff 003c 01 08 0a ff 7f 7e fe",
            new ShootCommand(2, ShootCommand.VIDEO, 60, 1, 8, 10, 255, 127, 126, 254)));
    if (version != Version.V2011) {
      shooting.add(
          Vector.of(
              version,
              0x0805,
              "0102 00 0002 00000007 80000008",
              new ShootReply(0x0102, ShootReply.SUCCESS, List.of(7L, 0x80000008L))));
      shooting.add(Vector.of(version, 0x0805, "0102 02", new ShootReply(0x0102, 2, List.of())));
    }
    return shooting;
  }

  private static List<Vector> stored(Version version) {
    List<Vector> stored = new ArrayList<>();
    DeviceTime from = new DeviceTime(0x260309000000L);
    DeviceTime to = new DeviceTime(0x260309235959L);
    StoredMediaQuery query = new StoredMediaQuery(2, 0, 3, from, to);
    stored.add(Vector.of(version, 0x8802, "02 00 03 260309000000 260309235959", query));
    stored.add(
        Vector.of(
            version,
            0x8803,
            "02 00 03 260309000000 260309235959 01",
            new StoredMediaUploadCommand(query, 1)));
    stored.add(
        Vector.of(version, 0x8804, "01 fffe 01 03", new SoundRecordingCommand(1, 0xfffe, 1, 3)));
    if (version != Version.V2011) {
      stored.add(
          Vector.of(version, 0x8805, "80000007 01", new SingleMediaUploadCommand(0x80000007L, 1)));
    }
    stored.addAll(found(version));
    return stored;
  }

  private static List<Vector> found(Version version) {
    if (version == Version.V2011) {
      StoredMedium medium = new StoredMedium(OptionalLong.empty(), 2, 1, 3, PLACE);
      String item = "02 01 03" + LOCATION;
      return List.of(
          Vector.of(
              version,
              0x0802,
              "0102 0000 0000",
              new StoredMediaReply(0x0102, 0, true, List.of(), Bytes.EMPTY)),
          Vector.of(
              version,
              0x0802,
              "0102 0005 0002" + item + item,
              new StoredMediaReply(0x0102, 5, true, List.of(medium, medium), Bytes.EMPTY)));
    }
    StoredMedium medium = new StoredMedium(OptionalLong.of(0x80000007L), 2, 1, 3, PLACE);
    String item = "80000007 02 01 03" + LOCATION;
    return List.of(
        Vector.of(
            version,
            0x0802,
            "0102 0000",
            new StoredMediaReply(0x0102, 0, false, List.of(), Bytes.EMPTY)),
        Vector.of(
            version,
            0x0802,
            "0102 0002" + item + item,
            new StoredMediaReply(0x0102, 2, false, List.of(medium, medium), Bytes.EMPTY)),
        Vector.of(
            version,
            0x0802,
            "0102 0009" + item + "00",
            new StoredMediaReply(0x0102, 9, false, List.of(medium), Bytes.ofHex("00"))));
  }
}
