package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.item.AlarmId;
import java.util.ArrayList;
import java.util.List;

/**
 * The attachments of an alarm that follow (报警附件信息消息), 0x1210; the first message on the link to the
 * attachment server. Its ids are 7 and 16 bytes in T/JSATL 12-2017, 30 and 40 in T/GDRTA 002-2020;
 * terminals mix them whatever their header says, and that layout is taken in which the files come
 * out even.
 *
 * @param terminalId 7 or 30 bytes
 * @param alarmNumber as 0x9208 gave it, at most 32 bytes
 * @param type {@link #NORMAL} or {@link #REFILL}
 */
public record AlarmAttachments(
    Bytes terminalId, AlarmId alarmId, String alarmNumber, int type, List<Listed> files)
    implements TerminalMessage {
  public static final int ID = 0x1210;

  /** {@link #type} of a first upload. */
  public static final int NORMAL = 0;

  /** {@link #type} of files that an earlier connection has begun. */
  public static final int REFILL = 1;

  private static final int LISTED_BYTES = 5;

  /** A file and its size in bytes. */
  public record Listed(String name, long size) {}

  private record Layout(int terminalId, int alarmId) {
    private int headBytes() {
      return terminalId + alarmId + AttachmentUploadCommand.ALARM_NUMBER + 1;
    }
  }

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(7, AlarmId.SHORT),
          new Layout(30, AlarmId.LONG),
          new Layout(30, AlarmId.SHORT),
          new Layout(7, AlarmId.LONG));

  public AlarmAttachments {
    files = List.copyOf(files);
  }

  public static AlarmAttachments decode(BodyReader in, ProtocolVersion version) {
    Bytes body = in.ahead().rest();
    Layout layout =
        LAYOUTS.stream()
            .filter(l -> comesOutEven(body, l))
            .findFirst()
            .orElse(LAYOUTS.get(version == ProtocolVersion.V2019 ? 1 : 0));
    Bytes terminalId = in.field("terminal").bytes(layout.terminalId());
    AlarmId alarmId = AlarmId.decode(in, layout.alarmId());
    String number = in.field("alarmNumber").paddedText(AttachmentUploadCommand.ALARM_NUMBER);
    int type = in.field("type").u8();
    int count = in.field("fileCount").u8();
    List<Listed> files = new ArrayList<>(Math.min(count, in.remaining() / LISTED_BYTES));
    for (int i = 0; i < count; i++) {
      in.enter("files", i);
      files.add(new Listed(AttachmentFile.name(in), in.field("size", "bytes").u32()));
      in.leave();
    }
    return new AlarmAttachments(terminalId, alarmId, number, type, files);
  }

  private static boolean comesOutEven(Bytes body, Layout layout) {
    BodyReader in = new BodyReader(body);
    try {
      in.bytes(layout.headBytes());
      int count = in.u8();
      for (int i = 0; i < count; i++) {
        in.bytes(in.u8());
        in.u32();
      }
      return in.remaining() == 0;
    } catch (MalformedException e) {
      return false;
    }
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(terminalId);
    alarmId.encode(out);
    out.paddedText(alarmNumber, AttachmentUploadCommand.ALARM_NUMBER).u8(type).u8(files.size());
    for (Listed file : files) {
      AttachmentFile.name(out, file.name());
      out.u32(file.size());
    }
  }
}
