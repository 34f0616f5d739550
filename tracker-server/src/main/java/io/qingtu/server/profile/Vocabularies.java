package io.qingtu.server.profile;

import io.qingtu.protocol.table.TerminalMessageType;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the names of a vendor's data from a profile. */
final class Vocabularies {
  private static final int LONGEST_ITEM = 0xff;

  /** As much as the largest message of several parts. */
  private static final int LONGEST_MESSAGE = 0xffff;

  private Vocabularies() {}

  static Vocabulary read(Section top, Collection<RawField> read) {
    List<VendorData> messages = list(top, "messages", "id", LONGEST_MESSAGE);
    for (int i = 0; i < messages.size(); i++) {
      int id = messages.get(i).id();
      if (TerminalMessageType.find(id).isPresent()) {
        throw top.wrong(
            "messages[" + i + "].id", String.format("0x%04X is the standard's own", id));
      }
    }
    return new Vocabulary(
        list(top, "items", "id", LONGEST_ITEM),
        list(top, "transparent", "type", LONGEST_MESSAGE),
        messages,
        top.section("waybill").map(section -> data(section, 0, LONGEST_MESSAGE)),
        read);
  }

  private static List<VendorData> list(Section top, String key, String idKey, int longest) {
    List<VendorData> list = new ArrayList<>();
    for (Section section : top.sections(key)) {
      int lastId = key.equals("messages") ? 0xffff : 0xff;
      int id = (int) section.number(idKey, 0, lastId, Optional.empty());
      VendorData data = data(section, id, longest);
      if (list.stream().anyMatch(other -> overlap(other, data))) {
        throw section.wrong(idKey, String.format("0x%02X has a name already", data.id()));
      }
      list.add(data);
    }
    return list;
  }

  private static VendorData data(Section section, int id, int longest) {
    int least = 0;
    int most = longest;
    if (section.has("length")) {
      least = (int) section.number("length", 0, longest, Optional.empty());
      most = least;
    } else {
      least = (int) section.number("minLength", 0, longest, Optional.of(0L));
      most = (int) section.number("maxLength", least, longest, Optional.of((long) longest));
    }
    String name = section.text("name");
    String unit = section.text("unit", Optional.of(""));
    double scale = section.positive("scale", Optional.of(1.0));
    List<VendorField> fields = new ArrayList<>();
    for (Section field : section.sections("fields")) {
      fields.add(field(field, most));
    }
    if (fields.isEmpty() && least == most && most >= 1 && most <= Long.BYTES) {
      VendorField.Kind kind = VendorField.Kind.NUMBER;
      fields.add(new VendorField(name, kind, 0, most, ByteOrder.BIG_ENDIAN, scale, unit));
    } else if (section.has("unit") || section.has("scale")) {
      throw section.wrong(
          section.has("unit") ? "unit" : "scale",
          "goes with a length of 1 to 8 bytes and no fields, or inside a field");
    }
    section.finish();
    return new VendorData(id, least, most, name, fields);
  }

  private static VendorField field(Section section, int longest) {
    String kind = section.word("kind", "number", "signed", "text", "bytes");
    boolean text = kind.equals("text") || kind.equals("bytes");
    VendorField field =
        new VendorField(
            section.text("name"),
            VendorField.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
            (int) section.number("offset", 0, Math.max(0, longest - 1), Optional.of(0L)),
            (int)
                section.number(
                    "length",
                    text ? 0 : 1,
                    text ? longest : Long.BYTES,
                    Optional.of(text ? 0L : 1)),
            text ? ByteOrder.BIG_ENDIAN : RawFields.order(section),
            text ? 1 : section.positive("scale", Optional.of(1.0)),
            section.text("unit", Optional.of("")));
    if (field.offset() + field.length() > longest) {
      throw section.wrong(
          "length",
          "byte " + (field.offset() + field.length()) + " is behind the last, " + longest);
    }
    section.finish();
    return field;
  }

  private static boolean overlap(VendorData a, VendorData b) {
    return a.id() == b.id() && a.least() <= b.most() && b.least() <= a.most();
  }
}
