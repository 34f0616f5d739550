package io.qingtu.protocol.message.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches of vendors, 0x0210: reports behind one byte of length each, without a head. */
class ByteLengthBatchTest {
  /** 28 bytes: fixed, 31.230416 N 121.473701 E, 45 m, 36.5 km/h, 90°, 2026-03-09 16:05:06. */
  private static final String BASIC =
      "00000000" + "00000003" + "01dc89d0" + "073d8aa5" + "002d" + "016d" + "005a" + "260309160506";

  private static final String MILEAGE = "0104" + "000004d2";

  private static BatchLocationReport decode(String hex) {
    return BatchLocationReport.decodeByteLengths(
        new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013);
  }

  @Test
  void readsReportsBehindOneByteOfLength() {
    BatchLocationReport batch = decode("1c" + BASIC + "22" + BASIC + MILEAGE);
    assertEquals(BatchLocationReport.NORMAL, batch.type());
    assertEquals(2, batch.reports().size());
    assertEquals(31.230416, batch.reports().get(0).latitude());
    assertEquals(365, batch.reports().get(1).speedDeciKmh());
    assertEquals(0x01, batch.reports().get(1).items().get(0).id());
    assertEquals(Bytes.EMPTY, batch.trailing());
  }

  @Test
  void isWrittenAsTheStandardsBatch() {
    BatchLocationReport batch = decode("1c" + BASIC);
    BodyWriter out = new BodyWriter();
    batch.encode(out, ProtocolVersion.V2013);
    assertEquals("0001" + "00" + "001c" + BASIC, out.toBytes().hex());
  }

  @Test
  void whatIsCutIsMalformedOrBehindTheLastReport() {
    assertThrows(MalformedException.class, () -> decode("1c" + BASIC + "22" + BASIC + "0104"));
    assertEquals("1c0000", decode("1c" + BASIC + "1c0000").trailing().hex());
    assertEquals(List.of(), decode("").reports());
  }
}
