package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch of location reports (定位数据批量上传), 0x0704. The lengths in front of the reports lead, not the
 * count: terminals miscount. A count that is too low loses no report, one that is too high none
 * either; a report cut short is malformed.
 *
 * @param type {@link #NORMAL} or {@link #BLIND_SPOT}; other values occur
 * @param reports in the order of the message, which need not be that of time
 * @param trailing bytes behind the last report; empty in a good message
 */
public record BatchLocationReport(int type, List<LocationReport> reports, Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x0704;

  /** Message id of vendors that send such a batch without head, see {@link #decodeByteLengths}. */
  public static final int BYTE_LENGTHS_ID = 0x0210;

  /** Sent together to save traffic. */
  public static final int NORMAL = 0;

  /** Kept while there was no network (盲区补传). */
  public static final int BLIND_SPOT = 1;

  private static final int LENGTH_BYTES = 2;

  public BatchLocationReport {
    reports = List.copyOf(reports);
  }

  public static BatchLocationReport decode(BodyReader in, ProtocolVersion version) {
    int count = in.field("count").u16();
    int type = in.field("type").u8();
    List<LocationReport> reports = new ArrayList<>(Math.min(count, in.remaining() / LENGTH_BYTES));
    while (reports.size() < count ? in.remaining() > 0 : startsWithReport(in)) {
      in.enter("reports", reports.size());
      int length = in.field("length", "bytes").u16();
      reports.add(LocationReport.decode(in.part(length), version));
      in.leave();
    }
    return new BatchLocationReport(type, reports, in.field("trailing").rest());
  }

  /** A vendor's batch: reports alone, each behind one byte of length instead of two. */
  public static BatchLocationReport decodeByteLengths(BodyReader in, ProtocolVersion version) {
    List<LocationReport> reports = new ArrayList<>();
    while (in.remaining() > LocationReport.BASIC_BYTES) {
      in.enter("reports", reports.size());
      int length = in.field("length", "bytes").u8();
      reports.add(LocationReport.decode(in.part(length), version));
      in.leave();
    }
    return new BatchLocationReport(NORMAL, reports, in.field("trailing").rest());
  }

  /** Whether a report follows that the count does not know of, rather than filling bytes. */
  private static boolean startsWithReport(BodyReader in) {
    if (in.remaining() < LENGTH_BYTES) {
      return false;
    }
    int length = in.ahead().u16();
    return length >= LocationReport.BASIC_BYTES && length <= in.remaining() - LENGTH_BYTES;
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(reports.size()).u8(type);
    for (LocationReport report : reports) {
      BodyWriter body = new BodyWriter();
      report.encode(body, version);
      Bytes bytes = body.toBytes();
      out.u16(bytes.length()).bytes(bytes);
    }
    out.bytes(trailing);
  }
}
