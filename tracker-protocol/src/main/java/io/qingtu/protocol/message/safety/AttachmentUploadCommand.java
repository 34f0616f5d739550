package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.item.AlarmId;

/**
 * Command to upload an alarm's attachments (报警附件上传指令), 0x9208, answered by the general reply.
 *
 * @param host address of the attachment server
 * @param tcpPort 0 where it does not listen there
 * @param udpPort 0 where it does not listen there
 * @param alarmId as the alarm carried it
 * @param alarmNumber the platform's number of the alarm (报警编号), at most 32 bytes of ASCII
 * @param reserved 16 bytes
 */
public record AttachmentUploadCommand(
    String host, int tcpPort, int udpPort, AlarmId alarmId, String alarmNumber, Bytes reserved)
    implements PlatformMessage {
  public static final int ID = 0x9208;

  /** Bytes of the platform's alarm number. */
  public static final int ALARM_NUMBER = 32;

  private static final int RESERVED = 16;

  /** A command to upload by TCP. */
  public static AttachmentUploadCommand overTcp(
      String host, int port, AlarmId alarmId, String alarmNumber) {
    return new AttachmentUploadCommand(
        host, port, 0, alarmId, alarmNumber, Bytes.copyOf(new byte[RESERVED]));
  }

  public static AttachmentUploadCommand decode(BodyReader in, ProtocolVersion version) {
    int hostLength = in.field("hostLength", "bytes").u8();
    String host = in.field("host").text(hostLength);
    int tcpPort = in.field("tcpPort").u16();
    int udpPort = in.field("udpPort").u16();
    boolean isLong = in.remaining() >= AlarmId.LONG + ALARM_NUMBER + RESERVED;
    return new AttachmentUploadCommand(
        host,
        tcpPort,
        udpPort,
        AlarmId.decode(in, isLong ? AlarmId.LONG : AlarmId.SHORT),
        in.field("alarmNumber").paddedText(ALARM_NUMBER),
        in.field("reserved").bytes(RESERVED));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    Bytes text = BodyWriter.encode(host);
    out.u8(text.length()).bytes(text).u16(tcpPort).u16(udpPort);
    alarmId.encode(out);
    out.paddedText(alarmNumber, ALARM_NUMBER).bytes(reserved);
  }
}
