package io.qingtu.protocol.message.text;

import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.table.Vector;
import java.util.ArrayList;
import java.util.List;

/** Vectors of texts, events, questions, information and telephone. */
public final class TextVectors {
  private TextVectors() {}

  public static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.addAll(texts(version));
      all.addAll(events(version));
      all.addAll(information(version));
      all.addAll(telephone(version));
    }
    return all;
  }

  private static List<Vector> texts(Version version) {
    // 2011 ends a STRING with 0x00, 2019 has a type in front of it
    String end = version == Version.V2011 ? "00" : "";
    boolean since2019 = version == Version.V2019;
    TextCommand text = new TextCommand(0x0c, since2019 ? 1 : 0, "停 STOP");
    return List.of(
        Vector.of(version, 0x8300, (since2019 ? "0c 01" : "0c") + "cda320 53544f50" + end, text),
        Vector.of(
            version,
            0x8302,
            "09 04 b0b2c8ab" + "01 0002 cac7" + "02 0002 b7f1",
            new QuestionCommand(
                9,
                "安全",
                List.of(new QuestionCommand.Answer(1, "是"), new QuestionCommand.Answer(2, "否")))),
        Vector.of(version, 0x8302, "00 01 3f", new QuestionCommand(0, "?", List.of())),
        Vector.of(version, 0x0302, "fffe 02", new QuestionAnswer(0xfffe, 2)));
  }

  /** 2011 counts the items of the packet once more. */
  private static String packetCount(Version version, String count) {
    return version == Version.V2011 ? count : "";
  }

  private static List<Vector> events(Version version) {
    List<SetEventsCommand.Event> events =
        List.of(new SetEventsCommand.Event(1, "堵"), new SetEventsCommand.Event(255, ""));
    List<SetEventsCommand.Event> ids =
        List.of(new SetEventsCommand.Event(1, ""), new SetEventsCommand.Event(2, ""));
    return List.of(
        Vector.of(version, 0x8301, "00", new SetEventsCommand(0, List.of())),
        Vector.of(
            version,
            0x8301,
            "02 02" + packetCount(version, "02") + "01 02 b6c2 ff 00",
            new SetEventsCommand(2, events)),
        Vector.of(
            version,
            0x8301,
            "04 02" + packetCount(version, "02") + "01 02",
            new SetEventsCommand(4, ids)),
        Vector.of(version, 0x0301, "ff", new EventReport(255)));
  }

  private static List<Vector> information(Version version) {
    List<SetInformationMenuCommand.Entry> entries =
        List.of(
            new SetInformationMenuCommand.Entry(7, "天气"),
            new SetInformationMenuCommand.Entry(8, "A"));
    return List.of(
        Vector.of(version, 0x8303, "00", new SetInformationMenuCommand(0, List.of())),
        Vector.of(
            version,
            0x8303,
            "01 02" + packetCount(version, "02") + "07 0004 ccecc6f8 08 0001 41",
            new SetInformationMenuCommand(1, entries)),
        Vector.of(
            version,
            0x8304,
            "07" + packetCount(version, "0002") + "0002 d3ea",
            new InformationCommand(7, "雨")),
        Vector.of(version, 0x0303, "07 01", new InformationSubscription(7, 1)));
  }

  private static List<Vector> telephone(Version version) {
    String end = version == Version.V2011 ? "00" : "";
    List<SetPhoneBookCommand.Contact> contacts =
        List.of(
            new SetPhoneBookCommand.Contact(3, "110", "张"),
            new SetPhoneBookCommand.Contact(1, "", ""));
    return List.of(
        Vector.of(version, 0x8400, "01 313130" + end, new CallBackCommand(1, "110")),
        Vector.of(version, 0x8401, "00", new SetPhoneBookCommand(0, List.of())),
        Vector.of(
            version,
            0x8401,
            "03 02" + packetCount(version, "02") + "03 03 313130 02 d5c5 01 00 00",
            new SetPhoneBookCommand(3, contacts)));
  }
}
