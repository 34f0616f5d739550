package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What was recorded (终端上传音视频资源列表), 0x1205. Usually in sub-packages.
 *
 * @param replySerialNumber serial number of the query
 * @param total recordings that the terminal counts; the list may have fewer
 * @param files in the order of the message
 * @param trailing bytes that are no whole file; empty in a good message
 */
public record RecordingList(int replySerialNumber, long total, List<File> files, Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x1205;

  /**
   * One recording.
   *
   * @param size bytes
   */
  public record File(Recording recording, long size) {
    private static final int BYTES = Recording.BYTES + 4;
  }

  public RecordingList {
    files = List.copyOf(files);
  }

  public static RecordingList decode(BodyReader in, ProtocolVersion version) {
    int replySerialNumber = in.field("replySerialNumber").u16();
    long total = in.field("total").u32();
    List<File> files = new ArrayList<>((int) Math.min(total, in.remaining() / File.BYTES));
    while (files.size() < total && in.remaining() >= File.BYTES) {
      in.enter("files", files.size());
      files.add(new File(Recording.read(in), in.field("size", "bytes").u32()));
      in.leave();
    }
    return new RecordingList(replySerialNumber, total, files, in.field("trailing").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u32(total);
    for (File file : files) {
      file.recording().write(out);
      out.u32(file.size());
    }
    out.bytes(trailing);
  }
}
