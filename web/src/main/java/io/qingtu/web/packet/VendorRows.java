package io.qingtu.web.packet;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.record.WaybillReport;
import io.qingtu.protocol.message.transparent.TransparentCommand;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.server.profile.NamedValue;
import io.qingtu.server.profile.VendorData;
import io.qingtu.server.profile.Vocabulary;
import io.qingtu.web.packet.PacketAnnotation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a terminal's profile's names into the rows of a body: of additional items, transparent data,
 * waybills and messages that the standard does not have. Where the profile has a name for an item,
 * the standard's fields of that id do not hold and give way to it.
 */
final class VendorRows {
  private final Vocabulary vocabulary;
  private final FrameBytes frame;
  private final List<Row> named = new ArrayList<>();

  VendorRows(Vocabulary vocabulary, FrameBytes frame) {
    this.vocabulary = vocabulary;
    this.frame = frame;
  }

  /** The rows of a message with the profile's names. */
  List<Row> name(Object message, List<Row> rows) {
    int i = 0;
    while (i < rows.size()) {
      Row row = rows.get(i);
      named.add(row);
      i++;
      Row next = i < rows.size() ? rows.get(i) : row;
      Optional<VendorData> item = item(row, next);
      if (item.isPresent()) {
        named.add(next);
        i = behind(rows, i + 1, next.to() + number(next));
        tell(item.get(), prefix(row), next.to(), next.to() + number(next), next);
      } else {
        Optional<VendorData> whole = whole(message, row);
        whole.ifPresent(data -> details(data, data.name(), row.from(), row.to(), row));
      }
    }
    return named;
  }

  /** An item begins with the rows of its id and its length. */
  private Optional<VendorData> item(Row id, Row length) {
    boolean begins =
        id.path().endsWith("].id")
            && length.path().equals(prefix(id) + "length")
            && length.to() + number(length) <= frame.length();
    return begins ? vocabulary.item(number(id), number(length)) : Optional.empty();
  }

  private Optional<VendorData> whole(Object message, Row row) {
    int bytes = row.to() - row.from();
    if (row.path().equals("content")) {
      if (message instanceof TransparentData data) {
        return vocabulary.transparent(data.type(), bytes);
      } else if (message instanceof TransparentCommand command) {
        return vocabulary.transparent(command.type(), bytes);
      } else if (message instanceof WaybillReport) {
        return vocabulary.waybill(bytes);
      }
    }
    return message instanceof UnknownMessage unknown && row.path().equals("body")
        ? vocabulary.message(unknown.messageId(), bytes)
        : Optional.empty();
  }

  private void tell(VendorData data, String prefix, int from, int to, Row like) {
    if (to > from) {
      String path = prefix + data.name();
      named.add(row(like, from, to, false, path, new FieldText("", "")));
      details(data, path, from, to, like);
    }
  }

  private void details(VendorData data, String path, int from, int to, Row like) {
    Bytes value = Bytes.wrap(frame.array(), from, to - from);
    for (NamedValue field : data.read(value)) {
      int at = from + field.offset();
      FieldText text = new FieldText(String.valueOf(field.value()), field.unit());
      named.add(row(like, at, at + field.length(), true, path + "." + field.name(), text));
    }
  }

  private Row row(Row like, int from, int to, boolean detail, String path, FieldText text) {
    return new Row(
        like.section(),
        from,
        to,
        frame.wireOffset(from),
        frame.wireOffset(to),
        frame.hex(from, to),
        detail,
        "",
        path,
        text.value(),
        text.unit());
  }

  private static int behind(List<Row> rows, int from, int offset) {
    int i = from;
    while (i < rows.size() && rows.get(i).from() < offset) {
      i++;
    }
    return i;
  }

  private static String prefix(Row row) {
    return row.path().substring(0, row.path().lastIndexOf('.') + 1);
  }

  /** The one byte of a row. */
  private int number(Row row) {
    return frame.array()[row.from()] & 0xff;
  }
}
