package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
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
  /** Sent together to save traffic. */
  public static final int NORMAL = 0;

  /** Kept while there was no network (盲区补报). */
  public static final int BLIND_SPOT = 1;

  private static final int LENGTH_BYTES = 2;

  public BatchLocationReport {
    reports = List.copyOf(reports);
  }

  static BatchLocationReport decode(BodyReader in, ProtocolVersion version) {
    int count = in.u16();
    int type = in.u8();
    List<LocationReport> reports = new ArrayList<>(Math.min(count, in.remaining() / LENGTH_BYTES));
    Bytes rest = in.rest();
    while (reports.size() < count ? !rest.isEmpty() : startsWithReport(rest)) {
      BodyReader entry = new BodyReader(rest);
      reports.add(LocationReport.decode(entry.part(entry.u16()), version));
      rest = entry.rest();
    }
    return new BatchLocationReport(type, reports, rest);
  }

  /** Whether a report follows that the count does not know of, rather than filling bytes. */
  private static boolean startsWithReport(Bytes rest) {
    if (rest.length() < LENGTH_BYTES) {
      return false;
    }
    int length = rest.at(0) << 8 | rest.at(1);
    return length >= LocationReport.BASIC_BYTES && length <= rest.length() - LENGTH_BYTES;
  }

  @Override
  public int messageId() {
    return Type.BATCH_LOCATION_REPORT.id();
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
