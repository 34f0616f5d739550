package io.qingtu.web.packet;

import io.qingtu.protocol.field.FieldLog;
import io.qingtu.protocol.message.location.AlarmFlag;
import io.qingtu.protocol.message.location.StatusFlag;
import io.qingtu.server.profile.Vocabulary;
import io.qingtu.web.packet.PacketAnnotation.Row;
import io.qingtu.web.packet.PacketAnnotation.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Collects the rows of an annotation while the frame's bytes are read. */
final class AnnotationRows implements FieldLog {
  private static final String ALARMS = "alarms";
  private static final String STATUS = "status";
  private static final String[] LOADS = {"EMPTY", "HALF", "RESERVED", "FULL"};
  private static final int LOAD_SHIFT = 8;

  private final FrameBytes frame;
  private final List<Row> rows = new ArrayList<>();
  private final Deque<String> groups = new ArrayDeque<>();
  private Section section = Section.HEADER;
  private int end;

  AnnotationRows(FrameBytes frame) {
    this.frame = frame;
  }

  /** What is read from now on belongs to another part of the frame. */
  void begin(Section next) {
    section = next;
    groups.clear();
  }

  /** Offset behind the last field. */
  int end() {
    return end;
  }

  List<Row> list() {
    return rows;
  }

  /** Puts a profile's names into the rows of the message that was read. */
  void name(Vocabulary vocabulary, Object message) {
    List<Row> named = new VendorRows(vocabulary, frame).name(message, List.copyOf(rows));
    rows.clear();
    rows.addAll(named);
  }

  @Override
  public void field(String name, String unit, int offset, int length, Object value) {
    boolean status = name.equals(STATUS) && length == Integer.BYTES && followsAlarms();
    if (length == 0) {
      // an empty text, or the rest behind a last field: nothing stands there
      return;
    }
    end = offset + length;
    FieldText text = FieldText.of(name, unit, length, value);
    rows.add(row(offset, end, false, "", path(name), text));
    if (name.equals(ALARMS) && length == Integer.BYTES) {
      alarms((Long) value);
    } else if (status) {
      status((Long) value);
    }
  }

  /** Bytes that no decoder read. */
  void unread(int to) {
    if (to > end) {
      groups.clear();
      rows.add(row(end, to, false, "", "unread", new FieldText("", "")));
      end = to;
    }
  }

  /** The checksum that stands at an offset, and the one that should. */
  void checksum(int at, int found, int expected) {
    rows.add(row(at, at + 1, false, "", "checksum", hex(found)));
    rows.add(row(at, at + 1, true, "", "checksum.expected", hex(expected)));
    end = at + 1;
  }

  private static FieldText hex(int b) {
    return new FieldText(String.format("0x%02x", b), "");
  }

  /** Explains the bytes of the last field once more. */
  void detail(String bits, String name, String value, String unit) {
    Row whole = rows.get(rows.size() - 1);
    int from = whole.from();
    rows.add(row(from, whole.to(), true, bits, path(name), new FieldText(value, unit)));
  }

  @Override
  public void enter(String name, int index) {
    groups.addLast(name + "[" + index + "]");
  }

  @Override
  public void leave() {
    groups.removeLast();
  }

  private void alarms(long bits) {
    for (AlarmFlag flag : AlarmFlag.values()) {
      if (flag.in(bits)) {
        detail(Integer.toString(flag.bit()), ALARMS + "." + flag.name(), "1", "");
      }
    }
  }

  private void status(long bits) {
    for (StatusFlag flag : StatusFlag.values()) {
      if (flag.in(bits)) {
        detail(Integer.toString(flag.bit()), STATUS + "." + flag.name(), "1", "");
      }
    }
    detail("8-9", STATUS + ".load", LOADS[(int) (bits >>> LOAD_SHIFT) & 0x3], "");
  }

  /** A location's status word stands behind its alarms; other messages have fields of that name. */
  private boolean followsAlarms() {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (!rows.get(i).detail()) {
        return rows.get(i).path().equals(path(ALARMS));
      }
    }
    return false;
  }

  private String path(String name) {
    StringBuilder path = new StringBuilder();
    for (Iterator<String> group = groups.iterator(); group.hasNext(); ) {
      path.append(group.next()).append('.');
    }
    return path.append(name.isEmpty() ? "unnamed" : name).toString();
  }

  private Row row(int from, int to, boolean detail, String bits, String path, FieldText text) {
    return new Row(
        section,
        from,
        to,
        frame.wireOffset(from),
        frame.wireOffset(to),
        frame.hex(from, to),
        detail,
        bits,
        path,
        text.value(),
        text.unit());
  }
}
